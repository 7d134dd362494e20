import LaserMesh

/// Shortest routes over arcs with weights of their own, by Dijkstra's algorithm.
///
/// Unlike the queries for routes it does not break ties by hops and node lists: where loads decide,
/// equal weights mean equally good. What it finds depends on its arguments alone.
struct ArcSearch {
    /// Weight of the best way to each node; infinite where there is none.
    private(set) var distance: [Double] = []
    /// The last arc of that way; -1 at the source and where there is none.
    private(set) var lastArc: [Int32] = []
    private var heap = SearchHeap()

    /// Finds the best ways from a node.
    ///
    /// - Parameters:
    ///   - goal: Where to stop early; `nil` for all nodes.
    ///   - weight: The weight of an arc, at least zero; infinite bars it.
    /// - Complexity: O((nodes + arcs) log nodes).
    @inline(__always)
    mutating func search(
        _ network: FlowNetwork, from source: Int, until goal: Int? = nil,
        weight: (_ arc: Int) -> Double
    ) {
        let nodes = network.mesh.nodeCount
        if distance.count != nodes {
            distance = Array(repeating: .infinity, count: nodes)
            lastArc = Array(repeating: -1, count: nodes)
        } else {
            for node in 0..<nodes {
                distance[node] = .infinity
                lastArc[node] = -1
            }
        }
        distance[source] = 0
        heap.removeAll()
        heap.push(.init(costKm: 0, hops: 0, node: Int32(truncatingIfNeeded: source)))
        while let entry = heap.pop() {
            let node = Int(entry.node)
            if entry.costKm != distance[node] { continue }
            if node == goal { return }
            guard network.mayPass(node, from: source) else { continue }
            let arcs =
                Int(network.mesh.firstLink[node])..<Int(network.mesh.firstLink[node + 1])
            for arc in arcs {
                let reached = entry.costKm + weight(arc)
                let head = Int(network.mesh.neighbour[arc])
                guard reached < distance[head] else { continue }
                distance[head] = reached
                lastArc[head] = Int32(truncatingIfNeeded: arc)
                heap.push(
                    .init(
                        costKm: reached, hops: 0, node: Int32(truncatingIfNeeded: head)))
            }
        }
    }

    /// The arcs of the best way to a node, last one first.
    func backwards(to node: Int, in network: FlowNetwork, into arcs: inout [Int32]) {
        arcs.removeAll(keepingCapacity: true)
        var node = node
        while lastArc[node] >= 0 {
            arcs.append(lastArc[node])
            node = Int(network.tail[Int(lastArc[node])])
        }
    }
}
