import Results

/// The results of all runs as one table for each kept one.
///
/// Written are `merged_<table>.csv` with the columns `run,replicate`, the keys of the axes and those
/// of the table; `failures.csv`; and where summaries are kept, `statistics.csv`.
public struct SweepMerge {
    private let plan: SweepPlan
    private let folder: SweepFolder
    private let results: ResultFolder

    /// Merges the runs of a sweep in the order of their numbers.
    ///
    /// - Parameters:
    ///   - plan: The runs.
    ///   - folder: Where they are.
    ///   - results: Where to write.
    ///   - isPartial: Whether runs may be missing.
    /// - Returns: How many runs are there, failed and missing.
    /// - Throws: ``SweepError``, or `ResultError` when the tables cannot be written.
    @discardableResult
    public static func run(
        _ plan: SweepPlan, from folder: SweepFolder, into results: ResultFolder,
        isPartial: Bool = false
    ) throws -> SweepCounts {
        let counts = folder.counts(of: plan.runs)
        guard isPartial || counts.missing == 0 else {
            throw SweepError.missingRuns(
                count: counts.missing, of: counts.total, folder: folder.path)
        }
        try SweepMerge(plan: plan, folder: folder, results: results).write()
        return counts
    }

    /// Puts the merged tables in place, with the sweep and its base scenario beside them.
    public static func finish(
        _ plan: SweepPlan, _ results: ResultFolder, program: String, isPartial: Bool
    ) throws(ResultError) {
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
    }

    private func write() throws {
        let sweep = plan.sweep
        let ours = ["run", "replicate"] + sweep.keys
        var tables: [(kind: SweepTable, writer: TableWriter)] = []
        for kind in sweep.keep {
            let writer = try results.table(
                "merged_\(kind.rawValue).csv", columns: Self.joined(ours, kind.columns))
            tables.append((kind, writer))
        }
        let failures = try results.table("failures.csv", columns: ours + ["message"])
        var statistics = SweepStatistics(plan)
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
            for (kind, writer) in tables {
                let table = try CSVTable(bytes: contents[kind] ?? [], file: "run \(run.number)")
                let columns = try kind.columns.map { try table.strings($0) }
                var rows = RowBuffer()
                for row in 0..<table.rowCount {
                    Self.begin(&rows, run, values)
                    for column in columns { rows.append(column[row]) }
                    rows.endRow()
                }
                try writer.append(rows)
                if kind == .summary { try statistics.add(table, of: run) }
            }
        }
        if sweep.keep.contains(.summary) { try statistics.write(into: results) }
    }

    /// The columns of the sweep and those of a table, which may not bear the same name.
    private static func joined(_ ours: [String], _ theirs: [String]) -> [String] {
        ours + theirs.map { ours.contains($0) ? "table_\($0)" : $0 }
    }

    private static func begin(_ row: inout RowBuffer, _ run: SweepRun, _ values: [String]) {
        row.append(run.number)
        row.append(run.replicate)
        for value in values { row.append(value) }
    }
}
