import LaserMesh

/// The route of fewest links between two nodes; of those the cheapest, then the one whose node list
/// comes first.
///
/// A search in layers: when a layer is done, the best way of fewest hops to each of its nodes is
/// known.
///
/// - Complexity: O(nodes + links).
/// - Note: E. F. Moore, "The shortest path through a maze", Proceedings of an International
///   Symposium on the Theory of Switching, Harvard University Press 1959, part II, 285.
public struct LeastHop: RouteQuery, Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var labels = SearchLabels()
    private var layer: [Int] = []
    private var nextLayer: [Int] = []

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// The route of fewest links from a node to another, or `nil` when there is none.
    public mutating func route(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> Route? {
        let goal = destination.index
        let hopCost = rules.hopCostKm
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        labels.begin(nodeCount: mesh.nodeCount, source: source.index)
        layer.removeAll(keepingCapacity: true)
        layer.append(source.index)
        var depth: Int32 = 0
        while !layer.isEmpty, !labels.isKnown(goal) {
            depth += 1
            nextLayer.removeAll(keepingCapacity: true)
            for node in layer {
                let cost = labels.costKm[node]
                for place in mesh.row(of: NodeID(node)) {
                    let next = Int(mesh.neighbour[place])
                    if next >= passLimit && next != goal { continue }
                    let isKnown = labels.isKnown(next)
                    // Reached by fewer hops, whatever it costs.
                    if isKnown && labels.hops[next] != depth { continue }
                    let nextCost = cost + (mesh.lengthKm[place] + hopCost)
                    if labels.improve(next, via: node, costKm: nextCost), !isKnown {
                        nextLayer.append(next)
                    }
                }
            }
            swap(&layer, &nextLayer)
        }
        return labels.route(to: goal, rules: rules)
    }
}
