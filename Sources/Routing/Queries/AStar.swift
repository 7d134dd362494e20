import LaserMesh

/// The best route between two nodes, by A* with the straight line to the destination as bound.
///
/// No route is shorter than the straight line, so that nodes are looked at in the order of the cost
/// so far plus that line, and far fewer than by Dijkstra's algorithm. In a mesh of given lengths,
/// which no line bounds, it is Dijkstra's algorithm with an early end.
///
/// - Complexity: O((nodes + links) log nodes) at worst.
/// - Note: P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic determination of
///   minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4 (1968) 100,
///   DOI 10.1109/TSSC.1968.300136.
public struct AStar: RouteQuery, Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var labels = SearchLabels()
    private var heap = SearchHeap()

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// The best route from a node to another, or `nil` when there is none.
    public mutating func route(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> Route? {
        route(in: mesh, from: source, to: destination, over: AllLinks())
    }

    /// The best route over the links that a filter lets through.
    mutating func route<Filter: LinkFilter>(
        in mesh: Mesh, from source: NodeID, to destination: NodeID, over filter: Filter
    ) -> Route? {
        let goal = destination.index
        let hopCost = rules.hopCostKm
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        let bound = StraightLineBound(to: goal, in: mesh)
        labels.begin(nodeCount: mesh.nodeCount, source: source.index)
        heap.removeAll()
        heap.push(.init(costKm: bound.km(from: source.index), hops: 0, node: source.rawValue))
        while let entry = heap.pop() {
            // An equally cheap way may still come before the known one, a dearer way may not.
            if labels.isKnown(goal), entry.costKm > labels.costKm[goal] { break }
            let node = Int(entry.node)
            let cost = labels.costKm[node]
            let isStale =
                entry.hops != labels.hops[node] || entry.costKm != cost + bound.km(from: node)
            if isStale || node == goal { continue }
            guard rules.mayPass(node, in: mesh, from: source.index) else { continue }
            // The bound is rounded, so that now and then a node is reached by a better way after
            // its successors were looked at. Those whose way leads over it are looked at again.
            let isAgain = labels.isExpanded(node)
            labels.markExpanded(node)
            for place in mesh.row(of: NodeID(node)) {
                let next = Int(mesh.neighbour[place])
                // A station that is not the destination leads nowhere.
                if next >= passLimit && next != goal { continue }
                if !filter.allows(place, to: next) { continue }
                let nextCost = cost + (mesh.lengthKm[place] + hopCost)
                let isBetter = labels.improve(next, via: node, costKm: nextCost)
                let leadsOverNode =
                    isAgain && labels.parent[next] == entry.node && labels.isExpanded(next)
                if isBetter || leadsOverNode {
                    let total = labels.costKm[next] + bound.km(from: next)
                    if labels.isKnown(goal), total > labels.costKm[goal] { continue }
                    heap.push(
                        .init(
                            costKm: total, hops: labels.hops[next],
                            node: Int32(truncatingIfNeeded: next)))
                }
            }
        }
        return labels.route(to: goal, rules: rules)
    }
}
