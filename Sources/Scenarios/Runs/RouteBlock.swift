import LaserMesh
import Orbits
import Routing

/// The routes of all pairs at the instants of a block.
struct RouteBlock: Sendable {
    /// Where a node of a route stands at the first instant of the block that uses the route.
    struct Waypoint: Sendable {
        let node: NodeID
        let position: ITRFPosition
    }

    /// The routes, instant by instant, in the order of the pairs; `nil` where there is none.
    private(set) var routes: [Route?] = []

    /// For each route that is another one than that of the instant before, or the first of the
    /// block: its place in ``routes`` and where its nodes stand.
    private(set) var waypoints: [Int: [Waypoint]] = [:]

    /// Satellites without a position: instant, satellite and code.
    private(set) var rejected: [(instant: Int, satellite: Int, error: SGP4Error)] = []

    /// Finds the routes at the instants of a block, with links to some stations or to all.
    init(
        _ experiment: Experiment, pairs: [NodePair], stations: [Int]?, instants: Range<Int>
    ) {
        var query = PairRoutes(pairs, rules: experiment.scenario.routing)
        routes.reserveCapacity(instants.count * pairs.count)
        for index in instants {
            let seconds = experiment.window.seconds(at: index)
            let (mesh, errors) = experiment.mesh(
                at: experiment.instant(atSeconds: seconds), linking: stations)
            rejected += errors.map { (index, $0.0, $0.1) }
            for route in query.routes(in: mesh) {
                let place = routes.count
                let isFirst = index == instants.lowerBound
                routes.append(route)
                guard let route, let positions = mesh.positions,
                    isFirst || routes[place - pairs.count]?.nodes != route.nodes
                else { continue }
                waypoints[place] = route.nodes.map {
                    Waypoint(node: $0, position: ITRFPosition(km: positions[$0.index]))
                }
            }
        }
    }
}
