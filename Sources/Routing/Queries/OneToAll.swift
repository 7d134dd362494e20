import LaserMesh

/// The best routes from one node to all others, by Dijkstra's algorithm with buckets.
///
/// A bucket is no wider than the shortest link, so that nothing has to be sorted; where links differ
/// more than a thousandfold in length, a heap takes their place.
///
/// - Complexity: O(nodes + links + greatest cost / shortest link) a source; over Starlink's first
///   shell with 100 cities about a third of the time that a heap takes.
/// - Note: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik
///   1 (1959) 269, DOI 10.1007/BF01386390; R. B. Dial, Communications of the ACM 12 (1969) 632,
///   DOI 10.1145/363269.363610.
public struct OneToAll: RouteQuery, Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var tree = BucketTree()
    private var mesh: Mesh?
    private var source = 0

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// Finds the best routes from a node; then ask for them by ``route(to:)`` and ``costKm(to:)``.
    public mutating func search(in mesh: Mesh, from source: NodeID) {
        tree.grow(in: mesh, to: source.index, rules: rules)
        self.mesh = mesh
        self.source = source.index
    }

    /// The best route from the source of the last search, or `nil` when there is none.
    ///
    /// - Complexity: O(hops · degree).
    public func route(to destination: NodeID) -> Route? {
        guard let mesh, let cost = costKm(to: destination) else { return nil }
        let nodes = TightRoute(tree: tree, mesh: mesh, rules: rules, root: source)
            .nodes(to: destination.index)
        return Route(
            nodes: nodes, lengthKm: cost - Double(nodes.count - 1) * rules.hopCostKm, rules: rules)
    }

    /// The cost of that route [km]: its length, and with a hop delay the way of light meanwhile.
    public func costKm(to destination: NodeID) -> Double? {
        let cost = mesh == nil ? .infinity : tree.costKm[destination.index]
        return cost < .infinity ? cost : nil
    }

    /// The number of links of that route.
    public func hops(to destination: NodeID) -> Int? {
        costKm(to: destination) == nil ? nil : Int(tree.hops[destination.index])
    }

    /// The best route from a node to another, or `nil` when there is none; ends when it is found.
    public mutating func route(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> Route? {
        tree.grow(in: mesh, to: source.index, rules: rules, until: destination.index)
        self.mesh = mesh
        self.source = source.index
        return route(to: destination)
    }
}
