import LaserMesh

/// The best routes from one node to all others, by Dijkstra's algorithm.
///
/// - Complexity: O((nodes + links) log nodes) a source.
/// - Note: E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik
///   1 (1959) 269, DOI 10.1007/BF01386390.
public struct OneToAll: RouteQuery {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var labels = SearchLabels()
    private var heap = SearchHeap()

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// Finds the best routes from a node; then ask for them by ``route(to:)`` and ``costKm(to:)``.
    public mutating func search(in mesh: Mesh, from source: NodeID) {
        search(in: mesh, from: source.index, until: nil)
    }

    /// The best route from the source of the last search, or `nil` when there is none.
    public func route(to destination: NodeID) -> Route? {
        labels.route(to: destination.index, rules: rules)
    }

    /// The cost of that route [km]: its length, and with a hop delay the way of light meanwhile.
    public func costKm(to destination: NodeID) -> Double? {
        labels.isKnown(destination.index) ? labels.costKm[destination.index] : nil
    }

    /// The number of links of that route.
    public func hops(to destination: NodeID) -> Int? {
        labels.isKnown(destination.index) ? Int(labels.hops[destination.index]) : nil
    }

    /// The best route from a node to another, or `nil` when there is none; ends when it is found.
    public mutating func route(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> Route? {
        search(in: mesh, from: source.index, until: destination.index)
        return labels.route(to: destination.index, rules: rules)
    }

    private mutating func search(in mesh: Mesh, from source: Int, until goal: Int?) {
        let hopCost = rules.hopCostKm
        labels.begin(nodeCount: mesh.nodeCount, source: source)
        heap.removeAll()
        heap.push(.init(costKm: 0, hops: 0, node: Int32(truncatingIfNeeded: source)))
        while let entry = heap.pop() {
            let node = Int(entry.node)
            if entry.costKm != labels.costKm[node] || entry.hops != labels.hops[node] { continue }
            // Nodes leave the queue by cost and hops, so that all ways to this one are known.
            if node == goal { return }
            guard rules.mayPass(node, in: mesh, from: source) else { continue }
            for place in mesh.row(of: NodeID(node)) {
                let next = Int(mesh.neighbour[place])
                let nextCost = entry.costKm + (mesh.lengthKm[place] + hopCost)
                if labels.improve(next, via: node, costKm: nextCost) {
                    heap.push(
                        .init(
                            costKm: nextCost, hops: labels.hops[next],
                            node: Int32(truncatingIfNeeded: next)))
                }
            }
        }
    }
}
