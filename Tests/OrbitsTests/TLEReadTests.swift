import Orbits
import Testing

@Suite struct TLEReadTests {
    private let line1 = TLESample.line1
    private let line2 = TLESample.line2

    @Test func readsEveryField() throws {
        let set = try TLE.read(line1: line1, line2: line2, name: "SAMPLE 1           ")
        let radPerDeg = Double.pi / 180
        #expect(set.name == "SAMPLE 1")
        #expect(set.catalogNumber == CatalogNumber(90_001))
        #expect(set.classification == "U")
        #expect(set.internationalDesignator == "26001A")
        #expect(set.epoch.iso8601(fractionDigits: 6) == "2026-08-23T02:57:46.665792Z")
        #expect(set.epoch.dayFraction == 0.12345678)
        #expect(set.halfMeanMotionDotRevPerDay2 == -0.00012345)
        #expect(set.sixthMeanMotionDdotRevPerDay3 == 0)
        #expect(set.bstarPerEarthRadius == -0.67891e-3)
        #expect(set.inclinationRad == 53.0543 * radPerDeg)
        #expect(set.raanRad == 210.9876 * radPerDeg)
        #expect(set.eccentricity == 0.0012345)
        #expect(set.argumentOfPerigeeRad == 87.6543 * radPerDeg)
        #expect(set.meanAnomalyRad == 272.3456 * radPerDeg)
        #expect(set.meanMotionRadPerMin == 15.05512345 / (1_440 / (2 * Double.pi)))
        #expect(set.ephemerisType == 0)
        #expect(set.elementSetNumber == 999)
        #expect(set.revolutionAtEpoch == 4_321)
    }

    @Test(arguments: ["\r\n", "\n", "   ", "\0", "  0.0  1440.0  20.00", "\t"])
    func readsWhatFollowsColumn69(_ ending: String) throws {
        let plain = try TLE.read(line1: line1, line2: line2)
        #expect(try TLE.read(line1: line1 + ending, line2: line2 + ending) == plain)
    }

    @Test(arguments: [
        ("A0000", 100_000), ("H9999", 179_999), ("J0000", 180_000), ("Z9999", 339_999),
        ("   47", 47), ("00047", 47), ("99999", 99_999),
    ])
    func readsCatalogueNumbers(_ text: String, _ number: UInt32) throws {
        let set = try TLE.read(
            line1: TLESample.with(line1, 3, text), line2: TLESample.with(line2, 3, text))
        #expect(set.catalogNumber == CatalogNumber(number))
    }

    @Test(arguments: [("57", 1957), ("99", 1999), ("00", 2000), ("56", 2056), (" 5", 2005)])
    func pivotsTheYearAt57(_ text: String, _ year: Int) throws {
        let set = try TLE.read(line1: TLESample.with(line1, 19, text), line2: line2)
        #expect(
            set.epoch
                == Instant(
                    julianDate: Instant(year: year, month: 1, day: 1).julianDate + 234,
                    dayFraction: 0.12345678))
    }

    @Test func readsBlanksForWhatSGP4DoesNotUse() throws {
        var first = TLESample.with(line1, 8, "          ")
        first = TLESample.with(first, 34, "          ")
        first = TLESample.with(first, 45, "        ")
        first = TLESample.with(first, 63, "      ")
        let set = try TLE.read(line1: first, line2: TLESample.with(line2, 64, "     "))
        #expect(set.classification == "U")
        #expect(set.internationalDesignator.isEmpty)
        #expect(set.halfMeanMotionDotRevPerDay2 == 0)
        #expect(set.sixthMeanMotionDdotRevPerDay3 == 0)
        #expect(set.ephemerisType == 0)
        #expect(set.elementSetNumber == 0)
        #expect(set.revolutionAtEpoch == 0)
    }

    @Test(arguments: [
        ("+12345-3", 0.12345e-3), (" 12345-3", 0.12345e-3), ("-12345+2", -12.345),
        (" 12345 0", 0.12345), (" 00000-0", 0), ("+00000+0", 0), (" 00001-9", 1e-14),
        (" 99999+9", 999_990_000),
    ])
    func readsTheAssumedPoint(_ text: String, _ value: Double) throws {
        let set = try TLE.read(line1: TLESample.with(line1, 54, text), line2: line2)
        #expect(set.bstarPerEarthRadius == value)
        let other = try TLE.read(line1: TLESample.with(line1, 45, text), line2: line2)
        #expect(other.sixthMeanMotionDdotRevPerDay3 == value)
    }

    @Test func readsAnExplicitPlusSign() throws {
        let set = try TLE.read(line1: TLESample.with(line1, 34, "+.00006010"), line2: line2)
        #expect(set.halfMeanMotionDotRevPerDay2 == 0.0000601)
    }

    @Test(arguments: [
        // Line 1: line number, gaps, numbers, ranges.
        (1, 1, "3", 1...2), (1, 2, "-", 1...2), (1, 9, "x", 9...9), (1, 18, "x", 18...18),
        (1, 3, "I0000", 3...7), (1, 3, "O0000", 3...7), (1, 3, "9 001", 3...7),
        (1, 3, "     ", 3...7), (1, 8, "X", 8...8), (1, 10, "19\u{7}74B", 10...17),
        (1, 19, "2x", 19...20), (1, 19, "  ", 19...20), (1, 21, "000", 21...32),
        (1, 21, "366", 21...32), (1, 21, "-12", 21...32), (1, 24, ",", 21...32),
        (1, 25, "1728486O", 21...32), (1, 25, "1728 867", 21...32), (1, 34, " 0x1p-3000", 34...43),
        (1, 34, "     nan  ", 34...43), (1, 34, " 1.0000000", 34...43),
        (1, 34, "-.0007e-05", 34...43), (1, 45, " nan  -3", 45...52), (1, 45, " 1234503", 45...52),
        (1, 54, "        ", 54...61), (1, 54, " 1234 -3", 54...61), (1, 54, "x12345-3", 54...61),
        (1, 63, "x", 63...63), (1, 63, "4", 63...63), (1, 65, "99x9", 65...68),
        (1, 65, "-999", 65...68),
        // Line 2.
        (2, 1, "1", 1...2), (2, 8, "1", 8...8), (2, 17, "0", 17...17), (2, 3, "9000x", 3...7),
        (2, 9, "180.0001", 9...16), (2, 9, " -0.0001", 9...16), (2, 9, " 53.O481", 9...16),
        (2, 9, "     nan", 9...16), (2, 9, "        ", 9...16), (2, 9, " 531.481", 9...16),
        (2, 18, "360.0001", 18...25), (2, 18, " 1e2.000", 18...25), (2, 27, "-005172", 27...33),
        (2, 27, "       ", 27...33), (2, 27, "00 5172", 27...33), (2, 35, "-75.9267", 35...42),
        (2, 44, "     inf", 44...51), (2, 53, " 0.00000000", 53...63),
        (2, 53, "-1.00000000", 53...63), (2, 53, "        inf", 53...63), (2, 64, "44x1 ", 64...68),
    ])
    func namesTheColumnsOfAWrongField(
        _ line: Int, _ column: Int, _ text: String, _ columns: ClosedRange<Int>
    ) throws {
        let error = try #require(throws: TLEError.self) {
            try TLE.read(
                line1: line == 1 ? TLESample.with(line1, column, text) : line1,
                line2: line == 2 ? TLESample.with(line2, column, text) : line2)
        }
        #expect(error.line == line)
        #expect(error.columns == columns)
        #expect(error.message.contains(error.found))
        #expect(error.message.hasSuffix("expected " + error.expected))
        #expect(error.message.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test func saysWhatWasFoundAndExpected() throws {
        let error = try #require(throws: TLEError.self) {
            try TLE.read(line1: line1, line2: TLESample.with(line2, 9, "180.0001"))
        }
        #expect(
            error.message
                == "line 2 of the TLE, columns 9 to 16: found \"180.0001\" as inclination [deg], "
                + "expected a number from 0 to 180")
    }

    @Test func refusesABadChecksumUnlessAllowed() throws {
        let bad1 = TLESample.with(line1, 69, "4", fixingChecksum: false)
        let bad2 = TLESample.with(line2, 69, "x", fixingChecksum: false)
        #expect(throws: TLEError.checksum(line: 1, found: "\"4\"", expected: 3)) {
            try TLE.read(line1: bad1, line2: line2)
        }
        #expect(throws: TLEError.checksum(line: 2, found: "\"x\"", expected: 3)) {
            try TLE.read(line1: line1, line2: bad2)
        }
        let plain = try TLE.read(line1: line1, line2: line2)
        #expect(try TLE.read(line1: bad1, line2: bad2, allowBadChecksum: true) == plain)
    }

    @Test func namesAWrongFieldBeforeItsChecksum() throws {
        let bad = TLESample.with(line2, 9, " 53.O481", fixingChecksum: false)
        let error = try #require(throws: TLEError.self) {
            try TLE.read(line1: line1, line2: bad, allowBadChecksum: true)
        }
        #expect(error.columns == 9...16)
    }

    @Test func refusesAnotherLength() {
        for length in [0, 1, 24, 68] {
            #expect(throws: TLEError.length(line: 1, found: length)) {
                try TLE.read(line1: line1.prefix(length), line2: line2[...])
            }
            #expect(throws: TLEError.length(line: 2, found: length)) {
                try TLE.read(line1: line1[...], line2: line2.prefix(length), allowBadChecksum: true)
            }
        }
        #expect(throws: TLEError.length(line: 2, found: 70)) {
            try TLE.read(line1: line1, line2: line2 + "7")
        }
    }

    @Test func refusesLinesOfTwoObjects() {
        #expect(throws: TLEError.differentNumbers(line1: "\"90001\"", line2: "\"90002\"")) {
            try TLE.read(line1: line1, line2: TLESample.with(line2, 3, "90002"))
        }
    }

    @Test func knowsLeapYears() throws {
        let last = TLESample.with(line1, 19, "24366.99999999")
        let set = try TLE.read(line1: last, line2: line2)
        #expect(set.epoch.iso8601().hasPrefix("2024-12-31") || set.epoch.dayFraction == 0.99999999)
        #expect(set.epoch.julianDate == Instant(year: 2024, month: 12, day: 31).julianDate)
        #expect(throws: TLEError.self) {
            try TLE.read(line1: TLESample.with(line1, 19, "25366.00000000"), line2: line2)
        }
    }
}
