import LaserMesh

/// The routes that each demand of a traffic matrix may use, as lists of arcs.
public struct FlowRoutes: Sendable {
    /// For each demand its routes, best first; none where the destination is out of reach.
    public let ofDemand: [[[Int32]]]

    /// Which routes of a demand are taken.
    public enum Choice: Sendable, Hashable {
        /// The shortest simple ones, which may share most of their links.
        case shortest
        /// Those of least total that share no links, or no nodes but the ends.
        case disjoint(DisjointRoutes.Parts)
    }

    /// Takes routes as they are.
    public init(_ ofDemand: [[[Int32]]]) { self.ofDemand = ofDemand }

    /// The best routes of each demand: one, or several.
    ///
    /// - Parameters:
    ///   - count: How many routes for each demand, at least 1.
    ///   - choice: Which, where they are several.
    ///   - traffic: The demands.
    ///   - network: The network; arcs without capacity are used like any other.
    ///   - rules: What a route may do, and what it costs.
    /// - Complexity: That of ``PairRoutes`` for one route, else of ``KShortest`` or
    ///   ``LeastTotalDisjoint`` for each demand.
    public init(
        _ count: Int, _ choice: Choice = .shortest, of traffic: TrafficMatrix,
        in network: FlowNetwork, rules: RoutingRules
    ) {
        precondition(count >= 1)
        let routes: [[Route]]
        let (mesh, pairs) = (network.mesh, traffic.demands.map(\.pair))
        switch choice {
        case _ where count == 1:
            var query = PairRoutes(pairs, rules: rules)
            routes = query.routes(in: mesh).map { route in route.map { [$0] } ?? [] }
        case .shortest:
            var query = KShortest(rules: rules)
            routes = pairs.map {
                query.routes(count, in: mesh, from: $0.source, to: $0.destination)
            }
        case .disjoint(let parts):
            var query = LeastTotalDisjoint(of: parts, rules: rules)
            routes = pairs.map {
                query.routes(count, in: mesh, from: $0.source, to: $0.destination)
            }
        }
        ofDemand = routes.map { $0.map { network.arcs(of: $0.nodes) } }
    }
}
