import Results

/// What could not be done, and how far it got: rows of `shortfalls.csv`.
struct Shortfalls {
    private(set) var rows = RowBuffer()

    /// The columns.
    static let columns = ["part", "subject", "time_s", "share", "note"]

    /// Notes that something was not done whole.
    ///
    /// - Parameters:
    ///   - part: The part of the run, such as `training`.
    ///   - subject: What it is about.
    ///   - seconds: When [s]; NaN for the whole window.
    ///   - share: How far it got, from 0 to 1.
    ///   - note: A sentence.
    mutating func add(
        _ part: String, _ subject: String, atS seconds: Double, share: Double, _ note: String
    ) {
        rows.row(part, subject, seconds, share, note)
    }
}
