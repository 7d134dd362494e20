import LaserMesh
import Orbits

/// A way through a mesh from one node to another.
///
/// Of several ways with the same cost the best one has the fewest hops, and of those the
/// lexicographically smallest list of nodes: there is exactly one best route, whatever the
/// algorithm. Costs are exact sums (see `LengthGrid`).
public struct Route: Sendable, Hashable {
    /// The nodes, source first, destination last; a single one when both are the same.
    public let nodes: [NodeID]

    /// Sum of the lengths of its links [km], exact.
    public let lengthKm: Double

    /// One-way latency: length over the speed of light, and the hop delays [s].
    public let latencyS: Double

    /// The number of links.
    public var hops: Int { nodes.count - 1 }

    /// Round-trip time over the same route [ms].
    public var rttMs: Double { 2 * latencyS * 1_000 }

    /// What the route costs under some rules [km]: its length, and with a hop delay the way of light
    /// meanwhile; exact.
    public func costKm(_ rules: RoutingRules) -> Double {
        lengthKm + Double(hops) * rules.hopCostKm
    }

    init(nodes: [NodeID], lengthKm: Double, rules: RoutingRules) {
        self.nodes = nodes
        self.lengthKm = lengthKm
        latencyS =
            lengthKm / Physics.speedOfLightKmPerS + Double(nodes.count - 1) * rules.hopDelayS
    }
}
