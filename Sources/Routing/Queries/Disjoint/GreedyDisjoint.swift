import LaserMesh

/// Disjoint routes taken one after another, each the best one over what the earlier ones left.
///
/// - Complexity: A search by ``AStar`` for each route.
/// - Note: The way in which M. Handley, "Delay is not an option: low latency routing in space",
///   HotNets 2018, DOI 10.1145/3286062.3286075, takes his multiple paths.
public struct GreedyDisjoint: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// What the routes may not share.
    public let parts: DisjointRoutes.Parts

    private var single: AStar
    private var bars = LinkBars()

    /// Creates a query.
    public init(of parts: DisjointRoutes.Parts, rules: RoutingRules = RoutingRules()) {
        self.rules = rules
        self.parts = parts
        single = AStar(rules: rules)
    }

    /// Disjoint routes from a node to another in the order in which they are taken, which is best
    /// first; fewer than asked for when nothing is left.
    public mutating func routes(
        _ count: Int, in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> [Route] {
        bars.begin(for: mesh)
        var routes: [Route] = []
        while routes.count < count,
            let route = single.route(in: mesh, from: source, to: destination, over: bars)
        {
            routes.append(route)
            // A route without hops shares nothing with itself, and would come again for ever.
            if route.hops == 0 { break }
            switch parts {
            case .links:
                for (one, other) in zip(route.nodes, route.nodes.dropFirst()) {
                    bars.bar(linkBetween: one, and: other, in: mesh)
                }
            case .nodes:
                for node in route.nodes.dropFirst().dropLast() { bars.bar(node: node.index) }
                if route.hops == 1 { bars.bar(linkBetween: source, and: destination, in: mesh) }
            }
        }
        return routes
    }
}
