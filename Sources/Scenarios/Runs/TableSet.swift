import Results

/// The tables of a run, each with the rows of a block that go into it.
struct TableSet<Rows> {
    private let folder: ResultFolder
    private var tables: [(table: TableWriter, rows: KeyPath<Rows, RowBuffer>)] = []

    init(in folder: ResultFolder) { self.folder = folder }

    /// Begins a table.
    mutating func add(
        _ name: String, _ columns: [String], _ rows: KeyPath<Rows, RowBuffer>
    ) throws {
        tables.append((try folder.table(name, columns: columns), rows))
    }

    /// Begins `errors.csv`.
    mutating func addErrors(_ rows: KeyPath<Rows, RowBuffer>) throws {
        tables.append((try ErrorTable.create(in: folder), rows))
    }

    /// Writes the rows of a block, each to its table.
    func append(_ rows: Rows) throws {
        for (table, buffer) in tables { try table.append(rows[keyPath: buffer]) }
    }

    /// How many rows a table has; zero for one that was not begun.
    func rowCount(of rows: KeyPath<Rows, RowBuffer>) -> Int {
        tables.first { $0.rows == rows }?.table.rows ?? 0
    }
}
