/// Why two lines are no element set, or why an element set cannot be written as two lines.
public enum TLEError: Error, Sendable, Hashable {
    /// A line has another length than 69 columns, trailing blanks not counted.
    case length(line: Int, found: Int)

    /// A field does not hold what its columns should.
    case field(
        line: Int, columns: ClosedRange<Int>, quantity: String, found: String, expected: String)

    /// The last digit of a line is not the checksum of the others.
    case checksum(line: Int, found: String, expected: Int)

    /// The two lines are of different objects.
    case differentNumbers(line1: String, line2: String)

    /// A value of an element set does not fit into its columns.
    case doesNotFit(quantity: String, found: String, expected: String)

    /// Which of the two lines is wrong, 1 or 2; `nil` where an element set cannot be written.
    public var line: Int? {
        switch self {
        case .length(let line, _), .field(let line, _, _, _, _), .checksum(let line, _, _): line
        case .differentNumbers: 2
        case .doesNotFit: nil
        }
    }

    /// The columns that are wrong, counted from 1; `nil` where an element set cannot be written.
    public var columns: ClosedRange<Int>? {
        switch self {
        case .length(_, let found): 1...max(1, found)
        case .field(_, let columns, _, _, _): columns
        case .checksum: TLE.lineLength...TLE.lineLength
        case .differentNumbers: 3...7
        case .doesNotFit: nil
        }
    }

    /// What was found, in words.
    public var found: String {
        switch self {
        case .length(_, let found): "\(found) columns"
        case .field(_, _, let quantity, let found, _): "\(found) as \(quantity)"
        case .checksum(_, let found, _): "the checksum \(found)"
        case .differentNumbers(let line1, let line2):
            "catalogue number \(line2) after \(line1) in line 1"
        case .doesNotFit(let quantity, let found, _): "\(quantity) \(found)"
        }
    }

    /// What was expected, in words.
    public var expected: String {
        switch self {
        case .length: "\(TLE.lineLength) columns"
        case .field(_, _, _, _, let expected): expected
        case .checksum(_, _, let expected): "\(expected)"
        case .differentNumbers(let line1, _): "\(line1) in both lines"
        case .doesNotFit(_, _, let expected): expected
        }
    }

    /// One sentence: where, what was found, what was expected.
    public var message: String {
        guard let line, let columns else {
            return "cannot write a TLE of \(found), expected \(expected)"
        }
        if case .length = self {
            return "line \(line) of the TLE has \(found), expected \(expected)"
        }
        let place =
            columns.count == 1
            ? "column \(columns.lowerBound)"
            : "columns \(columns.lowerBound) to \(columns.upperBound)"
        return "line \(line) of the TLE, \(place): found \(found), expected \(expected)"
    }
}
