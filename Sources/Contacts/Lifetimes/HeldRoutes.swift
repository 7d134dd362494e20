import LaserMesh
import Orbits
import Routing

/// The routes that a pair uses under a policy.
public struct HeldRoutes: Sendable, Hashable {
    /// A time over which one route carries the traffic, or none does.
    public struct Interval: Sendable, Hashable {
        /// When it begins [s].
        public var startS: Double

        /// When it ends, not part of it [s].
        public var endS: Double

        /// The nodes of the route; `nil` for an outage, or where the pair has no route.
        public var nodes: [NodeID]?
    }

    /// The intervals in the order of time, without gaps.
    public var intervals: [Interval]

    /// Changes from one route to another, also over an outage.
    public var changes: Int

    /// How long no route carries the traffic although there is one [s].
    public var outageS: Double

    /// Mean round-trip time, of instants a second apart while a route carries the traffic [ms].
    public var meanRttMs: Double

    /// Mean of the round-trip time over that of the best route, of the same instants [ms].
    public var meanExcessMs: Double

    /// The greatest of those [ms].
    public var greatestExcessMs: Double
}

/// Follows a pair's traffic under a policy over its timeline of best routes.
///
/// Gains are looked at each second and where the best route changes; the instant at which one passes
/// the thresholds between two of them is found to a microsecond.
public struct RouteHolder {
    private let mesh: MovingMesh
    private let policy: HoldPolicy
    private let windowS: Range<Double>
    private let lives: LinkLives

    private static let stepS = 1.0
    private static let resolutionS = 1e-6

    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - plan: Its contacts, over the window and, where routes are acquired, so much before it: lives
    ///     before the window decide whether a route could be acquired in time.
    ///   - policy: When a route is left.
    ///   - windowS: The window of the timelines [s].
    public init(
        _ mesh: MovingMesh, in plan: ContactPlan, policy: HoldPolicy, windowS: Range<Double>
    ) {
        self.mesh = mesh
        self.policy = policy
        self.windowS = windowS
        lives = LinkLives(plan)
    }

    /// The routes that a pair uses.
    ///
    /// - Complexity: O(window · hops) propagations, a second at a time.
    public func hold(_ timeline: RouteTimeline) -> HeldRoutes {
        var held: [HeldRoutes.Interval] = []
        func append(_ nodes: [NodeID]?, _ start: Double, _ end: Double) {
            guard end > start else { return }
            if let last = held.indices.last, held[last].nodes == nodes {
                held[last].endS = end
            } else {
                held.append(.init(startS: start, endS: end, nodes: nodes))
            }
        }
        var time = windowS.lowerBound
        var used = timeline.interval(atSeconds: time)?.nodes
        while time < windowS.upperBound {
            guard let route = used else {
                // Wait for a route to be there, and acquire it.
                guard
                    let next = timeline.intervals.first(where: {
                        $0.nodes != nil && $0.endS > time
                    })
                else { break }
                let found = max(time, next.startS)
                let ready = min(windowS.upperBound, found + policy.acquisitionS)
                append(nil, time, ready)
                time = ready
                used = timeline.interval(atSeconds: min(ready, windowS.upperBound.nextDown))?.nodes
                if policy.acquisitionS == 0, used == nil { used = next.nodes }
                if time >= windowS.upperBound { break }
                continue
            }
            let lost = min(windowS.upperBound, endOfLife(route, time))
            if let change = change(from: route, timeline, time, lost),
                let next = timeline.interval(atSeconds: change)?.nodes
            {
                let ready = min(windowS.upperBound, change + policy.acquisitionS)
                let until = policy.makesBeforeBreak ? min(ready, lost) : change
                append(route, time, until)
                append(nil, until, ready)
                time = ready
                used = isAlive(next, ready) ? next : nil
                continue
            }
            append(route, time, lost)
            time = lost
            guard lost < windowS.upperBound else { break }
            // Just after the loss: at it the last route may still stand in the timeline.
            let next = timeline.interval(
                atSeconds: min(lost + 2 * Self.resolutionS, windowS.upperBound.nextDown))?.nodes
            guard let next else {
                used = nil
                continue
            }
            let since = lives.life(of: next, atSeconds: lost + 2 * Self.resolutionS)?.lowerBound
            let begin = policy.makesBeforeBreak ? (since ?? lost) : lost
            let ready = min(windowS.upperBound, max(lost, begin + policy.acquisitionS))
            append(nil, lost, ready)
            time = ready
            used = ready == lost || isAlive(next, ready) ? next : nil
        }
        append(nil, held.last?.endS ?? windowS.lowerBound, windowS.upperBound)
        return measured(held, timeline)
    }

    private func isAlive(_ nodes: [NodeID], _ seconds: Double) -> Bool {
        lives.life(of: nodes, atSeconds: seconds) != nil
    }

    private func endOfLife(_ nodes: [NodeID], _ seconds: Double) -> Double {
        lives.life(of: nodes, atSeconds: seconds)?.upperBound ?? seconds + 2 * Self.resolutionS
    }

    /// When a change is decided, before a time at which the route is lost; `nil` when none is.
    private func change(
        from route: [NodeID], _ timeline: RouteTimeline, _ start: Double, _ lost: Double
    ) -> Double? {
        var since: Double?
        var time = start
        var wasEnough = isEnough(route, timeline, start)
        if wasEnough { since = start }
        while time < lost {
            if let since, time - since >= policy.forS { return time }
            let border = timeline.interval(atSeconds: time)?.endS ?? lost
            var next = min(time + Self.stepS, lost)
            if border > time { next = min(next, border) }
            if let since { next = min(next, max(since + policy.forS, time.nextUp)) }
            let isEnough = isEnough(route, timeline, next)
            if isEnough != wasEnough {
                var (low, high) = (time, next)
                while high - low > Self.resolutionS {
                    let middle = low + (high - low) / 2
                    if self.isEnough(route, timeline, middle) == wasEnough {
                        low = middle
                    } else {
                        high = middle
                    }
                }
                since = isEnough ? high : nil
                wasEnough = isEnough
                time = high
            } else {
                time = next
            }
        }
        return nil
    }

    /// Whether the best route is faster than the one in use by the thresholds.
    private func isEnough(
        _ route: [NodeID], _ timeline: RouteTimeline, _ seconds: Double
    ) -> Bool {
        guard let best = timeline.interval(atSeconds: seconds)?.nodes, best != route else {
            return false
        }
        let kept = rttMs(route, seconds, timeline.rules)
        let gain = kept - rttMs(best, seconds, timeline.rules)
        return gain >= policy.gainMs && gain >= policy.gainShare * kept
    }

    private func rttMs(_ nodes: [NodeID], _ seconds: Double, _ rules: RoutingRules) -> Double {
        2_000
            * (mesh.lengthKm(of: nodes, atSeconds: seconds) / Physics.speedOfLightKmPerS
                + Double(nodes.count - 1) * rules.hopDelayS)
    }

    private func measured(
        _ held: [HeldRoutes.Interval], _ timeline: RouteTimeline
    ) -> HeldRoutes {
        var sum = 0.0
        var excess = 0.0
        var greatest = 0.0
        var count = 0.0
        var outage = 0.0
        for interval in held {
            guard let nodes = interval.nodes else {
                for best in timeline.intervals where best.nodes != nil {
                    outage += max(
                        0, min(best.endS, interval.endS) - max(best.startS, interval.startS))
                }
                continue
            }
            var time =
                windowS.lowerBound
                + ((interval.startS - windowS.lowerBound) / Self.stepS).rounded(.up) * Self.stepS
            while time < interval.endS {
                if let best = timeline.interval(atSeconds: time)?.nodes {
                    let rtt = rttMs(nodes, time, timeline.rules)
                    let over = rtt - rttMs(best, time, timeline.rules)
                    sum += rtt
                    excess += over
                    greatest = max(greatest, over)
                    count += 1
                }
                time += Self.stepS
            }
        }
        let routes = held.compactMap(\.nodes)
        let changes = zip(routes, routes.dropFirst()).filter { $0 != $1 }.count
        return HeldRoutes(
            intervals: held, changes: changes, outageS: outage,
            meanRttMs: count > 0 ? sum / count : .nan,
            meanExcessMs: count > 0 ? excess / count : .nan,
            greatestExcessMs: count > 0 ? greatest : .nan)
    }
}
