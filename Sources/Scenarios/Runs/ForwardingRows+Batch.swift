import LaserMesh
import Orbits
import Routing

extension ForwardingRows {
    /// Bytes of working memory that the solution for some destinations may take: about a cache.
    private static let workingBytes = 4 << 20

    /// How many destinations are solved at once, so that the working memory stays bounded.
    ///
    /// A node takes sixteen lanes of a next hop and a cost for each destination.
    static func destinationsAtOnce(nodes: Int) -> Int {
        max(8, workingBytes / max(1, nodes * 16 * 10))
    }

    /// The rows of all instants of a batch.
    ///
    /// - Complexity: O(destinations · links) for each eight instants.
    init(to destinations: [NodeID], in batch: MeshBatch, rules: RoutingRules) {
        let nodes = batch.nodeCount
        let stride = destinations.count * nodes
        var solver = BatchForwarding(rules: rules)
        var state = BatchForwardingState()
        var hops = [Int32](repeating: 0, count: rules.hopDelayS > 0 ? nodes : 0)
        self.init(count: batch.instantCount * stride)
        solver.solve(
            batch, to: destinations, share: Self.destinationsAtOnce(nodes: nodes),
            keepingCosts: .all, using: &state
        ) { places, state in
            for (place, destination) in places.enumerated() {
                let first = destination * nodes
                state.copyNextHops(
                    to: place, into: &nextHop, first: first, instantStride: stride,
                    unreachable: Self.unreachable)
                if hops.isEmpty {
                    state.copyLatenciesMs(
                        to: place, into: &latencyMs, first: first, instantStride: stride)
                } else {
                    for instant in 0..<batch.instantCount {
                        fill(first + instant * stride, from: state, place, instant, &hops)
                    }
                }
            }
        }
    }

    /// Fills the latencies of a row, in which each hop has its delay.
    private mutating func fill(
        _ row: Int, from state: BatchForwardingState, _ place: Int, _ instant: Int,
        _ hops: inout [Int32]
    ) {
        let nodes = state.nodeCount
        countHops(row, to: state.destinations[place].index, nodes, &hops)
        for node in 0..<nodes where nextHop[row + node] != Self.unreachable {
            latencyMs[row + node] = Self.latencyMs(
                costKm: state.costKm(from: NodeID(node), to: place, at: instant),
                hops: Double(hops[node]), rules: state.rules)
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
