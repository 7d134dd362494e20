import Foundation
import Orbits
import TestSupport
import Testing

@Suite struct TLEWriteTests {
    private let sample = ElementSet(
        catalogNumber: CatalogNumber(1), epoch: Instant(year: 2000, month: 1, day: 1),
        inclinationRad: 51.9 * .pi / 180, raanRad: 0, eccentricity: 1e-7, argumentOfPerigeeRad: 0,
        meanAnomalyRad: 0, meanMotionRadPerMin: 14.8 / ElementSet.revPerDayPerRadPerMin)

    @Test func writesADesignsElements() throws {
        let (line1, line2) = try TLE.lines(of: sample)
        #expect(line1 == "1 00001U          00001.00000000  .00000000  00000+0  00000+0 0    03")
        #expect(line2 == "2 00001  51.9000   0.0000 0000001   0.0000   0.0000 14.80000000    02")
    }

    @Test func writesBackWhatItRead() throws {
        let set = try TLE.read(line1: TLESample.line1, line2: TLESample.line2)
        let lines = try TLE.lines(of: set)
        #expect(lines.0 == TLESample.line1)
        #expect(lines.1 == TLESample.line2)
    }

    @Test func normalisesAngles() throws {
        let cases: [(Double, String)] = [
            (359.99999, "  0.0000"), (359.99994, "359.9999"), (-1, "359.0000"),
            (360, "  0.0000"), (720.5, "  0.5000"), (-0.00001, "  0.0000"), (1e-9, "  0.0000"),
        ]
        for (degrees, text) in cases {
            var set = sample
            set.raanRad = degrees * .pi / 180
            set.argumentOfPerigeeRad = set.raanRad
            set.meanAnomalyRad = set.raanRad
            let line2 = Array(try TLE.lines(of: set).1.utf8)
            for start in [17, 34, 43] {
                #expect(String(decoding: line2[start..<(start + 8)], as: UTF8.self) == text)
            }
        }
    }

    @Test func roundsAsPrintfDoes() throws {
        // Of 0.00015 and 0.00025 the nearest doubles lie below and above the half; a half that a
        // double holds goes to the even digit.
        let cases: [(Double, String)] = [
            (0.00000015, "0000001"), (0.00000025, "0000002"), (0.5, "5000000"),
            (0.00000005, "0000000"), (0.99999994, "9999999"), (0.0000152587890625, "0000153"),
        ]
        for (value, text) in cases {
            var set = sample
            set.eccentricity = value
            #expect(String(format: "%.7f", value).dropFirst(2) == text)
            #expect(try TLE.lines(of: set).1.dropFirst(26).prefix(7) == text)
        }
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<2_000 {
            // Seven decimals and a 5: always at or near a half.
            let value = Double(Int.random(in: 0..<9_999_999, using: &generator) * 10 + 5) / 1e8
            var set = sample
            set.eccentricity = value
            #expect(
                try TLE.lines(of: set).1.dropFirst(26).prefix(7)
                    == String(format: "%.7f", value).dropFirst(2))
        }
    }

    @Test func carriesTheEpochIntoTheNextYear() throws {
        var set = sample
        set.epoch = Instant(
            julianDate: Instant(year: 2025, month: 12, day: 31).julianDate,
            dayFraction: 0.999999996)
        #expect(try TLE.lines(of: set).0.dropFirst(18).prefix(14) == "26001.00000000")
        set.epoch = Instant(
            julianDate: Instant(year: 2024, month: 12, day: 31).julianDate,
            dayFraction: 0.999999994)
        #expect(try TLE.lines(of: set).0.dropFirst(18).prefix(14) == "24366.99999999")
    }

    @Test(arguments: [
        (0.0, " 00000+0"), (0.1, " 10000+0"), (0.12345e-3, " 12345-3"), (-1.5, "-15000+1"),
        (0.0099999, " 99999-2"), (0.009999996, " 10000-1"), (1e-12, " 00100-9"),
        (1e-15, " 00000+0"), (123_456, " 12346+6"), (0.001, " 10000-2"),
    ])
    func writesTheAssumedPoint(_ value: Double, _ text: String) throws {
        var set = sample
        set.bstarPerEarthRadius = value
        set.sixthMeanMotionDdotRevPerDay3 = value
        let line1 = try TLE.lines(of: set).0
        #expect(line1.dropFirst(44).prefix(8) == text)
        #expect(line1.dropFirst(53).prefix(8) == text)
    }

    @Test(arguments: [
        ("98067A", "98067A  "), ("1998-067A", "98067A  "), ("2019-074ABC", "19074ABC"),
        ("", "        "), ("00000ABC", "00000ABC"),
    ])
    func writesDesignators(_ designator: String, _ text: String) throws {
        var set = sample
        set.internationalDesignator = designator
        #expect(try TLE.lines(of: set).0.dropFirst(9).prefix(8) == text)
    }

    @Test func keepsFiveDigitsOfTheRevolution() throws {
        var set = sample
        set.revolutionAtEpoch = 125_984
        #expect(try TLE.lines(of: set).1.dropFirst(63).prefix(5) == "25984")
    }

    @Test func refusesWhatDoesNotFit() {
        func refuses(
            _ quantity: String, _ change: (inout ElementSet) -> Void,
            _ location: SourceLocation = #_sourceLocation
        ) {
            var set = sample
            change(&set)
            let error = #expect(throws: TLEError.self, sourceLocation: location) {
                try TLE.lines(of: set)
            }
            guard case .doesNotFit(let found, _, _)? = error else {
                Issue.record("\(String(describing: error))", sourceLocation: location)
                return
            }
            #expect(found.contains(quantity), sourceLocation: location)
            #expect(error?.line == nil && error?.columns == nil, sourceLocation: location)
            #expect(
                error?.message.hasPrefix("cannot write a TLE of ") == true,
                sourceLocation: location)
        }
        refuses("catalogue number") { $0.catalogNumber = CatalogNumber(340_000) }
        refuses("classification") { $0.classification = "é" }
        refuses("international designator") { $0.internationalDesignator = "1998-067ABCDEF" }
        refuses("international designator") { $0.internationalDesignator = "98\n067A" }
        refuses("epoch") { $0.epoch = Instant(year: 1956, month: 12, day: 31) }
        refuses("epoch") { $0.epoch = Instant(year: 2057, month: 1, day: 1) }
        refuses("epoch") {
            $0.epoch = Instant(
                julianDate: Instant(year: 2056, month: 12, day: 31).julianDate,
                dayFraction: 0.999999999)
        }
        refuses("epoch") { $0.epoch = Instant(julianDate: 1e300) }
        refuses("first derivative") { $0.halfMeanMotionDotRevPerDay2 = 0.999999996 }
        refuses("first derivative") { $0.halfMeanMotionDotRevPerDay2 = .nan }
        refuses("second derivative") { $0.sixthMeanMotionDdotRevPerDay3 = 1e9 }
        refuses("second derivative") { $0.sixthMeanMotionDdotRevPerDay3 = 999_999_999 }
        refuses("drag term") { $0.bstarPerEarthRadius = -.infinity }
        refuses("drag term") { $0.bstarPerEarthRadius = .nan }
        refuses("inclination") { $0.inclinationRad = 3.1416 }
        refuses("inclination") { $0.inclinationRad = -0.001 }
        refuses("right ascension") { $0.raanRad = .infinity }
        refuses("eccentricity") { $0.eccentricity = 0.99999996 }
        refuses("eccentricity") { $0.eccentricity = .nan }
        refuses("argument of perigee") { $0.argumentOfPerigeeRad = .nan }
        refuses("mean anomaly") { $0.meanAnomalyRad = .nan }
        refuses("mean motion") { $0.meanMotionRadPerMin = 0 }
        refuses("mean motion") { $0.meanMotionRadPerMin = 0.4364 }
        refuses("ephemeris type") { $0.ephemerisType = 10 }
        refuses("ephemeris type") { $0.ephemerisType = 4 }
        refuses("element set number") { $0.elementSetNumber = 10_000 }
        refuses("revolution") { $0.revolutionAtEpoch = -1 }
    }

    /// Element sets that fit a TLE, with all digits of a double.
    private func randomSet(_ generator: inout SeededGenerator) -> ElementSet {
        func random(_ range: Range<Double>) -> Double { .random(in: range, using: &generator) }
        func power(_ range: Range<Double>) -> Double {
            (Bool.random(using: &generator) ? 1 : -1) * pow(10, random(range))
        }
        return ElementSet(
            catalogNumber: CatalogNumber(.random(in: 1...339_999, using: &generator)),
            epoch: Instant(julianDate: 2_451_545.5 + random(-15_000..<18_000).rounded())
                .advanced(bySeconds: random(0..<86_400)),
            inclinationRad: random(0..<Double.pi), raanRad: random(-10..<10),
            eccentricity: random(0..<0.9), argumentOfPerigeeRad: random(-10..<10),
            meanAnomalyRad: random(0..<7), meanMotionRadPerMin: random(0.001..<0.08),
            bstarPerEarthRadius: power(-12..<3), halfMeanMotionDotRevPerDay2: power(-9..<(-0.1)),
            sixthMeanMotionDdotRevPerDay3: power(-15..<0), internationalDesignator: "98067A",
            elementSetNumber: 999, revolutionAtEpoch: 12_345)
    }

    @Test func precisionIsThatOfReadingWhatWasWritten() throws {
        var generator = SeededGenerator(seed: 1957)
        for _ in 0..<2_000 {
            let set = randomSet(&generator)
            let lines = try TLE.lines(of: set)
            let read = try TLE.read(line1: lines.0, line2: lines.1)
            #expect(set.roundedToTLEPrecision() == read)
            #expect(read.roundedToTLEPrecision() == read)
            let again = try TLE.lines(of: read)
            #expect(again == lines)
            #expect(abs(read.epoch.seconds(since: set.epoch)) <= 0.5e-8 * 86_400 * 1.000001)
            #expect(abs(read.inclinationRad - set.inclinationRad) < 0.500001e-4 * .pi / 180)
            #expect(abs(read.eccentricity - set.eccentricity) < 0.500001e-7)
            #expect(
                abs(read.bstarPerEarthRadius - set.bstarPerEarthRadius)
                    <= max(0.500001e-14, 0.500001e-4 * abs(set.bstarPerEarthRadius)))
        }
    }

    @Test func precisionKeepsWhatNoTLECanHold() {
        var set = sample
        set.catalogNumber = CatalogNumber(799_000_001)
        set.eccentricity = .nan
        set.raanRad = .infinity
        set.bstarPerEarthRadius = 1e12
        let rounded = set.roundedToTLEPrecision()
        #expect(rounded.catalogNumber == set.catalogNumber)
        #expect(rounded.eccentricity.isNaN)
        #expect(!rounded.raanRad.isFinite)
        #expect(rounded.bstarPerEarthRadius == 1e12)
    }
}
