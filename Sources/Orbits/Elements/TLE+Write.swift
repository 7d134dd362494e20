extension TLE {
    /// The two lines of an element set, with valid checksums.
    ///
    /// Of what the format leaves free, this is written: the catalogue number padded with zeros, the
    /// designator as `98067A` (also when the set holds `1998-067A`), a blank for a plus sign, `+0`
    /// for the exponent zero, and the revolution number modulo 100,000. Angles are normalised to
    /// 0..<360°, so that 359.99999° is written as 0.0000. Values are rounded to the nearest last
    /// digit, an exact half to the even one. A line read by `read(line1:line2:name:allowBadChecksum:)`
    /// comes out as it was but for those freedoms.
    ///
    /// - Throws: ``TLEError/doesNotFit(quantity:found:expected:)`` when the columns cannot hold a
    ///   value, such as a catalogue number beyond 339999.
    public static func lines(of set: ElementSet) throws(TLEError) -> (String, String) {
        guard let number = set.catalogNumber.alpha5 else {
            throw .doesNotFit(
                quantity: "catalogue number", found: "\(set.catalogNumber.rawValue)",
                expected: "at most \(CatalogNumber.largestInTLE.rawValue)")
        }
        guard ["U", "C", "S"].contains(set.classification) else {
            throw .doesNotFit(
                quantity: "classification", found: quoted("\(set.classification)"),
                expected: "U, C or S")
        }
        guard (0...9).contains(set.ephemerisType), set.ephemerisType != 4 else {
            throw .doesNotFit(
                quantity: "ephemeris type", found: "\(set.ephemerisType)",
                expected: "0, for SGP4")
        }
        guard (0...9_999).contains(set.elementSetNumber) else {
            throw .doesNotFit(
                quantity: "element set number", found: "\(set.elementSetNumber)",
                expected: "0 to 9999")
        }
        guard set.revolutionAtEpoch >= 0 else {
            throw .doesNotFit(
                quantity: "revolution number", found: "\(set.revolutionAtEpoch)",
                expected: "0 or more")
        }
        let line1 =
            "1 \(number)\(set.classification) \(try designator(set.internationalDesignator)) "
            + "\(try epoch(set.epoch)) \(try derivative(set.halfMeanMotionDotRevPerDay2)) "
            + "\(try exponential(set.sixthMeanMotionDdotRevPerDay3, "second derivative of n")) "
            + "\(try exponential(set.bstarPerEarthRadius, "drag term B*")) "
            + "\(set.ephemerisType) \(leftPadded(String(set.elementSetNumber), 4))"
        let line2 =
            "2 \(number) \(try inclination(set.inclinationRad)) "
            + "\(try angle(set.raanRad, "right ascension of the ascending node")) "
            + "\(try eccentricity(set.eccentricity)) "
            + "\(try angle(set.argumentOfPerigeeRad, "argument of perigee")) "
            + "\(try angle(set.meanAnomalyRad, "mean anomaly")) "
            + "\(try meanMotion(set.meanMotionRevPerDay))"
            + leftPadded(String(set.revolutionAtEpoch % 100_000), 5)
        return (line1 + "\(checksum(line1.utf8))", line2 + "\(checksum(line2.utf8))")
    }

    private static func designator(_ text: String) throws(TLEError) -> String {
        var bytes = Array(text.utf8)
        // An OMM writes 1998-067A where a TLE writes 98067A.
        if bytes.count >= 9, bytes[4] == UInt8(ascii: "-"),
            bytes.prefix(4).allSatisfy({ $0.digitValue != nil })
        {
            bytes = Array(bytes[2..<4] + bytes[5...])
        }
        guard bytes.count <= 8, bytes.allSatisfy({ $0 >= UInt8(ascii: " ") && $0 < 0x7f }) else {
            throw .doesNotFit(
                quantity: "international designator", found: quoted(text),
                expected: "at most 8 characters such as 98067A, or 1998-067A")
        }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 8 - bytes.count))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func epoch(_ instant: Instant) throws(TLEError) -> String {
        let (dayNumber, fraction) = rounded(instant)
        // The range is that of the two digits, and keeps the conversion to an integer safe.
        let first = Instant(year: 1957, month: 1, day: 1).julianDate
        let end = Instant(year: 2057, month: 1, day: 1).julianDate
        guard dayNumber >= first, dayNumber < end else {
            throw .doesNotFit(
                quantity: "epoch", found: "Julian date \(instant.julianDate)",
                expected: "a year from 1957 to 2056")
        }
        let year = GregorianDate(julianDayNumber: Int(dayNumber + 0.5)).year
        let dayOfYear = Int(dayNumber - Instant(year: year, month: 1, day: 1).julianDate) + 1
        return "\(padded(year % 100, 2))\(padded(dayOfYear, 3)).\(padded(Int(fraction), 8))"
    }

    private static func derivative(_ value: Double) throws(TLEError) -> String {
        let scaled = TLERounding.scaled(value, by: 1e8)
        guard abs(scaled) < 1e8 else {
            throw .doesNotFit(
                quantity: "half the first derivative of the mean motion", found: "\(value)",
                expected: "less than 1 rev/day²")
        }
        return (scaled.sign == .minus ? "-." : " .") + padded(Int(abs(scaled)), 8)
    }

    private static func exponential(
        _ value: Double, _ quantity: String
    ) throws(TLEError) -> String {
        guard let (digits, power) = TLERounding.exponential(value) else {
            throw .doesNotFit(
                quantity: quantity, found: "\(value)", expected: "a magnitude below 1e9")
        }
        return (value.sign == .minus ? "-" : " ") + padded(digits, 5)
            + (power < 0 ? "-" : "+") + "\(abs(power))"
    }

    private static func inclination(_ radians: Double) throws(TLEError) -> String {
        let scaled = TLERounding.scaled(radians / TLERounding.radPerDeg, by: 1e4)
        guard scaled >= 0, scaled <= 1_800_000 else {
            throw .doesNotFit(
                quantity: "inclination", found: "\(radians) rad", expected: "0 to π rad")
        }
        return fixed(scaled, decimals: 4, width: 8)
    }

    private static func angle(_ radians: Double, _ quantity: String) throws(TLEError) -> String {
        guard radians.isFinite else {
            throw .doesNotFit(
                quantity: quantity, found: "\(radians) rad", expected: "a finite angle")
        }
        return fixed(TLERounding.scaledTurn(radians), decimals: 4, width: 8)
    }

    private static func eccentricity(_ value: Double) throws(TLEError) -> String {
        let scaled = TLERounding.scaled(value, by: 1e7)
        guard scaled >= 0, scaled < 1e7 else {
            throw .doesNotFit(
                quantity: "eccentricity", found: "\(value)", expected: "0 to 0.9999999")
        }
        return padded(Int(scaled), 7)
    }

    private static func meanMotion(_ revPerDay: Double) throws(TLEError) -> String {
        let scaled = TLERounding.scaled(revPerDay, by: 1e8)
        guard scaled > 0, scaled < 1e10 else {
            throw .doesNotFit(
                quantity: "mean motion", found: "\(revPerDay) rev/day",
                expected: "0.00000001 to 99.99999999 rev/day")
        }
        return fixed(scaled, decimals: 8, width: 11)
    }

    /// The midnight and the 1e-8 days of an instant, carried into the next day where they round up.
    static func rounded(_ instant: Instant) -> (julianDate: Double, ticks: Double) {
        let ticks = TLERounding.scaled(instant.dayFraction, by: 1e8)
        return ticks < 1e8 ? (instant.julianDate, ticks) : (instant.julianDate + 1, 0)
    }

    private static func fixed(_ scaled: Double, decimals: Int, width: Int) -> String {
        let digits = padded(Int(scaled), decimals + 1)
        return leftPadded(digits.dropLast(decimals) + "." + digits.suffix(decimals), width)
    }

    private static func leftPadded(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.utf8.count)) + text
    }

    private static func quoted(_ text: String) -> String { ASCII.quoted(Array(text.utf8)[...]) }
}
