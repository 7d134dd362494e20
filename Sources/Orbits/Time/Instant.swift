/// An instant of UTC, held as the Julian date of its midnight and the fraction of the day since.
///
/// One `Double` of a whole Julian date steps by 40 µs, which moves a satellite by 0.3 m. The split
/// form steps by less than 10 ps: ``julianDate`` is a half-integer and exact, and ``dayFraction``
/// lies in 0..<1.
///
/// A day has 86,400 s: leap seconds are not counted, as in SGP4 and its element sets, and the
/// second 60 of a leap second reads as the midnight that follows it.
public struct Instant: Sendable, Hashable {
    /// Julian date of the midnight that begins the day [d]; always an integer plus one half.
    public let julianDate: Double

    /// Fraction of the day since that midnight, in 0..<1 [d].
    public let dayFraction: Double

    /// Seconds in a day of UTC without leap seconds [s].
    public static let secondsPerDay = 86_400.0

    /// The epoch J2000.0 as a UTC reading: 2000-01-01 12:00.
    public static let j2000 = Instant(julianDate: 2_451_545.0)

    /// Creates an instant from a Julian date in two parts, whose sum it represents.
    ///
    /// - Parameters:
    ///   - julianDate: First part [d]; finite.
    ///   - dayFraction: Second part [d]; any finite value.
    public init(julianDate: Double, dayFraction: Double = 0) {
        let midnight = (julianDate - 0.5).rounded(.down) + 0.5
        var day = midnight
        var fraction = (julianDate - midnight) + dayFraction
        let carry = fraction.rounded(.down)
        day += carry
        fraction -= carry
        if fraction >= 1 {
            day += 1
            fraction = 0
        }
        self.julianDate = day
        self.dayFraction = fraction
    }

    /// Creates an instant from a date of the Gregorian calendar and a time of day.
    ///
    /// - Parameters:
    ///   - year: Gregorian year, 1...9999.
    ///   - month: 1...12.
    ///   - day: 1...31; a day beyond the month's end runs on into the next.
    ///   - secondOfDay: Seconds since midnight [s].
    public init(year: Int, month: Int, day: Int, secondOfDay: Double = 0) {
        let days = GregorianDate.julianDayNumber(year: year, month: month, day: day)
        self.init(julianDate: Double(days) - 0.5, dayFraction: secondOfDay / Self.secondsPerDay)
    }

    /// Creates an instant from a year and a day of that year, as an element set writes its epoch.
    ///
    /// - Parameters:
    ///   - year: Gregorian year.
    ///   - dayOfYear: Day of the year and its fraction; 1.0 is 1 January, 00:00 [d].
    public init(year: Int, dayOfYear: Double) {
        let newYear = GregorianDate.julianDayNumber(year: year, month: 1, day: 1)
        let whole = dayOfYear.rounded(.down)
        self.init(julianDate: Double(newYear) - 1.5 + whole, dayFraction: dayOfYear - whole)
    }

    /// The time from another instant to this one [s]; negative when this one is earlier.
    public func seconds(since other: Instant) -> Double {
        ((julianDate - other.julianDate) + (dayFraction - other.dayFraction)) * Self.secondsPerDay
    }

    /// The time from another instant to this one [min]; negative when this one is earlier.
    public func minutes(since other: Instant) -> Double {
        ((julianDate - other.julianDate) + (dayFraction - other.dayFraction)) * 1_440
    }

    /// The instant that many seconds later [s]; earlier when negative.
    public func advanced(bySeconds seconds: Double) -> Instant {
        let days = (seconds / Self.secondsPerDay).rounded(.down)
        let rest = (seconds - days * Self.secondsPerDay) / Self.secondsPerDay
        return Instant(julianDate: julianDate + days, dayFraction: dayFraction + rest)
    }

    /// Days since J2000.0 in two parts, a whole or half number and a fraction [d].
    var daysSinceJ2000: (whole: Double, fraction: Double) {
        (julianDate - 2_451_545.0, dayFraction)
    }
}
