import LaserMesh
import Numerics
import Results
import Routing

/// The tables of a run of routes, in memory: the same rows that ``RouteRun`` writes to a folder.
struct SweepTables {
    private let experiment: Experiment
    private let pairs: [NodePair]
    private let keep: Set<SweepTable>
    private var latency = RowBuffer()
    private var intervals = RowBuffer()
    private var routes = RowBuffer()
    private var summary = RowBuffer()
    private var summaries: [PairSummary]
    private var numbers: RouteNumbers

    /// Runs a scenario on this thread and gives the kept tables, each with its header line.
    ///
    /// - Throws: ``ScenarioError`` for a pair of unknown names or no pairs at all.
    static func run(
        _ experiment: Experiment, keep: [SweepTable]
    ) throws -> [SweepTable: RowBuffer] {
        let pairs = try experiment.pairs()
        guard !pairs.isEmpty else {
            throw ScenarioError.missingKey(
                place: ScenarioPlace(file: experiment.scenario.file, line: nil, path: ""),
                key: "pairs", expected: "a list of pairs, or at least two ground stations")
        }
        var tables = SweepTables(experiment, pairs: pairs, keep: keep)
        let stations = experiment.stations(of: pairs)
        var start = 0
        while start < experiment.window.count {
            let end = min(start + RouteRun.blockSize, experiment.window.count)
            tables.take(
                RouteBlock(experiment, pairs: pairs, stations: stations, instants: start..<end),
                start..<end)
            start = end
        }
        return try tables.finished()
    }

    private init(_ experiment: Experiment, pairs: [NodePair], keep: [SweepTable]) {
        self.experiment = experiment
        self.pairs = pairs
        self.keep = Set(keep)
        summaries = Array(repeating: PairSummary(), count: pairs.count)
        numbers = RouteNumbers(pairs: pairs.count)
        for table in keep {
            switch table {
            case .latency: Self.begin(&latency, table)
            case .intervals: Self.begin(&intervals, table)
            case .routes: Self.begin(&routes, table)
            case .summary: Self.begin(&summary, table)
            }
        }
    }

    private static func begin(_ rows: inout RowBuffer, _ table: SweepTable) {
        for column in table.columns { rows.append(column) }
        rows.endRow()
    }

    private mutating func take(_ block: RouteBlock, _ instants: Range<Int>) {
        for (offset, instant) in instants.enumerated() {
            let seconds = experiment.window.seconds(at: instant)
            for (index, pair) in pairs.enumerated() {
                let route = block.routes[offset * pairs.count + index]
                var number: Int?
                if let route {
                    let (known, isNew) = numbers.number(of: route.nodes, pair: index)
                    number = known
                    if isNew, keep.contains(.routes) {
                        let nodes = route.nodes.map { NodeLabel.text(experiment.name(of: $0)) }
                        routes.row(known, nodes.joined(separator: " "))
                    }
                }
                let rtt = route?.rttMs ?? .nan
                let hops = route?.hops ?? 0
                if keep.contains(.latency) {
                    latency.row(
                        seconds, experiment.name(of: pair.source),
                        experiment.name(of: pair.destination), rtt, hops, number)
                }
                let ended = summaries[index].add(
                    route: number, at: seconds, rttMs: rtt, hops: hops)
                if let ended { append(ended, of: pair, endS: seconds) }
            }
        }
    }

    private mutating func append(
        _ interval: PairSummary.RouteInterval, of pair: NodePair, endS: Double
    ) {
        guard keep.contains(.intervals) else { return }
        intervals.row(
            experiment.name(of: pair.source), experiment.name(of: pair.destination),
            interval.startS, endS, interval.route, interval.hops, interval.minRttMs,
            interval.maxRttMs)
    }

    private mutating func finished() throws -> [SweepTable: RowBuffer] {
        for (pair, summary) in zip(pairs, summaries) {
            if let last = summary.last { append(last, of: pair, endS: experiment.window.endS) }
            try append(summary, of: pair)
        }
        return [
            .latency: latency, .intervals: intervals, .routes: routes, .summary: summary,
        ].filter { keep.contains($0.key) }
    }

    private mutating func append(_ summary: PairSummary, of pair: NodePair) throws {
        guard keep.contains(.summary) else { return }
        var greatCircle = Double.nan
        let first = experiment.constellation.count
        if pair.source.index >= first, pair.destination.index >= first {
            greatCircle = experiment.scenario.ground.earth.ellipsoid.greatCircleKm(
                from: experiment.stations[pair.source.index - first].place,
                to: experiment.stations[pair.destination.index - first].place)
        }
        let statistics = summary.rttsMs.isEmpty ? nil : try Statistics(summary.rttsMs)
        self.summary.row(
            experiment.name(of: pair.source), experiment.name(of: pair.destination), greatCircle,
            experiment.scenario.fibre.rttMs(greatCircleKm: greatCircle), summary.instants,
            summary.rttsMs.count, statistics?.minimum ?? .nan, statistics?.median ?? .nan,
            statistics?.mean ?? .nan, statistics?.maximum ?? .nan, summary.routeChanges,
            summary.hops?.lowerBound ?? 0, summary.hops?.upperBound ?? 0)
    }
}
