import LaserMesh
import Results
import Routing

/// How latency and reach of a scenario's pairs suffer when satellites and links fail, as tables.
///
/// Written are `resilience.csv`, `resilience_distribution.csv`, `resilience_samples.csv`, `errors.csv`
/// and `rejected.csv`. The geometry is computed once an instant; a sample only takes away from the
/// mesh.
public enum ResilienceRun {
    /// Samples in a block: enough to outweigh a task's start.
    static let blockSize = 16

    /// The most round-trip times of an instant that are held at a time.
    static let mostTimes = 400_000_000

    /// How many steps a run reports as its progress.
    public static func steps(of experiment: Experiment) -> Int {
        experiment.window.count * experiment.scenario.resilience.samples
    }

    /// Runs a scenario and writes its tables into a folder.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - folder: Where to write.
    ///   - control: Threads and progress, which is told in samples.
    /// - Throws: ``ScenarioError`` for a pair of unknown names, no pairs at all or too many of them;
    ///   `ResultError` when the tables cannot be written.
    public static func run(
        _ experiment: Experiment, into folder: ResultFolder, control: RunControl = RunControl()
    ) async throws {
        try experiment.requireNoStops()
        let pairs = try RouteRows.pairs(of: experiment)
        let keys = experiment.scenario.resilience
        guard pairs.count * keys.samples <= mostTimes else {
            throw ScenarioError.wrongValue(
                place: ScenarioPlace(
                    file: experiment.scenario.file, line: nil, path: "resilience.samples"),
                found: "\(keys.samples) samples of \(pairs.count) pairs",
                expected: "at most \(mostTimes) round-trip times an instant")
        }
        let rules = experiment.scenario.routing
        // A number of links is drawn from all there are, whoever the pairs are.
        let stations = keys.links.isCount ? nil : experiment.stations(of: pairs)
        let tables = try ResilienceRows.tables(in: folder)
        let sampler = FailureSampler(keys, satellites: experiment.constellation.count)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: blockSize)
        for instant in 0..<experiment.window.count {
            let seconds = experiment.window.seconds(at: instant)
            let (mesh, rejected) = experiment.mesh(atSeconds: seconds, linking: stations)
            let numbers = mesh.linkNumbers()
            var query = PairRoutes(pairs, rules: rules)
            let whole = query.routes(in: mesh).map { $0?.rttMs ?? .nan }
            var rows = ResilienceRows(
                experiment, pairs: pairs, wholeRttMs: whole, atSeconds: seconds)
            try await pipeline.run(count: keys.samples) { samples in
                try ResilienceBlock(
                    pairs, in: mesh, linkNumbers: numbers, sampler: sampler, samples: samples,
                    rules: rules)
            } take: { block, samples in
                try rows.take(block, samples)
                control.progress(samples.count)
            }
            try rows.finish(rejected: rejected)
            try tables.append(rows)
        }
        try RejectedTable.write(experiment.rejections, into: folder)
    }
}
