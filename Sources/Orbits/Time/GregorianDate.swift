/// A date of the proleptic Gregorian calendar.
///
/// - Note: Fliegel and Van Flandern, "A machine algorithm for processing calendar dates",
///   Communications of the ACM 11 (1968) 657, DOI 10.1145/364096.364097.
struct GregorianDate {
    var year: Int
    var month: Int
    var day: Int

    /// The Julian day number that begins at noon of a date.
    static func julianDayNumber(year: Int, month: Int, day: Int) -> Int {
        let january = (month - 14) / 12
        return day - 32_075 + 1_461 * (year + 4_800 + january) / 4
            + 367 * (month - 2 - january * 12) / 12
            - 3 * ((year + 4_900 + january) / 100) / 4
    }

    /// The date whose noon begins a Julian day number.
    init(julianDayNumber: Int) {
        var l = julianDayNumber + 68_569
        let n = 4 * l / 146_097
        l -= (146_097 * n + 3) / 4
        let i = 4_000 * (l + 1) / 1_461_001
        l = l - 1_461 * i / 4 + 31
        let j = 80 * l / 2_447
        day = l - 2_447 * j / 80
        l = j / 11
        month = j + 2 - 12 * l
        year = 100 * (n - 49) + i + l
    }

    /// The number of days in a month.
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Whether a year has 366 days.
    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}
