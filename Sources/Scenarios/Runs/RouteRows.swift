import Contacts
import LaserMesh
import Numerics
import Orbits
import Results
import Routing

/// The rows of a run over routes, table by table, as its blocks come in.
struct RouteRows {
    let experiment: Experiment
    let pairs: [NodePair]
    /// The kind of routes; `nil` for the best one, in tables without ranks.
    let algorithm: RouteAlgorithm?
    /// The summaries of each pair, one a rank.
    var summaries: [[PairSummary]]
    var numbers: RouteNumbers
    var stretches: [StretchSummary]

    var latency = RowBuffer()
    var routes = RowBuffer()
    var waypoints = RowBuffer()
    var intervals = RowBuffer()
    var summary = RowBuffer()
    var errors = RowBuffer()
    var notes = RowBuffer()
    var widths = RowBuffer()
    var stretch = RowBuffer()
    var stretchSummary = RowBuffer()

    init(_ experiment: Experiment, pairs: [NodePair], algorithm: RouteAlgorithm? = nil) {
        self.experiment = experiment
        self.pairs = pairs
        self.algorithm = algorithm
        summaries = Array(repeating: algorithm == nil ? [PairSummary()] : [], count: pairs.count)
        stretches = Array(repeating: StretchSummary(), count: pairs.count)
        numbers = RouteNumbers(pairs: pairs.count)
    }

    /// The pairs of a scenario that has some.
    static func pairs(of experiment: Experiment) throws(ScenarioError) -> [NodePair] {
        let pairs = try experiment.pairs()
        guard !pairs.isEmpty else {
            throw .missingKey(
                place: ScenarioPlace(file: experiment.scenario.file, line: nil, path: ""),
                key: "pairs", expected: "a list of pairs, or at least two ground stations")
        }
        return pairs
    }

    /// Takes the rows of a block, and those of the intervals that end in it.
    mutating func take(_ block: RouteBlock, _ instants: Range<Int>) {
        for (offset, instant) in instants.enumerated() {
            let seconds = experiment.window.seconds(at: instant)
            for (index, pair) in pairs.enumerated() {
                let place = offset * pairs.count + index
                let route = block.routes[place]
                var number: Int?
                if let route {
                    let (known, isNew) = numbers.number(of: route.nodes, pair: index)
                    number = known
                    if isNew { add(route.nodes, known, at: seconds, block.waypoints[place] ?? []) }
                }
                let rtt = route?.rttMs ?? .nan
                let hops = route?.hops ?? 0
                latency.appendCells(block.latencyCells(at: place), count: 5)
                number.append(to: &latency)
                latency.endRow()
                let ended = summaries[index][0].add(
                    route: number, at: seconds, rttMs: rtt, hops: hops)
                if let ended { add(ended, of: pair, rank: nil, endS: seconds) }
            }
        }
        addErrors(block.rejected)
    }

    /// Takes the rows of satellites without a position.
    mutating func addErrors(_ rejected: [(instant: Int, satellite: Int, error: SGP4Error)]) {
        for (instant, satellite, error) in rejected {
            ErrorTable.append(
                error, of: experiment.satelliteNames[satellite],
                at: experiment.window.seconds(at: instant), to: &errors)
        }
    }

    /// Takes the rows of the intervals that last to the end, and of the summary.
    mutating func finish() throws {
        for (pair, ranks) in zip(pairs, summaries) {
            for (place, summary) in ranks.enumerated() {
                let rank = algorithm == nil ? nil : place + 1
                if let last = summary.last {
                    add(
                        last, of: pair, rank: rank, endS: experiment.window.endS,
                        cause: .window)
                }
                try add(summary, of: pair, rank: rank)
            }
        }
        try finishStretches()
    }

    /// Forgets the rows, but not what they were about.
    mutating func removeAll() {
        latency.removeAll()
        routes.removeAll()
        waypoints.removeAll()
        intervals.removeAll()
        summary.removeAll()
        errors.removeAll()
        notes.removeAll()
        widths.removeAll()
        stretch.removeAll()
        stretchSummary.removeAll()
    }

    /// Forgets the rows of tables that no sweep keeps.
    mutating func removeUnkept() {
        waypoints.removeAll()
        notes.removeAll()
        widths.removeAll()
        stretch.removeAll()
    }

    /// A route's list of nodes, and where they stand at the first instant that uses it.
    mutating func add(
        _ route: [NodeID], _ number: Int, at seconds: Double, _ points: [RouteBlock.Waypoint]
    ) {
        let nodes = route.map { NodeLabel.text(experiment.name(of: $0)) }
        routes.row(number, nodes.joined(separator: " "))
        let ellipsoid = experiment.scenario.ground.earth.ellipsoid
        for point in points {
            let place = ellipsoid.geodetic(of: point.position)
            let isSatellite = point.node.index < experiment.constellation.count
            waypoints.row(
                number, seconds, NodeLabel.text(experiment.name(of: point.node)),
                isSatellite ? "satellite" : "station", place.latitudeDeg, place.longitudeDeg,
                place.altitudeKm)
        }
    }

    mutating func add(
        _ interval: PairSummary.RouteInterval, of pair: NodePair, rank: Int?, endS: Double,
        cause: IntervalEnd? = nil
    ) {
        // Those that are found by their ends take the place of sampled ones.
        guard experiment.scenario.overTime.intervals == .sampled else { return }
        experiment.begin(&intervals, pair, rank: rank)
        intervals.row(
            interval.startS, endS, interval.route, interval.hops, interval.minRttMs,
            interval.maxRttMs, cause?.rawValue)
    }

    /// The summary of a pair.
    ///
    /// Great circle and fibre are those between two stations; a satellite as an end has neither.
    private mutating func add(
        _ pairSummary: PairSummary, of pair: NodePair, rank: Int?
    ) throws {
        let greatCircle = experiment.greatCircleKm(of: pair)
        let rtts = pairSummary.rttsMs
        let statistics = rtts.isEmpty ? nil : try Statistics(rtts)
        experiment.begin(&summary, pair, rank: rank)
        summary.row(
            greatCircle, experiment.scenario.fibre.rttMs(greatCircleKm: greatCircle),
            pairSummary.instants,
            rtts.count, statistics?.minimum ?? .nan, statistics?.median ?? .nan,
            statistics?.mean ?? .nan, statistics?.maximum ?? .nan, pairSummary.routeChanges,
            pairSummary.hops?.lowerBound ?? 0, pairSummary.hops?.upperBound ?? 0)
    }
}
