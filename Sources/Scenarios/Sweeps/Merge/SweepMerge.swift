import Results

/// The results of all runs as one table for each kept one.
///
/// Written are `merged_<table>.csv` with the columns `run,replicate`, the keys of the axes and those
/// of the table, and where it is wanted `merged_<table>.nc` with the axes as dimensions;
/// `failures.csv`; and where summaries are kept, `statistics.csv` and
/// `flow_statistics.csv`.
public struct SweepMerge {
    private let plan: SweepPlan
    private let folder: SweepFolder
    private let results: ResultFolder

    /// Merges the runs of a sweep in the order of their numbers, with the sweep and its base scenario
    /// beside them.
    ///
    /// - Parameters:
    ///   - plan: The runs.
    ///   - folder: Where they are.
    ///   - path: Where the tables go; an earlier merge that stands there is replaced.
    ///   - program: The executable, for the manifest.
    ///   - isPartial: Whether runs may be missing.
    ///   - hasGrids: Whether the tables are written as netCDF-4 too.
    /// - Returns: How many runs are there, failed and missing.
    /// - Throws: ``SweepError``, or `ResultError` when the tables cannot be written.
    @discardableResult
    public static func run(
        _ plan: SweepPlan, from folder: SweepFolder, into path: String, program: String,
        isPartial: Bool = false, hasGrids: Bool = false
    ) throws -> SweepCounts {
        let counts = folder.counts(of: plan.runs)
        guard isPartial || counts.missing == 0 else {
            throw SweepError.missingRuns(
                count: counts.missing, of: counts.total, folder: folder.path)
        }
        let results = try ResultFolder(at: path, force: true)
        try SweepMerge(plan: plan, folder: folder, results: results).write()
        if hasGrids {
            for table in plan.sweep.keep {
                let name = "merged_\(table.rawValue).nc"
                try SweepGrid(plan, of: table, from: folder).write(
                    to: results.partialPath + "/" + name,
                    source: "Heliograph \(HeliographVersion.string), \(program)")
                try results.adopt(name)
            }
        }
        let sweep = plan.sweep
        try results.write(sweep.text, to: "sweep.yaml")
        try results.write(sweep.baseText, to: "scenario.yaml")
        try results.finish(
            Manifest(
                program: program, scenario: sweep.baseText, seed: sweep.seed,
                arguments: [
                    "partial": .bool(isPartial), "runs": .integer(plan.runs.count),
                    "sweep": .string(sweep.text),
                    "sweep_sha256": .string(SHA256.hex(of: sweep.text)),
                ]))
        return counts
    }

    private func write() throws {
        let sweep = plan.sweep
        let ours = ["run", "replicate"] + sweep.keys
        var tables: [(kind: SweepTable, writer: TableWriter)] = []
        for kind in sweep.keep {
            let writer = try results.table(
                "merged_\(kind.rawValue).csv", columns: ours + kind.columns(ranked: sweep.hasRanks))
            tables.append((kind, writer))
        }
        let failures = try results.table("failures.csv", columns: ours + ["message"])
        var statistics = sweep.keep.filter { !SweepStatistics.quantities(of: $0).isEmpty }
            .map { SweepStatistics(plan, of: $0) }
        var rows = RowBuffer()
        for run in plan.runs {
            let values = plan.values(of: run)
            guard folder.isDone(run) else {
                guard let message = folder.failure(of: run) else { continue }
                var row = RowBuffer()
                Self.begin(&row, run, values)
                row.append(message)
                row.endRow()
                try failures.append(row)
                continue
            }
            let contents = try folder.tables(of: run)
            var start = RowBuffer()
            Self.begin(&start, run, values)
            for (kind, writer) in tables {
                let bytes = contents[kind] ?? []
                let columns = kind.columns(ranked: sweep.hasRanks)
                var table: CSVTable?
                if !rows.appendRows(of: bytes, after: start, columns: columns) {
                    let read = try CSVTable(bytes: bytes, file: "run \(run.number)")
                    table = read
                    let cells = try Self.cells(of: read, columns: columns)
                    for row in 0..<read.rowCount {
                        Self.begin(&rows, run, values)
                        for column in cells { rows.append(column[row]) }
                        rows.endRow()
                    }
                }
                try writer.append(rows)
                rows.removeAll()
                for place in statistics.indices where statistics[place].table == kind {
                    try statistics[place].add(
                        table ?? CSVTable(bytes: bytes, file: "run \(run.number)"), of: run)
                }
            }
        }
        for some in statistics { try some.write(into: results) }
    }

    /// The cells of the table of a run, by column.
    static func cells(of table: CSVTable, columns: [String]) throws(CSVError) -> [[String]] {
        var cells: [[String]] = []
        for column in columns {
            // A run that names no algorithm among those that do has the best route only.
            cells.append(
                column == "rank" && !table.hasColumn(column)
                    ? Array(repeating: "1", count: table.rowCount) : try table.strings(column))
        }
        return cells
    }

    private static func begin(_ row: inout RowBuffer, _ run: SweepRun, _ values: [String]) {
        row.append(run.number)
        row.append(run.replicate)
        for value in values { row.append(value) }
    }
}
