import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@testable import Contacts

/// Intervals say at every instant what a search on the mesh of that instant says.
@Suite struct RouteIntervalsTests {
    /// Compares intervals with searches at many instants, and beside their ends.
    static func compare(
        _ search: RouteIntervals, _ timelines: [RouteTimeline], instants: [Double],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        var query = PairRoutes(search.pairs, rules: search.rules)
        for time in instants {
            let routes = query.routes(in: search.mesh.mesh(atSeconds: time))
            for (route, timeline) in zip(routes, timelines) {
                guard let interval = timeline.interval(atSeconds: time) else {
                    Issue.record("no interval at \(time)", sourceLocation: sourceLocation)
                    continue
                }
                let isBorder =
                    abs(interval.startS - time) < 1e-6 || abs(interval.endS - time) < 1e-6
                if isBorder { continue }
                #expect(
                    interval.nodes == route?.nodes, "at \(time), \(timeline.pair)",
                    sourceLocation: sourceLocation)
                guard let route else { continue }
                let latency = timeline.latencyS(atSeconds: time, in: search.mesh)
                #expect(abs(latency - route.latencyS) < 1e-12, sourceLocation: sourceLocation)
                #expect(
                    route.lengthKm > interval.minLengthKm - 1e-7
                        && route.lengthKm < interval.maxLengthKm + 1e-7,
                    sourceLocation: sourceLocation)
            }
        }
    }

    /// Times beside the ends of intervals, where a route must have changed.
    static func besideEnds(_ timelines: [RouteTimeline]) -> [Double] {
        timelines.flatMap { timeline in
            timeline.intervals.dropLast().flatMap { [$0.endS - 2e-6, $0.endS + 2e-6] }
        }
    }

    static func pairs(_ ends: [(Int, Int)]) -> [NodePair] {
        ends.map {
            NodePair(
                source: MovingShells.station($0.0), destination: MovingShells.station($0.1))
        }
    }

    @Test(arguments: [
        RoutingRules(), RoutingRules(allowsGroundRelay: true, hopDelayS: 0.002),
        RoutingRules(metric: .distance, hopDelayS: 0.001),
    ])
    func `the same as a search at any instant`(rules: RoutingRules) {
        var pairs = Self.pairs([(0, 1), (1, 2), (0, 4), (3, 6), (2, 4)])
        pairs.append(NodePair(source: MovingShells.station(0), destination: NodeID(17)))
        pairs.append(NodePair(source: NodeID(3), destination: MovingShells.station(1)))
        let search = RouteIntervals(
            MovingShells.mesh(), pairs: pairs, rules: rules, windowS: 100.25..<280)
        let timelines = search.timelines()
        var generator = SeededGenerator(seed: 1)
        let instants = (0..<30).map { _ in Double.random(in: 100.25..<280, using: &generator) }
        Self.compare(search, timelines, instants: instants + Self.besideEnds(timelines))
        for timeline in timelines {
            #expect(timeline.intervals.first?.startS == 100.25)
            #expect(timeline.intervals.last?.endS == 280)
            #expect(timeline.intervals.allSatisfy { $0.isCertain && $0.startS < $0.endS })
            for (one, next) in zip(timeline.intervals, timeline.intervals.dropFirst()) {
                #expect(one.endS == next.startS)
                #expect(one.nodes != next.nodes)
                #expect(one.end != .window)
            }
        }
        let causes = Set(timelines.flatMap { $0.intervals.map(\.end) })
        #expect(causes.isSuperset(of: [.window, .linkLost]))
    }

    @Test func `lasers that come and go`() {
        let search = RouteIntervals(
            MovingShells.mesh(lasers: LaserRules(maxRangeKm: 4_600)),
            pairs: Self.pairs([(0, 1), (1, 2), (3, 6)]), windowS: 0..<240)
        let timelines = search.timelines()
        Self.compare(
            search, timelines,
            instants: (0..<40).map { Double($0) * 5.7 } + Self.besideEnds(timelines))
        // More than the radio links alone would change.
        let without = RouteIntervals(
            MovingShells.mesh(), pairs: search.pairs, windowS: 0..<240
        ).timelines()
        #expect(timelines.map(\.changes) != without.map(\.changes))
        #expect(timelines.contains { $0.changes > 2 })
    }

    @Test func `a topology of the nearest satellites`() {
        let names = (0..<MovingShells.satelliteCount).map { String($0) }
        let search = RouteIntervals(
            MovingShells.mesh(topology: Nearest(terminals: 4, names: names)),
            pairs: Self.pairs([(0, 1), (1, 6)]), windowS: 0..<60)
        let timelines = search.timelines()
        Self.compare(
            search, timelines,
            instants: (0..<20).map { Double($0) * 2.7 } + Self.besideEnds(timelines))
        #expect(timelines.contains { $0.changes > 2 })
    }

    @Test func `the ends of intervals do not depend on the cells`() {
        let mesh = MovingShells.mesh()
        let pairs = Self.pairs([(0, 1), (1, 2)])
        let coarse = RouteIntervals(mesh, pairs: pairs, windowS: 0..<240).timelines()
        let fine = RouteIntervals(mesh, pairs: pairs, windowS: 0..<240, greatestCellS: 0.37)
            .timelines()
        for (one, other) in zip(coarse, fine) {
            #expect(one.intervals.map(\.nodes) == other.intervals.map(\.nodes))
            #expect(one.intervals.map(\.end) == other.intervals.map(\.end))
            for (a, b) in zip(one.intervals, other.intervals) {
                #expect(abs(a.endS - b.endS) < 1e-6)
                #expect(a.nodes == nil || abs(a.minLengthKm - b.minLengthKm) < 5e-6)
                #expect(a.nodes == nil || abs(a.maxLengthKm - b.maxLengthKm) < 5e-6)
            }
        }
    }

    @Test func `impossible requests have a reason`() throws {
        let mesh = MovingShells.mesh(ground: GroundRules(minElevationRad: 1.5))
        let none = RouteIntervals(mesh, pairs: Self.pairs([(5, 0)]), windowS: 0..<60).timelines()
        #expect(none[0].intervals.count == 1)
        #expect(none[0].intervals[0].nodes == nil && none[0].intervals[0].maxLengthKm.isNaN)
        let reason = try #require(none[0].reason)
        #expect(reason == .noLink(MovingShells.station(5)))
        #expect(
            reason.text { _ in "Pole" }
                == "Pole has no satellite in sight at any time of the window")
        let empty = RouteIntervals(mesh, pairs: Self.pairs([(5, 0)]), windowS: 5..<5).timelines()
        #expect(empty[0].intervals.isEmpty && empty[0].reason == .emptyWindow)
        #expect(empty[0].latencyS(atSeconds: 5, in: mesh).isNaN)
        let apart = MovingShells.mesh(topology: LinkList.none)
        let cut = RouteIntervals(apart, pairs: Self.pairs([(0, 2)]), windowS: 0..<60).timelines()
        #expect(cut[0].reason == .noPath)
    }
}
