import CHeliograph
import LaserMesh
import Orbits
import Routing

/// Memory of a caller for forwarding states: instant by instant a row for each destination, and in it a
/// place for each node.
struct ForwardingRows {
    /// Next hops.
    let next: UnsafeMutablePointer<Int32>

    /// One-way latencies [s]; `nil` where they are not wanted.
    let latencyS: UnsafeMutablePointer<Double>?

    /// The destinations.
    let goals: [NodeID]

    /// The row of a destination at an instant, by its first element.
    private func row(_ place: Int, _ instant: Int, nodes: Int) -> Int {
        (instant * goals.count + place) * nodes
    }

    /// Puts in the state of a mesh as that of an instant.
    func fill(from state: ForwardingState, instant: Int = 0) {
        let nodes = state.nodeCount
        for (place, goal) in goals.enumerated() {
            let row = row(place, instant, nodes: nodes)
            for node in 0..<nodes {
                let hop = state.nextHop(from: NodeID(node), to: goal)
                next[row + node] = hop?.rawValue ?? Int32(HELIO_NO_NODE)
            }
            putLatencies(row, nodes: nodes, state.rules) {
                state.costKm(from: NodeID($0), to: goal) ?? .infinity
            }
        }
    }

    /// Puts in a share of the destinations, at all instants of a batch.
    ///
    /// - Parameters:
    ///   - places: The places of the destinations in ``goals``.
    ///   - state: Their state, with the costs of all nodes where latencies are wanted.
    ///   - hops: Working memory.
    /// - Returns: Whether every node has a route to every destination at every instant.
    func fill(
        _ places: Range<Int>, from state: BatchForwardingState, _ hops: inout [Int32]
    ) -> Bool {
        var isReached = true
        let (nodes, instants) = (state.nodeCount, state.instantCount)
        if hops.count != nodes * instants {
            hops = Array(repeating: 0, count: nodes * instants)
        }
        for (member, place) in places.enumerated() {
            state.copyNextHops(
                to: member, into: &hops, first: 0, instantStride: nodes,
                unreachable: Int32(HELIO_NO_NODE))
            isReached = isReached && !hops.contains(Int32(HELIO_NO_NODE))
            for instant in 0..<instants {
                let row = row(place, instant, nodes: nodes)
                hops.withUnsafeBufferPointer {
                    guard let base = $0.baseAddress else { return }
                    (next + row).update(from: base + instant * nodes, count: nodes)
                }
                next[row + goals[place].index] = Int32(HELIO_NO_NODE)
                putLatencies(row, nodes: nodes, state.rules) {
                    state.costKm(from: NodeID($0), to: member, at: instant)
                }
            }
        }
        return isReached
    }

    /// Puts in the latencies of a row, to the bit those of its routes; NaN where there is none.
    private func putLatencies(
        _ row: Int, nodes: Int, _ rules: RoutingRules, costKm: (Int) -> Double
    ) {
        guard let latencyS else { return }
        for node in 0..<nodes {
            let km = costKm(node)
            guard km < .infinity else {
                latencyS[row + node] = .nan
                continue
            }
            let hops = rules.hopDelayS > 0 ? Double(hops(row, from: node)) : 0
            latencyS[row + node] =
                (km - hops * rules.hopCostKm) / Physics.speedOfLightKmPerS + hops * rules.hopDelayS
        }
    }

    /// The links of the route of a node whose row has its next hops.
    private func hops(_ row: Int, from node: Int) -> Int {
        var (hops, last) = (0, Int32(node))
        while true {
            last = next[row + Int(last)]
            guard last != HELIO_NO_NODE else { return hops }
            hops += 1
        }
    }
}
