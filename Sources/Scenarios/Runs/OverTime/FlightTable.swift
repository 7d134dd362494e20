import Contacts
import LaserMesh
import Results
import Routing

/// The flights of packets along the best routes, one that leaves at each instant: `flights.csv`.
enum FlightTable {
    /// The columns of the table.
    static let columns = [
        "time_s", "source", "destination", "latency_ms", "flight_ms", "lost_from", "lost_to",
        "lost_s",
    ]

    /// The frozen latency of a pair at an instant [ms], and the flight.
    private typealias Row = (frozenMs: Double, flight: Flight?)

    static func write(
        _ experiment: Experiment, pairs: [NodePair], into folder: ResultFolder,
        _ control: RunControl
    ) async throws {
        let table = try folder.table("flights.csv", columns: columns)
        let stations = experiment.stations(of: pairs)
        let pipeline = BlockPipeline(threads: control.threads, blockSize: RouteRun.blockSize)
        try await pipeline.run(count: experiment.window.count) {
            BlockSolver(experiment)
        } work: { solver, instants in
            flights(by: solver, pairs, stations, instants)
        } take: { found, instants in
            var rows = RowBuffer()
            for (offset, instant) in instants.enumerated() {
                let seconds = experiment.window.seconds(at: instant)
                for (index, pair) in pairs.enumerated() {
                    let row = found[offset * pairs.count + index]
                    let loss = row.flight?.loss
                    let hopDelayS = experiment.scenario.routing.hopDelayS
                    experiment.begin(&rows, pair, rank: nil, at: seconds)
                    rows.row(
                        row.frozenMs,
                        1_000 * (row.flight?.latencyS(hopDelayS: hopDelayS) ?? .nan),
                        loss.map { experiment.name(of: $0.from) },
                        loss.map { experiment.name(of: $0.to) }, loss?.timeS)
                }
            }
            try table.append(rows)
        }
    }

    /// The flights that leave at some instants.
    ///
    /// A link that is up when the packets leave and when the last of them has arrived is taken as up
    /// meanwhile, some tenths of a second at most; the others are asked for at each hop's times.
    private static func flights(
        by solver: BlockSolver, _ pairs: [NodePair], _ stations: [Int]?, _ instants: Range<Int>
    ) -> [Row] {
        let experiment = solver.experiment
        let block = RouteBlock(instants, of: pairs, stations: stations, by: solver)
        let flights = InFlight(experiment.movingMesh, rules: experiment.scenario.routing)
        var rows: [Row] = []
        for (offset, instant) in instants.enumerated() {
            let seconds = experiment.window.seconds(at: instant)
            let routes = block.routes[offset * pairs.count..<(offset + 1) * pairs.count]
            let longest = routes.compactMap { $0?.latencyS }.max() ?? 0
            let after = experiment.mesh(
                atSeconds: seconds + longest * 1.001 + 1e-3, linking: stations
            ).mesh
            for route in routes {
                guard let route else {
                    rows.append((.nan, nil))
                    continue
                }
                rows.append(
                    (
                        1_000 * route.latencyS,
                        flights.flight(along: route.nodes, leavingAt: seconds) { a, b, time in
                            after.link(between: a, and: b) != nil
                                || experiment.mesh(atSeconds: time, linking: stations).mesh
                                    .link(between: a, and: b) != nil
                        }
                    ))
            }
        }
        return rows
    }
}
