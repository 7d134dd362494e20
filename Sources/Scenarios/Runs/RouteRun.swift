import Results

/// The routes of all pairs of a scenario over its window, as tables.
///
/// Written are `latency.csv`, `routes.csv`, `waypoints.csv`, `intervals.csv`, `summary.csv`,
/// `errors.csv` and `rejected.csv`.
public enum RouteRun {
    /// Instants in a block: enough to outweigh a task's start, few enough to keep memory small.
    static let blockSize = 16

    /// Runs a scenario and writes its tables into a folder.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    /// - Throws: ``ScenarioError`` for a pair of unknown names or no pairs at all, `ResultError` when
    ///   the tables cannot be written.
    public static func run(
        _ experiment: Experiment, into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws {
        let pairs = try RouteRows.pairs(of: experiment)
        let stations = experiment.stations(of: pairs)
        let tables = try RouteTables(in: folder)
        var rows = RouteRows(experiment, pairs: pairs)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: blockSize)
        try await pipeline.run(count: experiment.window.count) { instants in
            RouteBlock(experiment, pairs: pairs, stations: stations, instants: instants)
        } take: { block, instants in
            rows.take(block, instants)
            try tables.append(rows)
            rows.removeAll()
            control.progress(instants.count)
        }
        try rows.finish()
        try tables.append(rows)
        try RejectedTable.write(experiment.rejections, into: folder)
    }
}
