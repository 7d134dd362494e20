import LaserMesh
import Orbits
import Routing

/// The forwarding state at consecutive instants: for each destination and node the next hop on the
/// best route, and how long a packet takes.
///
/// Both columns hold instant by instant a row for each destination, and in it a place for each node,
/// satellites first.
struct ForwardingRows: Sendable {
    /// Stands for the next hop where there is no route.
    static let unreachable: Int32 = -1

    /// Node that comes next on the best route; the destination itself at the destination.
    var nextHop: NodeColumn

    /// One-way latency of the best route [ms], correctly rounded; NaN where there is none. Empty
    /// where nobody wants latencies.
    var latencyMs: [Float] = []

    /// Whether there are latencies.
    let hasLatency: Bool

    /// Creates rows without any entry, to fill or to append to.
    init(nodes: Int, hasLatency: Bool) {
        nextHop = NodeColumn(nodes: nodes)
        self.hasLatency = hasLatency
    }

    /// The latency of a route of that cost and so many hops [ms].
    static func latencyMs(costKm: Double, hops: Double, rules: RoutingRules) -> Float {
        let lengthKm = costKm - hops * rules.hopCostKm
        return Float(
            (lengthKm / Physics.speedOfLightKmPerS + hops * rules.hopDelayS) * 1_000)
    }

    /// Takes all entries away and keeps the memory.
    mutating func removeAll() {
        nextHop.resize(to: 0)
        latencyMs.removeAll(keepingCapacity: true)
    }

    /// Appends the rows of all destinations of a state.
    ///
    /// - Complexity: O(destinations · nodes), with a hop delay times the hops of a route.
    mutating func append(_ state: ForwardingState) {
        let rules = state.rules
        for destination in state.destinations {
            for index in 0..<state.nodeCount {
                let node = NodeID(index)
                guard let costKm = state.costKm(from: node, to: destination) else {
                    nextHop.append(Self.unreachable)
                    if hasLatency { latencyMs.append(.nan) }
                    continue
                }
                let next = state.nextHop(from: node, to: destination) ?? destination
                nextHop.append(next.rawValue)
                guard hasLatency else { continue }
                let hops =
                    rules.hopDelayS > 0 ? state.hops(from: node, to: destination) ?? 0 : 0
                latencyMs.append(
                    Self.latencyMs(costKm: costKm, hops: Double(hops), rules: rules))
            }
        }
    }
}
