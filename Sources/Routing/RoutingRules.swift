import LaserMesh
import Orbits

/// What a route may do, and what it costs.
public struct RoutingRules: Sendable, Hashable {
    /// What the best route has the least of.
    public enum Metric: String, Sendable, CaseIterable {
        /// Latency: travel at the speed of light, and the delay of each hop.
        case latency

        /// Length; hop delays count in the latency, but not in the choice.
        case distance
    }

    /// What the best route has the least of.
    public var metric: Metric

    /// Whether a packet may pass through ground stations on its way.
    public var allowsGroundRelay: Bool

    /// Delay that each link of a route adds, for switching and queueing [s].
    public var hopDelayS: Double

    /// Creates rules; without arguments, least latency over satellites alone, without hop delay.
    public init(
        metric: Metric = .latency, allowsGroundRelay: Bool = false, hopDelayS: Double = 0
    ) {
        precondition(hopDelayS >= 0 && hopDelayS < 1)
        self.metric = metric
        self.allowsGroundRelay = allowsGroundRelay
        self.hopDelayS = hopDelayS
    }

    /// The length that a hop adds to the cost of a route [km], on the `LengthGrid`.
    ///
    /// Costs are lengths: a hop delay counts as the way that light goes meanwhile.
    public var hopCostKm: Double {
        switch metric {
        case .latency: LengthGrid.nearest(km: hopDelayS * Physics.speedOfLightKmPerS)
        case .distance: 0
        }
    }

    /// Whether a packet that stands at a node may go on from it.
    @inline(__always)
    func mayPass(_ node: Int, in mesh: Mesh, from source: Int) -> Bool {
        allowsGroundRelay || node < mesh.satelliteCount || node == source
    }
}
