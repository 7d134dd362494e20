import LaserMesh
import Orbits
import Routing

extension ForwardingRows {
    /// Bytes of working memory that the solution for some destinations may take.
    private static let workingBytes = 64 << 20

    /// How many destinations are solved at once, so that the working memory stays bounded.
    ///
    /// A node takes sixteen lanes of a next hop and a cost for each destination.
    static func destinationsAtOnce(nodes: Int) -> Int {
        max(1, workingBytes / max(1, nodes * 16 * 10))
    }

    /// The rows of all instants of a batch.
    ///
    /// - Complexity: O(destinations · links) for each eight instants.
    init(to destinations: [NodeID], in batch: MeshBatch, rules: RoutingRules) {
        let nodes = batch.nodeCount
        let instants = batch.instantCount
        var solver = BatchForwarding(rules: rules)
        var state = BatchForwardingState()
        var hops = [Int32](repeating: 0, count: rules.hopDelayS > 0 ? nodes : 0)
        self.init(count: instants * destinations.count * nodes)
        let share = Self.destinationsAtOnce(nodes: nodes)
        for begin in stride(from: 0, to: destinations.count, by: share) {
            let some = Array(destinations[begin..<min(begin + share, destinations.count)])
            solver.solve(batch, to: some, keepingCosts: .all, into: &state)
            for instant in 0..<instants {
                for (place, destination) in some.enumerated() {
                    let row = (instant * destinations.count + begin + place) * nodes
                    fill(row, from: state, place, destination, instant, rules, &hops)
                }
            }
        }
    }

    /// Fills the row of a destination at an instant.
    private mutating func fill(
        _ row: Int, from state: BatchForwardingState, _ place: Int, _ destination: NodeID,
        _ instant: Int, _ rules: RoutingRules, _ hops: inout [Int32]
    ) {
        let nodes = state.nodeCount
        for node in 0..<nodes {
            let next = state.nextHop(from: NodeID(node), to: place, at: instant)
            set(row + node, nextHop: next?.rawValue ?? Self.unreachable)
        }
        set(row + destination.index, nextHop: destination.rawValue)
        if rules.hopDelayS > 0 { countHops(row, to: destination.index, nodes, &hops) }
        for node in 0..<nodes {
            let costKm = state.costKm(from: NodeID(node), to: place, at: instant)
            guard nextHop[row + node] != Self.unreachable else { continue }
            let count = hops.isEmpty ? 0 : Double(hops[node])
            set(row + node, costKm: costKm, hops: count, rules: rules)
        }
    }

    /// Counts the hops of all nodes by following their next hops.
    private func countHops(
        _ row: Int, to destination: Int, _ nodes: Int, _ hops: inout [Int32]
    ) {
        for node in 0..<nodes { hops[node] = -1 }
        hops[destination] = 0
        var trail: [Int] = []
        for start in 0..<nodes where nextHop[row + start] != Self.unreachable {
            var node = start
            while hops[node] < 0 {
                trail.append(node)
                node = Int(nextHop[row + node])
            }
            var count = hops[node]
            while let last = trail.popLast() {
                count += 1
                hops[last] = count
            }
        }
    }
}
