import Results

/// The routes of all pairs of a scenario over its window, as tables.
///
/// Written are `latency.csv`, `routes.csv`, `waypoints.csv`, `intervals.csv`, `summary.csv`,
/// `errors.csv` and `rejected.csv`. Where the scenario names an algorithm, the tables have a rank, and
/// `notes.csv` says where an answer is not what was asked for; `widths.csv`, `stretch.csv` and
/// `stretch_summary.csv` come with the algorithms that have such. Exact intervals bring
/// `lifetimes.csv` and `reasons.csv`, a policy to hold routes `held.csv` and `policies.csv`, and
/// packets in flight `flights.csv`, parcels `arrivals.csv`.
public enum RouteRun {
    /// Instants in a block: enough to outweigh a task's start, few enough to keep memory small.
    static let blockSize = 16

    /// How much of a run's progress there is: its instants, and the blocks of exact intervals.
    public static func progressCount(of experiment: Experiment) -> Int {
        experiment.window.count + OverTimeRun.blockCount(of: experiment)
    }

    /// Runs a scenario and writes its tables into a folder.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    /// - Returns: The number of notes.
    /// - Throws: ``ScenarioError`` for a pair or a constraint of unknown names or no pairs at all,
    ///   `ResultError` when the tables cannot be written.
    @discardableResult
    public static func run(
        _ experiment: Experiment, into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws -> Int {
        let pairs = try RouteRows.pairs(of: experiment)
        let algorithm = try experiment.algorithm()
        let stations = experiment.stations(of: pairs)
        let tables = try RouteTables(in: folder, algorithm: algorithm)
        var rows = RouteRows(experiment, pairs: pairs, algorithm: algorithm)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: blockSize)
        func write(_ instants: Range<Int>) throws {
            try tables.append(rows)
            rows.removeAll()
            control.progress(instants.count)
        }
        if let algorithm {
            try await pipeline.run(count: experiment.window.count) { instants in
                RankedBlock(
                    experiment, by: algorithm, pairs: pairs, stations: stations,
                    instants: instants)
            } take: { block, instants in
                rows.take(block, instants)
                try write(instants)
            }
        } else {
            try await pipeline.run(count: experiment.window.count) {
                BlockSolver(experiment)
            } work: { solver, instants in
                RouteBlock(instants, of: pairs, stations: stations, by: solver)
            } take: { block, instants in
                rows.take(block, instants)
                try write(instants)
            }
        }
        try rows.finish()
        try tables.append(rows)
        rows.removeAll()
        try await OverTimeRun.run(
            experiment, pairs: pairs, rows: &rows, into: tables, folder, control)
        try RejectedTable.write(experiment.rejections, into: folder)
        return tables.noteCount
    }
}
