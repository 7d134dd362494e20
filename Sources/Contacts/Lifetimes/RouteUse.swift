import LaserMesh
import Orbits
import Routing

/// A route's lifetime beside its use, and what the change to it gained.
public struct RouteUse: Sendable, Hashable {
    /// When the route is the best one.
    public var interval: RouteInterval

    /// From when to when all its links exist, around that time [s].
    public var life: ClosedRange<Double>

    /// Whether the window or the horizon cuts off the use or the life.
    public var isCut: Bool

    /// Round-trip time over the route before, where this one begins [ms]; NaN when that one is gone
    /// or there was none.
    public var rttBeforeMs: Double

    /// Round-trip time over this route where it begins [ms].
    public var rttAfterMs: Double

    /// The most by which this route is faster than the one before would have been, of seventeen
    /// instants while both are there [ms]; NaN when that one is gone or there was none.
    public var greatestGainMs: Double

    /// That gain in parts of the round-trip time over the route before.
    public var greatestGainShare: Double

    /// The time of its use over that of its life.
    public var share: Double {
        let lifetime = life.upperBound - life.lowerBound
        return lifetime > 0 ? interval.durationS / lifetime : 1
    }
}

/// Finds how routes are used of what they live.
public struct RouteUses {
    private let mesh: MovingMesh
    private let lives: LinkLives
    private let windowS: Range<Double>

    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - plan: Its contacts, over the window and as far before and after it as lives are followed.
    ///   - windowS: The window of the timelines [s].
    public init(_ mesh: MovingMesh, in plan: ContactPlan, windowS: Range<Double>) {
        self.mesh = mesh
        self.windowS = windowS
        lives = LinkLives(plan)
    }

    /// The uses of a pair's routes, one for each interval with a route.
    ///
    /// - Complexity: O(intervals · hops) propagations.
    public func uses(_ timeline: RouteTimeline) -> [RouteUse] {
        timeline.intervals.indices.compactMap { place in
            use(
                of: timeline.intervals[place],
                after: place > 0 ? timeline.intervals[place - 1] : nil, rules: timeline.rules)
        }
    }

    /// The use of an interval's route; `nil` when it has none.
    ///
    /// - Parameters:
    ///   - interval: The interval.
    ///   - last: The interval before it, if there is one.
    ///   - rules: What a hop adds.
    public func use(
        of interval: RouteInterval, after last: RouteInterval?, rules: RoutingRules
    ) -> RouteUse? {
        guard let nodes = interval.nodes else { return nil }
        let middle = interval.startS + interval.durationS / 2
        let life =
            lives.life(of: nodes, atSeconds: middle) ?? interval.startS...interval.endS
        let isCut =
            interval.startS <= windowS.lowerBound || interval.endS >= windowS.upperBound
            || life.lowerBound <= lives.horizonS.lowerBound
            || life.upperBound >= lives.horizonS.upperBound
        func rttMs(_ nodes: [NodeID], _ seconds: Double) -> Double {
            2_000
                * (mesh.lengthKm(of: nodes, atSeconds: seconds) / Physics.speedOfLightKmPerS
                    + Double(nodes.count - 1) * rules.hopDelayS)
        }
        var use = RouteUse(
            interval: interval, life: life, isCut: isCut, rttBeforeMs: .nan,
            rttAfterMs: rttMs(nodes, interval.startS), greatestGainMs: .nan,
            greatestGainShare: .nan)
        guard let before = last?.nodes, last?.end != .linkLost,
            let rest = lives.life(of: before, atSeconds: interval.startS)
        else { return use }
        use.rttBeforeMs = rttMs(before, interval.startS)
        let end = min(interval.endS, rest.upperBound)
        for step in 0...16 {
            let time = interval.startS + Double(step) / 16 * (end - interval.startS)
            let kept = rttMs(before, time)
            let gain = kept - rttMs(nodes, time)
            if use.greatestGainMs.isNaN || gain > use.greatestGainMs {
                use.greatestGainMs = gain
                use.greatestGainShare = gain / kept
            }
        }
        return use
    }
}
