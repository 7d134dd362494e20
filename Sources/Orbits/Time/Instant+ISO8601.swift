extension Instant {
    /// Reads a date and time of ISO 8601 or CCSDS 301.0 (ASCII time codes A and B).
    ///
    /// `2026-08-23`, `2026-08-23T05:06:07.891Z`, `2026-235T05:06` and a blank in place of the `T` are
    /// read; a numeric offset such as `+02:00` is taken out. Without one the time is UTC. The second 60
    /// exists in the last minute of a UTC day only.
    ///
    /// - Parameter text: The text, without surrounding blanks.
    /// - Returns: `nil` when the text is no such date or names a day or a time that does not exist.
    public init?(iso8601 text: some StringProtocol) {
        var reader = DigitReader(text.utf8)
        guard let year = reader.digits(4), reader.skip("-") else { return nil }
        let dayNumber: Int
        if let dayOfYear = reader.digits(3, notFollowedByDigit: true) {
            guard dayOfYear >= 1, dayOfYear <= (GregorianDate.isLeap(year) ? 366 : 365) else {
                return nil
            }
            dayNumber =
                GregorianDate.julianDayNumber(year: year, month: 1, day: 1) + dayOfYear - 1
        } else {
            guard let month = reader.digits(2), (1...12).contains(month), reader.skip("-"),
                let day = reader.digits(2), day >= 1,
                day <= GregorianDate.days(inMonth: month, of: year)
            else { return nil }
            dayNumber = GregorianDate.julianDayNumber(year: year, month: month, day: day)
        }
        var minuteOfDay = 0
        var seconds = 0.0
        if !reader.isAtEnd {
            guard reader.skip("T") || reader.skip(" "), let hour = reader.digits(2), hour <= 23,
                reader.skip(":"), let minute = reader.digits(2), minute <= 59
            else { return nil }
            minuteOfDay = hour * 60 + minute
            var isLeapSecond = false
            if reader.skip(":") {
                guard let second = reader.digits(2), second <= 60 else { return nil }
                isLeapSecond = second == 60
                seconds = Double(second)
                if reader.skip(".") {
                    guard let fraction = reader.fraction() else { return nil }
                    seconds += fraction
                }
            }
            if !reader.skip("Z") {
                let sign = reader.skip("+") ? 1 : reader.skip("-") ? -1 : 0
                if sign != 0 {
                    guard let hours = reader.digits(2), hours <= 23, reader.skip(":"),
                        let minutes = reader.digits(2), minutes <= 59
                    else { return nil }
                    minuteOfDay -= sign * (hours * 60 + minutes)
                }
            }
            if isLeapSecond, (minuteOfDay + 1_440) % 1_440 != 1_439 { return nil }
        }
        guard reader.isAtEnd else { return nil }
        self.init(
            julianDate: Double(dayNumber) - 0.5,
            dayFraction: (Double(minuteOfDay * 60) + seconds) / Self.secondsPerDay)
    }

    /// The instant as `YYYY-MM-DDThh:mm:ss.ffffffZ`.
    ///
    /// - Parameter fractionDigits: Decimals of the second, 0...9, rounded to nearest.
    public func iso8601(fractionDigits: Int = 0) -> String {
        let digits = max(0, min(9, fractionDigits))
        var ticksPerSecond = 1
        for _ in 0..<digits { ticksPerSecond *= 10 }
        var dayNumber = Int(julianDate + 0.5)
        let ticksPerDay = 86_400 * ticksPerSecond
        var ticks = Int((dayFraction * Double(ticksPerDay)).rounded())
        if ticks >= ticksPerDay {
            ticks -= ticksPerDay
            dayNumber += 1
        }
        let date = GregorianDate(julianDayNumber: dayNumber)
        let second = ticks / ticksPerSecond
        var text =
            "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
            + "T\(padded(second / 3_600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        if ticksPerSecond > 1 {
            text += "." + padded(ticks % ticksPerSecond, digits)
        }
        return text + "Z"
    }
}

/// A number with leading zeros to a width.
func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

/// Reads runs of ASCII digits and single separators from the front of a text.
private struct DigitReader<Bytes: Collection<UInt8>> {
    private var rest: Bytes.SubSequence

    init(_ bytes: Bytes) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    mutating func digits(_ count: Int, notFollowedByDigit: Bool = false) -> Int? {
        let run = rest.prefix(count)
        guard run.count == count, run.allSatisfy({ Self.isDigit($0) }) else { return nil }
        let after = rest.dropFirst(count)
        if notFollowedByDigit, let next = after.first,
            Self.isDigit(next) || next == UInt8(ascii: "-")
        {
            return nil
        }
        rest = after
        return run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    mutating func fraction() -> Double? {
        let run = rest.prefix(while: { Self.isDigit($0) })
        guard !run.isEmpty else { return nil }
        rest = rest.dropFirst(run.count)
        var value = 0.0
        var scale = 1.0
        for digit in run.prefix(18) {
            value = value * 10 + Double(digit - UInt8(ascii: "0"))
            scale *= 10
        }
        return value / scale
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
