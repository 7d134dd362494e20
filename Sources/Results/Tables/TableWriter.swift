import Synchronization

/// A CSV file of a result folder that is being written: UTF-8, one header line, `\n` line ends.
///
/// Rows stand in the order in which they are appended. Any thread may append, and the order among
/// threads is theirs to keep: format blocks of rows in ``RowBuffer``s and append them in order.
public final class TableWriter: Sendable {
    /// File name in the result folder.
    public let name: String

    /// The cells of the header line.
    public let columns: [String]

    private struct State: ~Copyable {
        var file: OutputFile
        var pending: [UInt8] = []
        var hash = SHA256()
        var rows = 0
        var isClosed = false
    }

    private let state: Mutex<State>

    private static let flushBytes = 1 << 16

    init(path: String, name: String, columns: [String]) throws(ResultError) {
        self.name = name
        self.columns = columns
        var header = RowBuffer()
        header.header(columns)
        state = Mutex(State(file: try OutputFile(path: path)))
        try state.withLock { (state: inout State) throws(ResultError) in
            state.pending = header.bytes
            try Self.flush(&state)
        }
    }

    /// How many rows were appended.
    public var rows: Int { state.withLock { $0.rows } }

    /// Appends one row, a value a column.
    ///
    /// - Throws: ``ResultError/raggedRow(table:row:found:expected:)``, or
    ///   ``ResultError/cannotWrite(path:action:code:)`` when the disk is full.
    public func row<each Cell: TableCell>(_ cell: repeat each Cell) throws(ResultError) {
        var row = RowBuffer()
        row.row(repeat each cell)
        try append(row)
    }

    /// Appends the rows of a buffer.
    ///
    /// - Throws: ``ResultError/raggedRow(table:row:found:expected:)``, or
    ///   ``ResultError/cannotWrite(path:action:code:)`` when the disk is full.
    public func append(_ buffer: RowBuffer) throws(ResultError) {
        try state.withLock { (state: inout State) throws(ResultError) in
            precondition(!state.isClosed, "a row was appended to a table that is closed")
            if let found = buffer.cellsPerRow, found != columns.count {
                throw ragged(row: state.rows + 1, found: found)
            }
            if let odd = buffer.oddRow {
                throw ragged(row: state.rows + odd + 1, found: buffer.oddCells)
            }
            state.rows += buffer.rows
            state.pending.append(contentsOf: buffer.bytes)
            if state.pending.count >= Self.flushBytes { try Self.flush(&state) }
        }
    }

    /// Writes what is left, closes the file and tells what is in it; a second call does nothing new.
    func close() throws(ResultError) -> Manifest.File {
        try state.withLock { (state: inout State) throws(ResultError) in
            try Self.flush(&state)
            try state.file.close()
            state.isClosed = true
            return Manifest.File(name: name, rows: state.rows, sha256: state.hash.hex())
        }
    }

    private static func flush(_ state: inout State) throws(ResultError) {
        guard !state.pending.isEmpty else { return }
        try state.file.write(state.pending)
        state.hash.update(state.pending)
        state.pending.removeAll(keepingCapacity: true)
    }

    private func ragged(row: Int, found: Int) -> ResultError {
        .raggedRow(table: name, row: row, found: found, expected: columns.count)
    }
}
