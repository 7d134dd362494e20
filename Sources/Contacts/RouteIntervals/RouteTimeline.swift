import LaserMesh
import Orbits
import Routing

/// The best routes of one pair over a window: intervals without gaps, and the latency as a function of
/// time, piece by piece.
public struct RouteTimeline: Sendable {
    /// The pair.
    public let pair: NodePair

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// The intervals in the order of time, each beginning where the one before it ends.
    public let intervals: [RouteInterval]

    /// Why there is no route at any time, or `nil` when there is one.
    public let reason: NoRoute?

    /// Creates a timeline of intervals without gaps.
    public init(
        pair: NodePair, rules: RoutingRules, intervals: [RouteInterval], reason: NoRoute? = nil
    ) {
        self.pair = pair
        self.rules = rules
        self.intervals = intervals
        self.reason = reason
    }

    /// The number of changes: ends of intervals inside the window.
    public var changes: Int { max(0, intervals.count - 1) }

    /// The number of changes between routes, or to and from none, that last for some time.
    ///
    /// In a regular grid several routes are equally long at nearly the same instant, so that the best one
    /// passes through others within milliseconds; such a cascade is one change for whoever looks at steps.
    ///
    /// - Parameter leastS: Intervals shorter than this are passed over [s].
    public func changes(lastingAtLeastS leastS: Double) -> Int {
        let lasting = intervals.filter { $0.durationS >= leastS }.map(\.nodes)
        return zip(lasting, lasting.dropFirst()).count { $0 != $1 }
    }

    /// The interval that a time is part of, or `nil` outside the window.
    ///
    /// - Complexity: O(log intervals).
    public func interval(atSeconds seconds: Double) -> RouteInterval? {
        let low = intervals.partitioningIndex { !($0.endS <= seconds) }
        guard low < intervals.count, intervals[low].contains(seconds) else { return nil }
        return intervals[low]
    }

    /// The one-way latency at a time [s]; NaN outside the window and where there is no route.
    ///
    /// - Complexity: O(log intervals + hops); the route's satellites are propagated.
    public func latencyS(atSeconds seconds: Double, in mesh: MovingMesh) -> Double {
        guard let interval = interval(atSeconds: seconds), let nodes = interval.nodes else {
            return .nan
        }
        return mesh.lengthKm(of: nodes, atSeconds: seconds) / Physics.speedOfLightKmPerS
            + Double(interval.hops) * rules.hopDelayS
    }
}
