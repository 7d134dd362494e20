import LaserMesh
import Orbits
import Routing

/// A time over which one route is the best one of a pair, or over which there is none.
public struct RouteInterval: Sendable, Hashable {
    /// When it begins, part of it [s].
    public var startS: Double

    /// When it ends, not part of it [s].
    public var endS: Double

    /// The nodes of the route, source first; `nil` when there is none.
    public var nodes: [NodeID]?

    /// Least length of the route in that time [km]; NaN when there is none.
    public var minLengthKm: Double

    /// Greatest length of the route in that time [km]; NaN when there is none.
    public var maxLengthKm: Double

    /// Why it ends.
    public var end: IntervalEnd

    /// Whether bounds prove that no other route is better at any time of it.
    ///
    /// They do not where more routes than can be looked at are within those bounds of each other;
    /// there the best route is that of points in time.
    public var isCertain: Bool

    /// The length of time [s].
    public var durationS: Double { endS - startS }

    /// The number of links, 0 without a route.
    public var hops: Int { max(0, (nodes?.count ?? 1) - 1) }

    /// The round-trip time over a way of that length and as many hops [ms].
    func rttMs(lengthKm: Double, rules: RoutingRules) -> Double {
        2_000 * (lengthKm / Physics.speedOfLightKmPerS + Double(hops) * rules.hopDelayS)
    }

    /// Least round-trip time [ms]; NaN when there is no route.
    public func minRttMs(_ rules: RoutingRules) -> Double {
        rttMs(lengthKm: minLengthKm, rules: rules)
    }

    /// Greatest round-trip time [ms]; NaN when there is no route.
    public func maxRttMs(_ rules: RoutingRules) -> Double {
        rttMs(lengthKm: maxLengthKm, rules: rules)
    }

    /// Whether a time is part of it.
    public func contains(_ seconds: Double) -> Bool { seconds >= startS && seconds < endS }
}
