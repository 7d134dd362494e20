import LaserMesh

/// The routes between two nodes that no other beats in both cost and hops.
///
/// With every hop that is added the best cost falls, or there is no route for that number of hops
/// here. The first is the best route, the last one that of fewest hops; of routes equal in both the
/// one whose node list comes first stands here.
///
/// A search in layers of equally many hops, in which a node is gone on from only where it became
/// cheaper than by fewer hops, and where the exact cost that is left does not make the whole dearer
/// than a route of fewer hops.
///
/// - Complexity: O(hops of the best route · links).
/// - Note: P. Hansen, "Bicriterion path problems", Lecture Notes in Economics and Mathematical
///   Systems 177 (1980) 109, DOI 10.1007/978-3-642-48782-8_9; the layers are those of R. Bellman,
///   Quarterly of Applied Mathematics 16 (1958) 87, DOI 10.1090/qam/102435.
public struct ParetoFront: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var tree = BucketTree()
    private var labels: [Label] = []
    /// The last label of each node.
    private var last: [Int] = []

    private struct Label {
        var costKm: Double
        var node: Int32
        var hops: Int32
        var parent: Int
    }

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// The routes of the front, cheapest first; none when there is no route.
    public mutating func routes(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> [Route] {
        let goal = destination.index
        tree.grow(in: mesh, to: goal, rules: rules)
        guard tree.costKm[source.index] < .infinity else { return [] }
        last.removeAll(keepingCapacity: true)
        last.append(contentsOf: repeatElement(-1, count: mesh.nodeCount))
        labels.removeAll(keepingCapacity: true)
        labels.append(Label(costKm: 0, node: source.rawValue, hops: 0, parent: 0))
        last[source.index] = 0
        var front: [Route] = source == destination ? [route(ofLabel: 0)] : []
        var layer = 0..<1
        for hops in 0..<tree.hops[source.index] {
            expand(layer, in: mesh, to: goal)
            layer = layer.upperBound..<labels.count
            if last[goal] >= layer.lowerBound, labels[last[goal]].hops == hops + 1 {
                front.append(route(ofLabel: last[goal]))
            }
        }
        return front.reversed()
    }

    /// Makes the labels of one hop more.
    private mutating func expand(_ layer: Range<Int>, in mesh: Mesh, to goal: Int) {
        let hopCost = rules.hopCostKm
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        for index in layer {
            let label = labels[index]
            if Int(label.node) == goal { continue }
            for place in mesh.row(of: NodeID(rawValue: label.node)) {
                let next = Int(mesh.neighbour[place])
                if next >= passLimit && next != goal { continue }
                let cost = label.costKm + (mesh.lengthKm[place] + hopCost)
                // No better than a route of fewer hops.
                if last[goal] >= 0, last[goal] < layer.upperBound,
                    cost + tree.costKm[next] >= labels[last[goal]].costKm
                {
                    continue
                }
                if tree.costKm[next] == .infinity { continue }
                let made = Label(
                    costKm: cost, node: Int32(truncatingIfNeeded: next), hops: label.hops + 1,
                    parent: index)
                let known = last[next]
                if known < 0 || (known < layer.upperBound && cost < labels[known].costKm) {
                    last[next] = labels.count
                    labels.append(made)
                } else if known >= layer.upperBound, isBetter(made, than: labels[known]) {
                    labels[known] = made
                }
            }
        }
    }

    /// Whether one way comes before another one to the same node with as many hops.
    private func isBetter(_ one: Label, than other: Label) -> Bool {
        if one.costKm != other.costKm { return one.costKm < other.costKm }
        var (a, b) = (one.parent, other.parent)
        var isBefore = false
        while a != b {
            if labels[a].node != labels[b].node { isBefore = labels[a].node < labels[b].node }
            (a, b) = (labels[a].parent, labels[b].parent)
        }
        return isBefore
    }

    private func route(ofLabel index: Int) -> Route {
        let hops = Int(labels[index].hops)
        var nodes = [NodeID](repeating: NodeID(rawValue: labels[index].node), count: hops + 1)
        var label = index
        for place in stride(from: hops, through: 0, by: -1) {
            nodes[place] = NodeID(rawValue: labels[label].node)
            label = labels[label].parent
        }
        return Route(
            nodes: nodes, lengthKm: labels[index].costKm - Double(hops) * rules.hopCostKm,
            rules: rules)
    }
}
