/// The text form of an element set: two lines of 69 columns.
///
/// Read are the published columns, with what real files do besides: ends of line of any kind,
/// trailing blanks, further text after column 69 when column 70 is blank, blank designators,
/// catalogue numbers padded with blanks or in Alpha-5, explicit plus signs, and blanks for the
/// values that SGP4 does not use. Years 57...99 are of the 20th century, 00...56 of the 21st.
///
/// - Note: CelesTrak, "Frequently Asked Questions: Two-Line Element Set Format"; Hoots and
///   Roehrich, "Spacetrack Report No. 3" (1980).
public enum TLE {
    /// Columns of a line.
    package static let lineLength = 69

    /// Reads the two lines of an element set.
    ///
    /// Degrees become radians as `deg * (π/180)` and the mean motion is divided by
    /// ``ElementSet/revPerDayPerRadPerMin``, as the published code does, so that SGP4 starts from
    /// the same bits.
    ///
    /// - Parameters:
    ///   - line1: The first line, with or without its end of line.
    ///   - line2: The second line.
    ///   - name: Name of the object; surrounding blanks are cut.
    ///   - allowBadChecksum: Whether a wrong or missing checksum digit in column 69 is accepted.
    /// - Throws: ``TLEError`` for the first field that is wrong; a field that is wrong is named
    ///   before a checksum that is, because it says more.
    /// - Complexity: O(1).
    public static func read(
        line1: some StringProtocol, line2: some StringProtocol, name: String = "",
        allowBadChecksum: Bool = false
    ) throws(TLEError) -> ElementSet {
        try read(
            line1: Array(line1.utf8)[...], line2: Array(line2.utf8)[...], name: name,
            allowBadChecksum: allowBadChecksum)
    }

    /// Reads the two lines of an element set from their bytes.
    ///
    /// - Parameters:
    ///   - line1: The first line, with or without its end of line.
    ///   - line2: The second line.
    ///   - name: Name of the object; surrounding blanks are cut.
    ///   - allowBadChecksum: Whether a wrong or missing checksum digit in column 69 is accepted.
    /// - Throws: ``TLEError`` for the first field that is wrong.
    /// - Complexity: O(1).
    public static func read(
        line1: ArraySlice<UInt8>, line2: ArraySlice<UInt8>, name: String = "",
        allowBadChecksum: Bool = false
    ) throws(TLEError) -> ElementSet {
        let first = try TLELine(line1, number: 1)
        let catalogNumber = try first.catalogNumber()
        let classification = try first.classification()
        let designator = try first.designator(10...17)
        let epoch = try first.epoch()
        try first.blank([9, 18, 33, 44, 53, 62, 64])
        let halfMeanMotionDot = try first.decimal(
            34...43, pointAt: 35, "half the first derivative of the mean motion [rev/day²]",
            within: -1...1, blankIsZero: true)
        let sixthMeanMotionDdot = try first.exponential(
            45...52, "a sixth of the second derivative of the mean motion [rev/day³]",
            blankIsZero: true)
        let bstar = try first.exponential(54...61, "drag term B* [1/Earth radii]")
        let ephemerisType = try first.integer(63...63, "ephemeris type")
        guard ephemerisType != 4 else {
            throw first.error(
                63...63, "ephemeris type", "0, for SGP4; type 4 is SGP4-XP, another theory")
        }
        let elementSetNumber = try first.integer(65...68, "element set number")
        try first.checksum(allowBad: allowBadChecksum)

        let second = try TLELine(line2, number: 2)
        let secondNumber = try second.catalogNumber()
        guard secondNumber == catalogNumber else {
            throw TLEError.differentNumbers(line1: first.text(3...7), line2: second.text(3...7))
        }
        try second.blank([8, 17, 26, 34, 43, 52])
        let inclinationDeg = try second.decimal(
            9...16, pointAt: 12, "inclination [deg]", within: 0...180)
        let raanDeg = try second.decimal(
            18...25, pointAt: 21, "right ascension of the ascending node [deg]", within: 0...360)
        let eccentricity = try second.fraction(27...33, "eccentricity")
        let argumentOfPerigeeDeg = try second.decimal(
            35...42, pointAt: 38, "argument of perigee [deg]", within: 0...360)
        let meanAnomalyDeg = try second.decimal(
            44...51, pointAt: 47, "mean anomaly [deg]", within: 0...360)
        let meanMotionRevPerDay = try second.decimal(
            53...63, pointAt: 55, "mean motion [rev/day]",
            within: Double.leastNonzeroMagnitude...100)
        let revolution = try second.integer(64...68, "revolution number")
        try second.checksum(allowBad: allowBadChecksum)

        let radPerDeg = Double.pi / 180
        return ElementSet(
            name: trimmed(name), catalogNumber: catalogNumber, epoch: epoch,
            inclinationRad: inclinationDeg * radPerDeg, raanRad: raanDeg * radPerDeg,
            eccentricity: eccentricity, argumentOfPerigeeRad: argumentOfPerigeeDeg * radPerDeg,
            meanAnomalyRad: meanAnomalyDeg * radPerDeg,
            meanMotionRadPerMin: meanMotionRevPerDay / ElementSet.revPerDayPerRadPerMin,
            bstarPerEarthRadius: bstar, halfMeanMotionDotRevPerDay2: halfMeanMotionDot,
            sixthMeanMotionDdotRevPerDay3: sixthMeanMotionDdot, classification: classification,
            internationalDesignator: designator, ephemerisType: ephemerisType,
            elementSetNumber: elementSetNumber, revolutionAtEpoch: revolution)
    }

    /// The checksum of a line: its digits and one for each minus sign in columns 1 to 68, modulo 10.
    static func checksum(_ line: some Collection<UInt8>) -> Int {
        var sum = 0
        for byte in line.prefix(lineLength - 1) {
            if let digit = byte.digitValue {
                sum += digit
            } else if byte == UInt8(ascii: "-") {
                sum += 1
            }
        }
        return sum % 10
    }

    /// The year of two digits: 57...99 are 1957...1999, 0...56 are 2000...2056.
    static func year(ofTwoDigits year: Int) -> Int { year < 57 ? 2_000 + year : 1_900 + year }

    private static func trimmed(_ name: String) -> String {
        guard let first = name.utf8.first, let last = name.utf8.last,
            first <= UInt8(ascii: " ") || last <= UInt8(ascii: " ")
        else { return name }
        let bytes = ASCII.trimmed(Array(name.utf8)[...])
        return String(decoding: bytes, as: UTF8.self)
    }
}
