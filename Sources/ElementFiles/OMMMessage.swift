import Orbits

/// The values of one OMM as text, and the element set that they make.
///
/// Keys that SGP4 does not need are passed over. What CelesTrak's tables leave out has the value
/// that it has there: the centre is the Earth, the frame TEME, the time UTC and the theory SGP4.
struct OMMMessage {
    private struct Value {
        let text: ArraySlice<UInt8>
        let line: Int
    }

    /// The line in which the message begins.
    let line: Int

    private var values = [Value?](repeating: nil, count: OMMKey.allCases.count)
    private var fault: OMMFault?

    init(line: Int) { self.line = line }

    /// Puts a value; the first fault is kept and reported when the element set is asked for.
    ///
    /// - Parameters:
    ///   - unit: The unit that the file names for it, if any.
    mutating func set(
        _ key: OMMKey, to text: ArraySlice<UInt8>, unit: ArraySlice<UInt8>? = nil, line: Int
    ) {
        if values[key.rawValue] != nil {
            note(line, "a second \(key.keyword)", "one in a message")
        }
        if let unit, let expected = key.unit {
            let found = String(decoding: unit, as: UTF8.self)
            if found.lowercased() != expected.lowercased() {
                note(line, "\(key.keyword) in the unit \(ASCII.quoted(unit))", expected)
            }
        }
        values[key.rawValue] = Value(text: ASCII.trimmed(text), line: line)
    }

    /// Notes what makes the whole message unusable.
    mutating func note(_ line: Int, _ found: String, _ expected: String) {
        guard fault == nil else { return }
        fault = OMMFault(line: line, found: found, expected: expected)
    }

    /// The element set.
    ///
    /// A semi-major axis a stands for the mean motion √(GM/a³), with GM = 398600.8 km³/s², that of
    /// WGS-72, unless the message names another.
    func elementSet() throws(OMMFault) -> ElementSet {
        if let fault {
            throw OMMFault(
                line: fault.line, found: fault.found + ofObject, expected: fault.expected)
        }
        try require(.meanElementTheory, ["SGP4", "SGP", "SGP/SGP4"], "SGP4, for which it is read")
        try require(.centerName, ["EARTH"], "EARTH")
        try require(.refFrame, ["TEME"], "TEME, the frame of SGP4")
        try require(.timeSystem, ["UTC"], "UTC")
        guard let epochText = text(.epoch) else { throw missing(.epoch) }
        guard let epoch = Instant(iso8601: String(decoding: epochText, as: UTF8.self)) else {
            throw fault(.epoch, "a date and time such as 2026-08-23T05:06:07.891000")
        }
        let eccentricity = try decimal(.eccentricity)
        guard eccentricity >= 0, eccentricity < 1 else {
            throw fault(.eccentricity, "a number from 0 to below 1")
        }
        let inclinationDeg = try decimal(.inclination)
        guard (0...180).contains(inclinationDeg) else {
            throw fault(.inclination, "a number from 0 to 180 [deg]")
        }
        let ephemerisType = try integer(.ephemerisType, 0...9, default: 0)
        guard ephemerisType != 4 else {
            throw fault(.ephemerisType, "0, for SGP4; type 4 is SGP4-XP, another theory")
        }
        let classification = String(decoding: text(.classificationType) ?? [], as: UTF8.self)
        guard ["", "U", "C", "S"].contains(classification) else {
            throw fault(.classificationType, "U, C or S")
        }
        let radPerDeg = Double.pi / 180
        return ElementSet(
            name: String(decoding: text(.objectName) ?? [], as: UTF8.self),
            catalogNumber: CatalogNumber(UInt32(try integer(.noradCatID, 0...999_999_999))),
            epoch: epoch, inclinationRad: inclinationDeg * radPerDeg,
            raanRad: try angleDeg(.raOfAscNode) * radPerDeg, eccentricity: eccentricity,
            argumentOfPerigeeRad: try angleDeg(.argOfPericenter) * radPerDeg,
            meanAnomalyRad: try angleDeg(.meanAnomaly) * radPerDeg,
            meanMotionRadPerMin: try meanMotionRadPerMin(),
            bstarPerEarthRadius: try decimal(.bstar),
            halfMeanMotionDotRevPerDay2: try decimal(.meanMotionDot, default: 0),
            sixthMeanMotionDdotRevPerDay3: try decimal(.meanMotionDdot, default: 0),
            classification: classification.first ?? "U",
            internationalDesignator: String(decoding: text(.objectID) ?? [], as: UTF8.self),
            ephemerisType: ephemerisType,
            elementSetNumber: try integer(.elementSetNo, 0...999_999_999, default: 0),
            revolutionAtEpoch: try integer(.revAtEpoch, 0...999_999_999, default: 0))
    }

    private func meanMotionRadPerMin() throws(OMMFault) -> Double {
        if text(.meanMotion) == nil, text(.semiMajorAxis) != nil {
            let semiMajorAxisKm = try decimal(.semiMajorAxis)
            guard semiMajorAxisKm > 1, semiMajorAxisKm < 1e9 else {
                throw fault(.semiMajorAxis, "a number above 1 and below 1e9 [km]")
            }
            let muKm3PerS2 = try decimal(.gm, default: GravityModel.wgs72.muKm3PerS2)
            guard muKm3PerS2 > 0, muKm3PerS2 < 1e9 else {
                throw fault(.gm, "a number above 0 and below 1e9 [km³/s²]")
            }
            let cube = semiMajorAxisKm * semiMajorAxisKm * semiMajorAxisKm
            return 60 * (muKm3PerS2 / cube).squareRoot()
        }
        let meanMotionRevPerDay = try decimal(.meanMotion)
        guard meanMotionRevPerDay > 0, meanMotionRevPerDay <= 100 else {
            throw fault(.meanMotion, "a number above 0 to 100 [rev/day]")
        }
        return meanMotionRevPerDay / ElementSet.revPerDayPerRadPerMin
    }

    /// The text of a value, or `nil` when it is missing or blank.
    private func text(_ key: OMMKey) -> ArraySlice<UInt8>? {
        guard let value = values[key.rawValue], !value.text.isEmpty else { return nil }
        return value.text
    }

    private func require(
        _ key: OMMKey, _ accepted: [String], _ expected: String
    ) throws(OMMFault) {
        guard let text = text(key) else { return }
        let word = String(decoding: text, as: UTF8.self).uppercased()
        guard accepted.contains(word) else { throw fault(key, expected) }
    }

    private func decimal(_ key: OMMKey, default missingValue: Double? = nil) throws(OMMFault)
        -> Double
    {
        guard let text = text(key) else {
            guard let missingValue else { throw missing(key) }
            return missingValue
        }
        guard let value = ASCII.decimal(text) else { throw fault(key, "a decimal number") }
        return value
    }

    private func angleDeg(_ key: OMMKey) throws(OMMFault) -> Double {
        let value = try decimal(key)
        guard (-360...360).contains(value) else {
            throw fault(key, "a number from -360 to 360 [deg]")
        }
        return value
    }

    private func integer(
        _ key: OMMKey, _ range: ClosedRange<Int>, default missingValue: Int? = nil
    ) throws(OMMFault) -> Int {
        guard let text = text(key) else {
            guard let missingValue else { throw missing(key) }
            return missingValue
        }
        // Tables that went through a spreadsheet write 25544.0.
        guard let value = ASCII.decimal(text), value == value.rounded(),
            value >= Double(range.lowerBound), value <= Double(range.upperBound)
        else {
            throw fault(key, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return Int(value)
    }

    private func fault(_ key: OMMKey, _ expected: String) -> OMMFault {
        OMMFault(
            line: values[key.rawValue]?.line ?? line,
            found: "\(ASCII.quoted(text(key) ?? [])) as \(key.keyword)\(ofObject)",
            expected: expected)
    }

    private func missing(_ key: OMMKey) -> OMMFault {
        let keyword = key == .meanMotion ? "MEAN_MOTION or SEMI_MAJOR_AXIS" : key.keyword
        return OMMFault(
            line: values[key.rawValue]?.line ?? line, found: "no \(keyword)\(ofObject)",
            expected: "a value for that mandatory key")
    }

    /// Which object it is, for messages.
    private var ofObject: String {
        guard let object = text(.objectName) ?? text(.noradCatID) ?? text(.objectID) else {
            return ""
        }
        return " of \(ASCII.quoted(object))"
    }
}
