import LaserMesh
import Orbits
import Results
import Routing

/// The routes of all pairs at the instants of a block.
struct RouteBlock: Sendable {
    /// Where a node of a route stands at the first instant of the block that uses the route.
    struct Waypoint: Sendable {
        let node: NodeID
        let position: ITRFPosition
    }

    /// The routes, instant by instant, in the order of the pairs; `nil` where there is none.
    private(set) var routes: [Route?]

    /// For each route that is another one than that of the instant before, or the first of the
    /// block: its place in ``routes`` and where its nodes stand.
    private(set) var waypoints: [Int: [Waypoint]] = [:]

    private var cells = RowBuffer()
    /// Where the cells of each place end.
    private var cellEnds: [Int] = []

    /// Satellites without a position: instant, satellite and code.
    private(set) var rejected: [(instant: Int, satellite: Int, error: SGP4Error)] = []

    /// Finds the routes at the instants of a block by the search that ``SearchChoice`` names.
    ///
    /// - Parameters:
    ///   - instants: The instants of the scenario's window.
    ///   - pairs: The pairs.
    ///   - stations: The stations whose links matter; `nil` for all.
    ///   - solver: The scenario, and the memory to solve it in.
    init(_ instants: Range<Int>, of pairs: [NodePair], stations: [Int]?, by solver: BlockSolver) {
        let nodes = solver.experiment.nodeCount
        switch SearchChoice.forRoutes(of: pairs, nodes: nodes, instants: instants.count) {
        case .together: self.init(together: instants, of: pairs, by: solver)
        default:
            self.init(
                plainly: solver.experiment, pairs: pairs, stations: stations, instants: instants)
        }
    }

    /// Instant by instant.
    init(
        plainly experiment: Experiment, pairs: [NodePair], stations: [Int]?, instants: Range<Int>
    ) {
        var query = PairRoutes(pairs, rules: experiment.scenario.routing)
        routes = []
        routes.reserveCapacity(instants.count * pairs.count)
        for index in instants {
            let seconds = experiment.window.seconds(at: index)
            let (mesh, errors) = experiment.mesh(atSeconds: seconds, linking: stations)
            rejected += errors.map { (index, $0.0, $0.1) }
            routes += query.routes(in: mesh)
            guard let positions = mesh.positions else { continue }
            addWaypoints(pairs: pairs.count, at: index - instants.lowerBound) {
                ITRFPosition(km: positions[$0.index])
            }
        }
        writeCells(experiment, pairs: pairs, instants: instants)
    }

    /// Destination by destination, all instants in the lanes of one batch.
    init(together instants: Range<Int>, of pairs: [NodePair], by solver: BlockSolver) {
        let experiment = solver.experiment
        routes = Array(repeating: nil, count: instants.count * pairs.count)
        let pairsOf = Dictionary(grouping: pairs.indices) { pairs[$0].destination }
        let destinations = pairsOf.keys.sorted()
        solver.solve(instants, to: destinations) { places, state, meshes in
            for (place, destination) in places.enumerated() {
                for pair in pairsOf[destinations[destination]] ?? [] {
                    let found = state.routes(
                        from: pairs[pair].source, to: place, in: meshes.batch)
                    for (instant, route) in found.enumerated() {
                        routes[instant * pairs.count + pair] = route
                    }
                }
            }
        }
        let meshes = solver.meshes
        rejected = meshes.rejected
        for instant in 0..<instants.count {
            addWaypoints(pairs: pairs.count, at: instant) { node in
                let station = node.index - experiment.constellation.count
                return station < 0
                    ? ITRFPosition(km: meshes.positions.position(of: node.index, at: instant))
                    : experiment.builder.observer(
                        station,
                        atSeconds: experiment.window.seconds(at: instants.lowerBound + instant)
                    ).position
            }
        }
        writeCells(experiment, pairs: pairs, instants: instants)
    }

    /// Writes the cells of `latency.csv` up to the route's number, which is not known here: to format
    /// numbers takes longer than to find routes, and here it is done on all threads.
    private mutating func writeCells(
        _ experiment: Experiment, pairs: [NodePair], instants: Range<Int>
    ) {
        cellEnds.reserveCapacity(routes.count)
        for (offset, instant) in instants.enumerated() {
            let seconds = experiment.window.seconds(at: instant)
            for (index, pair) in pairs.enumerated() {
                let route = routes[offset * pairs.count + index]
                experiment.begin(&cells, pair, rank: nil, at: seconds)
                cells.row(route?.rttMs ?? .nan, route?.hops ?? 0)
                cellEnds.append(cells.bytes.count)
            }
        }
    }

    /// The cells of a place, as bytes of `latency.csv`.
    func latencyCells(at place: Int) -> ArraySlice<UInt8> {
        // Without the line feed.
        cells.bytes[(place == 0 ? 0 : cellEnds[place - 1])..<(cellEnds[place] - 1)]
    }

    /// Notes the places of the nodes of those routes at an instant that are new there.
    private mutating func addWaypoints(
        pairs: Int, at instant: Int, position: (NodeID) -> ITRFPosition
    ) {
        for place in instant * pairs..<(instant + 1) * pairs {
            guard let route = routes[place],
                instant == 0 || routes[place - pairs]?.nodes != route.nodes
            else { continue }
            waypoints[place] = route.nodes.map { Waypoint(node: $0, position: position($0)) }
        }
    }
}
