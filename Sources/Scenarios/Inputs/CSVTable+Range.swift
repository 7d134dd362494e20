import Results

extension CSVTable {
    /// Makes sure that the number of a cell lies in a range.
    ///
    /// - Parameters:
    ///   - value: The number, as it was read.
    ///   - row: Its row, from 0.
    ///   - column: Its column.
    ///   - range: The range, both ends included.
    ///   - unit: What is counted, in words.
    /// - Throws: `CSVError` that names the cell.
    func require(
        _ value: Double, row: Int, column: String, in range: ClosedRange<Int>, _ unit: String
    ) throws(CSVError) {
        guard value >= Double(range.lowerBound), value <= Double(range.upperBound) else {
            throw badCell(
                row: row, column: column,
                expected: "\(unit) from \(range.lowerBound) to \(range.upperBound)")
        }
    }
}
