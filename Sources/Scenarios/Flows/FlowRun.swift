import Results
import Routing

/// The flows of a scenario's traffic over its window, as tables.
///
/// Written are `flows.csv`, `flow_routes.csv`, `unmet.csv`, `utilisation.csv`, `places.csv`,
/// `hot_spots.csv`, `cuts.csv`, `flow_summary.csv`, `errors.csv` and `rejected.csv`.
public enum FlowRun {
    /// Runs a scenario and writes its tables into a folder.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - folder: Where to write.
    ///   - control: Threads and progress.
    /// - Throws: ``ScenarioError`` for a scenario without traffic, or for `max-flow` without pairs;
    ///   `ResultError` when the tables cannot be written.
    public static func run(
        _ experiment: Experiment, into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws {
        try experiment.requireNoStops()
        let traffic = try traffic(of: experiment)
        let tables = try FlowRows.tables(in: folder)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: 1)
        try await pipeline.run(count: experiment.window.count) { block in
            let seconds = experiment.window.seconds(at: block.lowerBound)
            let outcome = FlowOutcome(experiment, traffic: traffic, atSeconds: seconds)
            var rows = FlowRows()
            rows.take(outcome, of: experiment, atSeconds: seconds)
            return rows
        } take: { rows, block in
            try tables.append(rows)
            control.progress(block.count)
        }
        try RejectedTable.write(experiment.rejections, into: folder)
    }

    /// The demands of a scenario; for `max-flow` its pairs, each of them once.
    static func traffic(of experiment: Experiment) throws(ScenarioError) -> TrafficMatrix {
        if experiment.scenario.flows.objective == .maxFlow {
            return TrafficMatrix(
                try RouteRows.pairs(of: experiment).map { Demand($0, gbps: 1) })
        }
        guard let traffic = experiment.traffic else {
            throw .missingKey(
                place: ScenarioPlace(file: experiment.scenario.file, line: nil, path: ""),
                key: "traffic",
                expected: "{ gravity: { total_gbps: 1000 } } or { file: traffic.csv }")
        }
        return traffic
    }
}
