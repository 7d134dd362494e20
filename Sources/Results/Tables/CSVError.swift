/// What is wrong with the content of a CSV file.
public enum CSVError: ReportableError, Hashable {
    /// The file cannot be read at all.
    case input(InputError)

    /// There is not even a header line.
    case empty(file: String)

    /// A line is not text in UTF-8.
    case notText(file: String, line: Int)

    /// A row has more or fewer cells than the header.
    case raggedRow(file: String, line: Int, found: Int, expected: Int)

    /// A quote stands in the middle of a cell, or text follows a cell's closing quote.
    case strayQuote(file: String, line: Int)

    /// A quote is opened on a line and never closed.
    case openQuote(file: String, line: Int)

    /// The header has no such column.
    case missingColumn(file: String, column: String, header: [String])

    /// The header names a column twice.
    case duplicateColumn(file: String, column: String)

    /// A cell does not hold what its column is made of.
    case badCell(file: String, line: Int, column: String, found: String, expected: String)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .input(let error): error.message
        case .empty(let file): "\(file) is empty, and a header line was expected"
        case .notText(let file, let line): "\(file):\(line): not text in UTF-8"
        case .raggedRow(let file, let line, let found, let expected):
            "\(file):\(line): \(found) cell\(found == 1 ? "" : "s") found, and the header has "
                + "\(expected)"
        case .strayQuote(let file, let line):
            "\(file):\(line): a quote inside a cell, where a comma or the end of the line was "
                + "expected"
        case .openQuote(let file, let line):
            "\(file):\(line): a quote is opened and never closed"
        case .missingColumn(let file, let column, let header):
            "\(file) has no column '\(column)'; its columns are "
                + PrintableText.short(header.joined(separator: ", "))
        case .duplicateColumn(let file, let column):
            "\(file) names the column '\(column)' twice"
        case .badCell(let file, let line, let column, let found, let expected):
            "\(file):\(line): \(column) is '\(PrintableText.short(found))', and \(expected) was expected"
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus {
        switch self {
        case .input(let error): error.exitStatus
        default: .badData
        }
    }
}
