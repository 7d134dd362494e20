import LaserMesh

/// The best ways from all nodes to one destination, by Dijkstra's algorithm from its end.
struct DestinationTree {
    private(set) var costKm: [Double]
    private(set) var hops: [Int32]
    /// The next hop; the node itself where there is none.
    private(set) var next: [Int32]
    private var heap = SearchHeap()

    init(nodeCount: Int) {
        costKm = Array(repeating: .infinity, count: nodeCount)
        hops = Array(repeating: 0, count: nodeCount)
        next = Array(repeating: 0, count: nodeCount)
    }

    mutating func grow(in mesh: Mesh, to goal: Int, rules: RoutingRules) {
        let hopCost = rules.hopCostKm
        for node in costKm.indices {
            costKm[node] = .infinity
            hops[node] = 0
            next[node] = Int32(truncatingIfNeeded: node)
        }
        costKm[goal] = 0
        heap.removeAll()
        heap.push(.init(costKm: 0, hops: 0, node: Int32(truncatingIfNeeded: goal)))
        while let entry = heap.pop() {
            let node = Int(entry.node)
            if entry.costKm != costKm[node] || entry.hops != hops[node] { continue }
            // Links serve both ways: who may be passed on the way out may be on the way back.
            guard rules.mayPass(node, in: mesh, from: goal) else { continue }
            let count = entry.hops + 1
            for place in mesh.row(of: NodeID(node)) {
                let other = Int(mesh.neighbour[place])
                let cost = entry.costKm + (mesh.lengthKm[place] + hopCost)
                if cost > costKm[other] { continue }
                if cost == costKm[other] {
                    if count > hops[other] { continue }
                    if count == hops[other] {
                        next[other] = min(next[other], entry.node)
                        continue
                    }
                }
                costKm[other] = cost
                hops[other] = count
                next[other] = entry.node
                heap.push(
                    .init(costKm: cost, hops: count, node: Int32(truncatingIfNeeded: other)))
            }
        }
    }
}
