/// Rows of a table as the bytes of a CSV file, formatted without the table at hand.
///
/// Each thread fills its own buffer, and the table takes the buffers in order:
/// ``TableWriter/append(_:)``.
public struct RowBuffer: Sendable {
    /// The rows so far, each ended by a line feed.
    public private(set) var bytes: [UInt8] = []

    /// How many rows were ended.
    public private(set) var rows = 0

    /// Cells of the rows, when all rows have equally many; otherwise of the first odd row.
    private(set) var cellsPerRow: Int?
    private(set) var oddRow: Int?

    /// Cells of the row that is not ended yet.
    public private(set) var cellsOfRow = 0

    /// Creates an empty buffer.
    public init() {}

    /// Appends a whole number in decimal digits.
    public mutating func append(_ value: Int) {
        startCell()
        var magnitude = value.magnitude
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        repeat {
            let (quotient, digit) = magnitude.quotientAndRemainder(dividingBy: 10)
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
            magnitude = quotient
        } while magnitude != 0
        bytes[start...].reverse()
    }

    /// Appends the shortest decimal that is read back as the same number; `nan` for NaN.
    public mutating func append(_ value: Double) {
        startCell()
        // The sign and payload of a NaN differ between machines and mean nothing here.
        bytes.append(contentsOf: value.isNaN ? "nan".utf8 : value.description.utf8)
    }

    /// Appends a text, in quotes only when it holds a comma, a quote or the end of a line.
    public mutating func append(_ text: some StringProtocol) {
        startCell()
        CSV.append(text.utf8, to: &bytes)
    }

    /// Appends cells that another buffer has formatted, with the commas between them.
    public mutating func appendCells(_ text: ArraySlice<UInt8>, count: Int) {
        precondition(count > 0)
        startCell()
        cellsOfRow += count - 1
        bytes.append(contentsOf: text)
    }

    /// Appends an empty cell.
    public mutating func appendEmpty() { startCell() }

    /// Ends the row.
    public mutating func endRow() {
        // A lone empty cell would be a blank line, which readers skip.
        if cellsOfRow == 1, bytes.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") {
            bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: "\"")])
        }
        bytes.append(UInt8(ascii: "\n"))
        if let expected = cellsPerRow {
            if expected != cellsOfRow, oddRow == nil { (oddRow, oddCells) = (rows, cellsOfRow) }
        } else {
            cellsPerRow = cellsOfRow
        }
        rows += 1
        cellsOfRow = 0
    }

    /// Appends a row of texts, as the header of a table is.
    public mutating func header(_ columns: [String]) {
        for column in columns { append(column) }
        endRow()
    }

    /// Appends a whole row.
    @inlinable
    public mutating func row<each Cell: TableCell>(_ cell: repeat each Cell) {
        repeat (each cell).append(to: &self)
        endRow()
    }

    /// Empties the buffer and keeps its memory.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        rows = 0
        cellsPerRow = nil
        oddRow = nil
        cellsOfRow = 0
    }

    private(set) var oddCells = 0

    private mutating func startCell() {
        if cellsOfRow > 0 { bytes.append(UInt8(ascii: ",")) }
        cellsOfRow += 1
    }
}
