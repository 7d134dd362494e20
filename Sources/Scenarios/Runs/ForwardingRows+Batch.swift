import LaserMesh
import Orbits
import Routing

extension ForwardingRows {
    /// Puts the rows of a scenario at some instants in place of what is there.
    ///
    /// - Complexity: O(destinations · links) for each eight instants.
    mutating func fill(to destinations: [NodeID], _ instants: Range<Int>, by solver: BlockSolver) {
        let nodes = solver.experiment.nodeCount
        let stride = destinations.count * nodes
        let hasHopDelay = solver.experiment.scenario.routing.hopDelayS > 0
        var hops = [Int32](repeating: 0, count: hasLatency && hasHopDelay ? nodes : 0)
        nextHop.resize(to: instants.count * stride)
        if hasLatency { latencyMs.resize(to: instants.count * stride, .nan) }
        solver.solve(
            instants, to: destinations, keepingCosts: hasLatency ? .all : .stations
        ) { places, state, _ in
            for (place, destination) in places.enumerated() {
                let first = destination * nodes
                nextHop.write {
                    state.copyNextHops(
                        to: place, into: &$0, first: first, instantStride: stride,
                        unreachable: Int16(Self.unreachable))
                } long: {
                    state.copyNextHops(
                        to: place, into: &$0, first: first, instantStride: stride,
                        unreachable: Self.unreachable)
                }
                guard hasLatency else { continue }
                if !hasHopDelay {
                    state.copyLatenciesMs(
                        to: place, into: &latencyMs, first: first, instantStride: stride)
                } else {
                    for instant in instants.indices {
                        fill(
                            first + (instant - instants.lowerBound) * stride, from: state, place,
                            instant - instants.lowerBound, &hops)
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
        for node in 0..<nodes {
            guard nextHop[row + node] != Self.unreachable else {
                latencyMs[row + node] = .nan
                continue
            }
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
