import LaserMesh

/// The best route between two nodes, read off the costs and hops of all nodes from one of them.
///
/// A link is tight if the costs of its ends differ by its own and their hops by one: the best routes
/// go over tight links only, and all that do are equally good. Of them the lexicographically
/// smallest list of nodes is taken.
struct TightRoute {
    let tree: BucketTree
    let mesh: Mesh
    let rules: RoutingRules
    let root: Int

    /// The nodes from the root to another node that can be reached, the root first.
    ///
    /// - Complexity: O(hops · degree); where several ways are equally good, as much for each of
    ///   their nodes.
    func nodes(to node: Int) -> [NodeID] {
        var reversed = [NodeID(node)]
        reversed.reserveCapacity(Int(tree.hops[node]) + 1)
        var last = node
        while last != root {
            var before: Int?
            var isUnique = true
            forEachTight(last) { other in
                isUnique = before == nil
                before = other
            }
            guard let before, isUnique else { return smallest(to: node) }
            reversed.append(NodeID(before))
            last = before
        }
        return reversed.reversed()
    }

    /// The smallest list where there are several: from the root on, at each step the smallest of the
    /// nodes that lie on one of the ways.
    private func smallest(to node: Int) -> [NodeID] {
        var waysOn: [Int: [Int]] = [:]
        var seen: Set<Int> = [node]
        var queue = [node]
        while let current = queue.popLast() {
            guard current != root else { continue }
            forEachTight(current) { other in
                waysOn[other, default: []].append(current)
                if seen.insert(other).inserted { queue.append(other) }
            }
        }
        var list = [NodeID(root)]
        var current = root
        while current != node, let next = waysOn[current]?.min() {
            list.append(NodeID(next))
            current = next
        }
        return list
    }

    /// Calls with the nodes before a node on its best ways.
    private func forEachTight(_ node: Int, _ body: (Int) -> Void) {
        let (cost, hops) = (tree.costKm[node], tree.hops[node])
        for place in mesh.row(of: NodeID(node)) {
            let other = Int(mesh.neighbour[place])
            guard tree.hops[other] == hops - 1,
                tree.costKm[other] + (mesh.lengthKm[place] + rules.hopCostKm) == cost,
                rules.mayPass(other, in: mesh, from: root)
            else { continue }
            body(other)
        }
    }
}
