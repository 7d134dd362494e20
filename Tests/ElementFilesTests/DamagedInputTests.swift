import ElementFiles
import Foundation
import Orbits
import TestSupport
import Testing

/// Input damaged at random gives sets, rejections or a typed error, and the same ones each time.
@Suite struct DamagedInputTests {
    private static let seeds: [[UInt8]] = [
        (["SAMPLE 1"] + Samples.tle(90_001) + ["SAMPLE 2"] + Samples.tle(90_002))
            .joined(separator: "\r\n"),
        Samples.csv() + Samples.row + "\n", Samples.kvn() + Samples.kvn(),
        "[\(Samples.jsonOfNumbers()),\n\(Samples.jsonOfStrings())]",
        "<?xml version=\"1.0\"?>\n<ndm>" + Samples.omm() + Samples.omm() + "</ndm>",
    ].map { Array($0.utf8) }

    private static let intruders: [[UInt8]] = [
        "nan", "inf", "-", "1e999", "9999999999999999999999", "0x1p3", "\0", "\u{feff}", "\n", "\r",
        "\"", ",", "[", "{", "<", "&#0;", "]]>", "<![CDATA[", "=", "COMMENT", "#", "1 ", "2 ",
    ].map { Array($0.utf8) }

    private func check(_ bytes: [UInt8]) {
        do {
            let contents = try ElementFile.parse(bytes: bytes, fileName: "damaged")
            let lines = bytes.count { $0 == 0x0a || $0 == 0x0d } + 1
            for rejection in contents.rejections {
                #expect(rejection.line >= 1 && rejection.line <= lines)
                #expect(rejection.message.utf8.allSatisfy { $0 >= 0x20 })
                #expect(!rejection.found.isEmpty && !rejection.expected.isEmpty)
            }
            for set in contents.elements {
                #expect((0..<1).contains(set.eccentricity))
                #expect((0...(Double.pi)).contains(set.inclinationRad))
                #expect(set.meanMotionRadPerMin > 0 && set.meanMotionRadPerMin.isFinite)
                #expect(set.raanRad.isFinite && set.meanAnomalyRad.isFinite)
                #expect(set.bstarPerEarthRadius.isFinite && set.epoch.julianDate.isFinite)
                // Writing must not trap either, whatever was read.
                _ = try? TLE.lines(of: set)
                _ = set.roundedToTLEPrecision()
            }
            let again = try ElementFile.parse(bytes: bytes, fileName: "damaged")
            #expect(again == contents)
        } catch {
            #expect(error.message.hasPrefix("damaged: "))
        }
    }

    @Test(arguments: seeds.indices)
    func everyTruncation(_ index: Int) {
        let seed = Self.seeds[index]
        for count in stride(from: 0, to: seed.count, by: 7) { check(Array(seed.prefix(count))) }
    }

    @Test(arguments: seeds.indices)
    func flippedBitsAndIntruders(_ index: Int) {
        var generator = SeededGenerator(seed: UInt64(index) + 1)
        for _ in 0..<150 {
            var bytes = Self.seeds[index]
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                default:
                    let intruder = Self.intruders[
                        Int.random(in: 0..<Self.intruders.count, using: &generator)]
                    let end = min(bytes.count, place + Int.random(in: 0...9, using: &generator))
                    bytes.replaceSubrange(place..<end, with: intruder)
                }
            }
            check(bytes)
        }
    }

    @Test(arguments: seeds.indices)
    func shuffledLines(_ index: Int) {
        var generator = SeededGenerator(seed: UInt64(index) + 100)
        var lines = Self.seeds[index].split(separator: 0x0a, omittingEmptySubsequences: false)
        for _ in 0..<40 {
            lines.shuffle(using: &generator)
            check(Array(lines.joined(separator: [0x0a])))
        }
    }

    @Test func noise() {
        var generator = SeededGenerator(seed: 1_000)
        let starts: [[UInt8]] = [[]] + Self.seeds.map { Array($0.prefix(20)) }
        for round in 0..<120 {
            let noise = (0..<400).map { _ in UInt8.random(in: 0...255, using: &generator) }
            check(starts[round % starts.count] + noise)
        }
    }

    @Test func aShuffledFileLosesNoIntactSet() throws {
        var generator = SeededGenerator(seed: 7)
        var blocks = (0..<50).map { Samples.tle(90_000 + $0).joined(separator: "\n") }
        // Damage that cannot join with a neighbour into a set: a line 1, a line 2 or a text alone.
        blocks += (0..<10).map { Samples.tle(80_000 + $0)[0] }
        blocks += (0..<10).map { Samples.tle(81_000 + $0)[1] }
        blocks += (0..<10).map { "stray text \($0)" }
        for _ in 0..<20 {
            blocks.shuffle(using: &generator)
            let contents = try parse(blocks.joined(separator: "\n"))
            let intact = contents.elements.filter { $0.catalogNumber >= CatalogNumber(90_000) }
            #expect(intact.count == 50)
            #expect(contents.elements.count == 50)
        }
    }
}
