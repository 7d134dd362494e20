import LaserMesh

/// Routes between two nodes that share no link, or no node but their ends.
///
/// Taken greedily, each route is the best one over what the earlier ones left, as a router does that
/// looks for backups one after another; the best route is the first of them. Of least total, the set
/// is chosen as a whole: for as many routes as asked for, no other set of disjoint routes has a
/// smaller sum of costs, and more of them exist wherever any do, since no greedy choice stands in
/// their way.
public struct DisjointRoutes: Sendable {
    /// What routes may not share.
    public enum Parts: String, Sendable, CaseIterable {
        /// Links, in either direction; nodes may be shared.
        case links
        /// Nodes other than the two ends, and so links too.
        case nodes
    }

    /// How the routes are chosen.
    public enum Method: String, Sendable, CaseIterable {
        /// The best one, then the best one of what is left, and so on.
        case greedy
        /// The set of least total cost.
        case total
    }

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// What the routes may not share.
    public let parts: Parts

    /// How they are chosen.
    public let method: Method

    private var greedy: GreedyDisjoint
    private var leastTotal: LeastTotalDisjoint

    /// Creates a query.
    public init(of parts: Parts, by method: Method, rules: RoutingRules = RoutingRules()) {
        self.rules = rules
        self.parts = parts
        self.method = method
        greedy = GreedyDisjoint(of: parts, rules: rules)
        leastTotal = LeastTotalDisjoint(of: parts, rules: rules)
    }

    /// Disjoint routes from a node to another, best first; fewer than asked for when there are no
    /// more of them.
    ///
    /// - Parameters:
    ///   - count: How many routes.
    ///   - mesh: The mesh.
    ///   - source: Where the packets start.
    ///   - destination: Where they go; the source itself gives one route without hops.
    public mutating func routes(
        _ count: Int, in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> [Route] {
        switch method {
        case .greedy: greedy.routes(count, in: mesh, from: source, to: destination)
        case .total: leastTotal.routes(count, in: mesh, from: source, to: destination)
        }
    }
}
