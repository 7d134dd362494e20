import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@testable import Contacts

@Suite struct LifetimesTests {
    private static let mesh = MovingShells.mesh()
    private static let window = 0.0..<240.0
    private static let timelines = RouteIntervals(
        mesh, pairs: RouteIntervalsTests.pairs([(0, 1), (1, 2)]), windowS: window
    ).timelines()

    /// The contacts half an hour beyond the window on either side.
    private static var plan: ContactPlan {
        get async {
            await ContactFinder(mesh).plan(over: -1_800..<2_040)
        }
    }

    @Test func `a life ends where a link does`() async throws {
        let uses = RouteUses(Self.mesh, in: await Self.plan, windowS: Self.window)
        var cut = 0
        for timeline in Self.timelines {
            for use in uses.uses(timeline) {
                let nodes = try #require(use.interval.nodes)
                // A life holds its use, but for the resolution of its ends.
                #expect(use.life.lowerBound < use.interval.startS + 2e-6)
                #expect(use.life.upperBound > use.interval.endS - 2e-6)
                #expect(use.share > 0 && use.share < 1 + 1e-6)
                if use.interval.end == .linkLost {
                    #expect(abs(use.life.upperBound - use.interval.endS) < 2e-6)
                }
                for (time, isUp) in [
                    (use.life.lowerBound - 1e-3, false), (use.life.lowerBound + 1e-3, true),
                    (use.life.upperBound - 1e-3, true), (use.life.upperBound + 1e-3, false),
                ] where abs(time) < 1_500 {
                    let mesh = Self.mesh.mesh(atSeconds: time)
                    let exists = zip(nodes, nodes.dropFirst()).allSatisfy {
                        mesh.link(between: $0, and: $1) != nil
                    }
                    #expect(exists == isUp)
                }
                cut += use.isCut ? 1 : 0
            }
        }
        #expect(cut >= Self.timelines.filter { $0.reason == nil }.count)
    }

    @Test func `a link that comes up gains at once`() async {
        let uses = RouteUses(Self.mesh, in: await Self.plan, windowS: Self.window)
        var count = 0
        for timeline in Self.timelines {
            let all = timeline.intervals
            for (last, next) in zip(all, all.dropFirst())
            where last.end == .linkGained && last.nodes != nil {
                guard let use = uses.use(of: next, after: last, rules: timeline.rules) else {
                    continue
                }
                let gain = use.rttBeforeMs - use.rttAfterMs
                #expect(gain > -1e-5)
                #expect(use.greatestGainMs >= gain && use.greatestGainShare < 1)
                count += 1
            }
        }
        #expect(count > 0)
    }

    @Test func `without thresholds the best route is held`() async {
        let holder = RouteHolder(
            Self.mesh, in: await Self.plan, policy: HoldPolicy(), windowS: Self.window)
        for timeline in Self.timelines {
            let held = holder.hold(timeline)
            #expect(
                held.changes == timeline.changes || timeline.intervals.contains { $0.nodes == nil })
            #expect(held.intervals.first?.startS == 0 && held.intervals.last?.endS == 240)
            #expect(held.outageS < 1e-4)
            #expect(held.greatestExcessMs.isNaN || held.greatestExcessMs < 1e-4)
        }
    }

    @Test func `thresholds and waiting save changes and cost time`() async {
        let best = Self.timelines[0]
        let plan = await Self.plan
        func hold(_ policy: HoldPolicy) -> HeldRoutes {
            let holder = RouteHolder(Self.mesh, in: plan, policy: policy, windowS: Self.window)
            return holder.hold(best)
        }
        let free = hold(HoldPolicy())
        let slow = hold(HoldPolicy(gainMs: 1e4))
        #expect(slow.changes <= free.changes)
        #expect(slow.meanRttMs >= free.meanRttMs - 1e-9)
        let waiting = hold(HoldPolicy(forS: 15))
        #expect(waiting.meanExcessMs >= 0 && waiting.changes <= free.changes)
        // A break before each make is an outage for as long as the acquisition.
        let breaks = hold(HoldPolicy(acquisitionS: 2, makesBeforeBreak: false))
        #expect(breaks.outageS > 2 * Double(breaks.changes) - 1e-3)
        let makes = hold(HoldPolicy(acquisitionS: 2))
        #expect(makes.outageS <= breaks.outageS)
        for (one, next) in zip(makes.intervals, makes.intervals.dropFirst()) {
            #expect(one.endS == next.startS && one.nodes != next.nodes)
        }
    }
}
