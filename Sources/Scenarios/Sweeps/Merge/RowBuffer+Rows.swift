import Results

extension RowBuffer {
    /// Appends the rows of a table as its bytes stand, each after the same cells.
    ///
    /// - Parameters:
    ///   - table: A CSV table as ``RowBuffer`` writes them.
    ///   - start: A row that is not ended: the cells before each row.
    ///   - columns: The columns that the table must have.
    /// - Returns: Whether it has these columns and no others; where not, nothing is appended.
    /// - Complexity: O(bytes of the table).
    mutating func appendRows(
        of table: [UInt8], after start: RowBuffer, columns: [String]
    ) -> Bool {
        var header = RowBuffer()
        header.header(columns)
        guard table.starts(with: header.bytes) else { return false }
        var first = header.bytes.count
        var isQuoted = false
        for place in first..<table.count {
            switch table[place] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: "\n") where !isQuoted:
                appendCells(start.bytes[...], count: start.cellsOfRow)
                appendCells(table[first..<place], count: columns.count)
                endRow()
                first = place + 1
            default: break
            }
        }
        return true
    }
}
