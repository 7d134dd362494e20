import LaserMesh

/// The best ways from all nodes to one destination.
struct DestinationTree {
    private var tree = BucketTree()
    /// The next hop; the node itself where there is none.
    private(set) var next: [Int32]

    /// Cost to the destination [km]; infinite for a node that cannot reach it.
    var costKm: [Double] { tree.costKm }

    init(nodeCount: Int) {
        next = Array(repeating: 0, count: nodeCount)
    }

    /// Finds the ways in a mesh.
    ///
    /// Of the neighbours over which a node's cost and hops are the least, its next hop is the
    /// smallest.
    ///
    /// - Complexity: O(nodes + links + greatest cost / shortest link).
    mutating func grow(in mesh: Mesh, to goal: Int, rules: RoutingRules) {
        tree.grow(in: mesh, to: goal, rules: rules)
        Self.fill(&next, from: tree, in: mesh, to: goal, rules: rules)
    }

    private static func fill(
        _ next: inout [Int32], from tree: BucketTree, in mesh: Mesh, to goal: Int,
        rules: RoutingRules
    ) {
        let hopCost = rules.hopCostKm
        let passCount = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        let (firstLink, neighbour) = (mesh.firstLink.span, mesh.neighbour.span)
        let (lengthKm, costKm, hops) = (mesh.lengthKm.span, tree.costKm.span, tree.hops.span)
        for node in 0..<mesh.nodeCount {
            next[node] = Int32(truncatingIfNeeded: node)
            guard node != goal, costKm[node] < .infinity else { continue }
            for place in Int(firstLink[node])..<Int(firstLink[node + 1]) {
                let other = Int(neighbour[place])
                guard other < passCount || other == goal, hops[other] == hops[node] - 1,
                    costKm[other] + (lengthKm[place] + hopCost) == costKm[node]
                else { continue }
                next[node] = neighbour[place]
                break
            }
        }
    }
}
