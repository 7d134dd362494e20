import LaserMesh
import Orbits
import Results
import Routing

/// The routes of all pairs of a scenario over its window, as tables.
///
/// Written are `latency.csv`, `routes.csv`, `waypoints.csv`, `intervals.csv`, `summary.csv`,
/// `errors.csv` and `rejected.csv`.
public struct RouteRun {
    /// Instants in a block: enough to outweigh a task's start, few enough to keep memory small.
    static let blockSize = 16

    private let experiment: Experiment
    private let pairs: [NodePair]
    private let tables: RouteTables
    private var summaries: [PairSummary]
    private var numbers: RouteNumbers

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
        let pairs = try experiment.pairs()
        guard !pairs.isEmpty else {
            throw ScenarioError.missingKey(
                place: ScenarioPlace(file: experiment.scenario.file, line: nil, path: ""),
                key: "pairs", expected: "a list of pairs, or at least two ground stations")
        }
        var run = RouteRun(
            experiment: experiment, pairs: pairs, tables: try RouteTables(in: folder),
            summaries: Array(repeating: PairSummary(), count: pairs.count),
            numbers: RouteNumbers(pairs: pairs.count))
        let stations = experiment.stations(of: pairs)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: Self.blockSize)
        try await pipeline.run(count: experiment.window.count) { instants in
            RouteBlock(experiment, pairs: pairs, stations: stations, instants: instants)
        } take: { block, instants in
            try run.take(block, instants)
            control.progress(instants.count)
        }
        try run.finish()
        try RejectedTable.write(experiment.rejections, into: folder)
    }

    /// Writes the rows of a block, and those of the intervals that end in it.
    private mutating func take(_ block: RouteBlock, _ instants: Range<Int>) throws {
        var latencies = RowBuffer()
        var intervals = RowBuffer()
        for (offset, instant) in instants.enumerated() {
            let seconds = experiment.window.seconds(at: instant)
            for (index, pair) in pairs.enumerated() {
                let place = offset * pairs.count + index
                let route = block.routes[place]
                var number: Int?
                if let route {
                    let (known, isNew) = numbers.number(of: route.nodes, pair: index)
                    number = known
                    if isNew {
                        try tables.addRoute(
                            known, route, at: seconds, block.waypoints[place] ?? [], experiment)
                    }
                }
                let rtt = route?.rttMs ?? .nan
                let hops = route?.hops ?? 0
                latencies.row(
                    seconds, experiment.name(of: pair.source),
                    experiment.name(of: pair.destination), rtt, hops, number)
                let ended = summaries[index].add(
                    route: number, at: seconds, rttMs: rtt, hops: hops)
                if let ended { append(ended, of: pair, endS: seconds, to: &intervals) }
            }
        }
        try tables.latency.append(latencies)
        try tables.intervals.append(intervals)
        var errors = RowBuffer()
        for (instant, satellite, error) in block.rejected {
            ErrorTable.append(
                error, of: experiment.satelliteNames[satellite],
                at: experiment.window.seconds(at: instant), to: &errors)
        }
        try tables.errors.append(errors)
    }

    /// Writes the intervals that last to the end, and the summary.
    private func finish() throws {
        var intervals = RowBuffer()
        for (pair, summary) in zip(pairs, summaries) {
            guard let last = summary.last else { continue }
            append(last, of: pair, endS: experiment.window.endS, to: &intervals)
        }
        try tables.intervals.append(intervals)
        for (pair, summary) in zip(pairs, summaries) {
            try tables.addSummary(summary, of: pair, experiment)
        }
    }

    private func append(
        _ interval: PairSummary.RouteInterval, of pair: NodePair, endS: Double,
        to rows: inout RowBuffer
    ) {
        rows.row(
            experiment.name(of: pair.source), experiment.name(of: pair.destination),
            interval.startS, endS, interval.route, interval.hops, interval.minRttMs,
            interval.maxRttMs)
    }
}
