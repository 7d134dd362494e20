import ElementFiles
import Orbits
import Testing

@Suite struct TLEFileTests {
    private func numbers(_ contents: ElementFileContents) -> [UInt32] {
        contents.elements.map(\.catalogNumber.rawValue)
    }

    @Test func readsTwoLinesASet() throws {
        let contents = try parse(
            (Samples.tle(90_001) + Samples.tle(90_002)).joined(separator: "\n"))
        #expect(contents.format == .tle)
        #expect(numbers(contents) == [90_001, 90_002])
        #expect(contents.elements.allSatisfy { $0.name.isEmpty })
        #expect(contents.rejections.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n", "\r", "\n\n", " \r\n"])
    func readsNamesAndAnyEndOfLine(_ end: String) throws {
        let lines =
            ["SAMPLE 1                "] + Samples.tle(90_001) + ["0 SAMPLE 2"]
            + Samples.tle(90_002) + Samples.tle(90_003)
        let text = "\u{feff}" + end + lines.joined(separator: end) + end + "\0\0\n"
        let contents = try parse(text)
        #expect(contents.format == .threeLine)
        #expect(contents.elements.map(\.name) == ["SAMPLE 1", "SAMPLE 2", ""])
        #expect(numbers(contents) == [90_001, 90_002, 90_003])
        #expect(contents.rejections.isEmpty)
    }

    @Test(arguments: ["1 STAR", "2 BE OR NOT", "10 YEARS", "0", "#1 is no name"])
    func readsNamesThatBeginLikeLines(_ name: String) throws {
        let contents = try parse(([name] + Samples.tle(90_001)).joined(separator: "\n"))
        #expect(contents.elements.map(\.name) == [name.hasPrefix("#") ? "" : name])
        #expect(contents.rejections.isEmpty)
    }

    @Test func skipsComments() throws {
        let lines = ["# made up"] + Samples.tle(90_001) + ["#"] + Samples.tle(90_002) + ["# end"]
        let contents = try parse(lines.joined(separator: "\n"))
        #expect(contents.format == .tle)
        #expect(numbers(contents) == [90_001, 90_002])
        #expect(contents.rejections.isEmpty)
    }

    @Test func goesOnAfterABadChecksum() throws {
        var bad = Samples.tle(90_001)
        bad[1] = bad[1].dropLast() + (bad[1].hasSuffix("0") ? "1" : "0")
        let text = (["ONE"] + bad + ["TWO"] + Samples.tle(90_002)).joined(separator: "\r\n")
        let contents = try parse(text)
        #expect(contents.elements.map(\.name) == ["TWO"])
        let rejection = try #require(contents.rejections.first)
        #expect(contents.rejections.count == 1)
        #expect(rejection.file == "sample")
        #expect(rejection.line == 3)
        #expect(rejection.found == "the checksum \"0\"")
        #expect(rejection.expected == "3")
        #expect(
            rejection.message
                == "line 2 of the TLE, column 69: found the checksum \"0\", expected 3")
        let allowed = try parse(text, allowBadChecksum: true)
        #expect(numbers(allowed) == [90_001, 90_002])
        #expect(allowed.rejections.isEmpty)
    }

    @Test func findsTheNextSetAfterADamagedOne() throws {
        let one = Samples.tle(90_001)
        let two = Samples.tle(90_002)
        // The damaged lines, the lines of their rejections, and the sets that are left.
        let cases: [([String], [Int], [UInt32])] = [
            ([one[0]] + two, [1], [90_002]),
            ([one[1]] + two, [1], [90_002]),
            (["NAME", one[0], "NAME 2"] + two, [2], [90_002]),
            (["NAME", one[1], "NAME 2"] + two, [1, 2], [90_002]),
            ([String(one[0].dropLast(20)), one[1]] + two, [1], [90_002]),
            ([one[0], String(one[1].dropLast(20))] + two, [2], [90_002]),
            ([String(one[0].prefix(10)), one[1]] + two, [1], [90_002]),
            ([one[0], two[1]] + two, [2], [90_002]),
            ([one[1], one[0]] + two, [1, 2], [90_002]),
            (["stray text", "NAME"] + two, [1], [90_002]),
            (two + ["stray text"], [3], [90_002]),
            (two + [one[0]], [3], [90_002]),
            (two + ["NAME", one[0]], [4], [90_002]),
            ([one[0].replacing("26235", with: "26999"), one[1]] + two, [1], [90_002]),
            ([one[0] + "9", one[1]] + two, [1], [90_002]),
            (["X" + one[0].dropFirst(), one[1]] + two, [1, 2], [90_002]),
            ([one[0], one[1], two[1]] + two, [3], [90_001, 90_002]),
        ]
        for (lines, rejected, left) in cases {
            let contents = try parse(lines.joined(separator: "\n"))
            #expect(numbers(contents) == left, "\(lines)")
            #expect(contents.rejections.map(\.line) == rejected, "\(lines)")
            #expect(contents.rejections.allSatisfy { $0.message.contains("expected") })
        }
    }

    @Test func keepsSeveralSetsOfOneObject() throws {
        let lines = Samples.tle(90_001) + Samples.tle(90_001)
        #expect(try numbers(parse(lines.joined(separator: "\n"))) == [90_001, 90_001])
    }
}
