import LaserMesh

/// The routes that each demand of a traffic matrix may use, as lists of arcs.
public struct FlowRoutes: Sendable {
    /// For each demand its routes, best first; none where the destination is out of reach.
    public let ofDemand: [[[Int32]]]

    /// Takes routes as they are.
    public init(_ ofDemand: [[[Int32]]]) { self.ofDemand = ofDemand }

    /// The best routes of each demand: one, or the k shortest.
    ///
    /// - Parameters:
    ///   - count: How many routes for each demand, at least 1.
    ///   - traffic: The demands.
    ///   - network: The network; arcs without capacity are used like any other.
    ///   - rules: What a route may do, and what it costs.
    /// - Complexity: That of ``PairRoutes`` for one route, else of ``KShortest`` for each demand.
    public init(
        _ count: Int, of traffic: TrafficMatrix, in network: FlowNetwork, rules: RoutingRules
    ) {
        precondition(count >= 1)
        if count == 1 {
            var query = PairRoutes(traffic.demands.map(\.pair), rules: rules)
            ofDemand = query.routes(in: network.mesh).map { route in
                route.map { [network.arcs(of: $0.nodes)] } ?? []
            }
        } else {
            var query = KShortest(rules: rules)
            ofDemand = traffic.demands.map { demand in
                query.routes(
                    count, in: network.mesh, from: demand.pair.source, to: demand.pair.destination
                ).map { network.arcs(of: $0.nodes) }
            }
        }
    }
}
