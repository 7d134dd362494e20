import LaserMesh

/// The simple routes between two nodes that cost at most so many times what the best one does.
///
/// - Complexity: That of ``KShortest`` for as many routes as there are, up to the limit. Their number
///   grows fast with the stretch, above all in regular shells: hundreds at 1.1 are common.
/// - Note: T. H. Byers, M. S. Waterman, "Determining all optimal and near-optimal solutions when
///   solving shortest path problems by dynamic programming", Operations Research 32 (1984) 1381,
///   DOI 10.1287/opre.32.6.1381.
public struct Multipath: Sendable {
    /// Routes within a stretch.
    public struct Answer: Sendable, Hashable {
        /// The routes, best first.
        public var routes: [Route]

        /// Whether these are all of them; if not, the limit left some out, none of them better.
        public var isComplete: Bool
    }

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// The greatest cost over that of the best route, at least 1.
    public let stretch: Double

    /// The most routes to give.
    public let limit: Int

    private var query: KShortest

    /// Creates a query.
    public init(stretch: Double, limit: Int = 100, rules: RoutingRules = RoutingRules()) {
        precondition(stretch >= 1 && limit >= 1)
        self.rules = rules
        self.stretch = stretch
        self.limit = limit
        query = KShortest(rules: rules)
    }

    /// The routes from a node to another; none when there is no route at all.
    public mutating func answer(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> Answer {
        var routes = query.routes(
            limit + 1, in: mesh, from: source, to: destination, withinStretch: stretch)
        let isComplete = routes.count <= limit
        if !isComplete { routes.removeLast() }
        return Answer(routes: routes, isComplete: isComplete)
    }
}
