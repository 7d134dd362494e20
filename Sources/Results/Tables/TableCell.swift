/// A value that can stand in a cell of a table.
public protocol TableCell {
    /// Appends the value to the row that a buffer is at.
    func append(to buffer: inout RowBuffer)
}

extension Int: TableCell {
    /// Appends the number in decimal digits.
    @inlinable
    public func append(to buffer: inout RowBuffer) { buffer.append(self) }
}

extension Double: TableCell {
    /// Appends the shortest digits that are read back as the same number.
    @inlinable
    public func append(to buffer: inout RowBuffer) { buffer.append(self) }
}

extension String: TableCell {
    /// Appends the text, in quotes where it needs them.
    @inlinable
    public func append(to buffer: inout RowBuffer) { buffer.append(self) }
}

extension Substring: TableCell {
    /// Appends the text, in quotes where it needs them.
    @inlinable
    public func append(to buffer: inout RowBuffer) { buffer.append(self) }
}

extension Optional: TableCell where Wrapped: TableCell {
    /// Appends the value, or an empty cell for `nil`.
    @inlinable
    public func append(to buffer: inout RowBuffer) {
        if let self { self.append(to: &buffer) } else { buffer.appendEmpty() }
    }
}
