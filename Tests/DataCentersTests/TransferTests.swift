import DataCenters
import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct TransferTests {
    /// The closed forms of ``AlphaBeta``, and of the hierarchy those of its parts.
    @Test(arguments: [1, 2, 3, 4, 5, 8, 13, 16])
    func `collectives on equal links of their own equal the closed forms`(sites: Int) throws {
        let link = AlphaBeta(latencyS: 0.03, gbps: 100)
        let timeline = SiteNetworks.equal(sites, latencyS: 0.03, gbps: 100)
        var simulator = TransferSimulator(timeline)
        var compared = 0
        for bytes in [0.0, 1e6, 4e10] {
            for collective in Collective.allCases {
                for algorithm in CollectiveAlgorithm.allCases {
                    let expected = link.seconds(
                        collective, by: algorithm, bytes: bytes, sites: sites)
                    let schedule =
                        algorithm == .hierarchical
                        ? nil
                        : CollectiveSchedule(
                            collective, by: algorithm, order: Array(0..<sites))
                    #expect((expected == nil) == (schedule == nil))
                    guard let expected, let schedule else { continue }
                    let outcome = simulator.run(schedule.messages(bytes: bytes), fromS: 0)
                    let seconds = try #require(outcome.durationS)
                    #expect(
                        abs(seconds - expected) <= 1e-9 * expected, "\(collective) \(algorithm)")
                    #expect(outcome.sentBytes == outcome.bytes && outcome.isWithinSpell)
                    compared += 1
                }
            }
        }
        #expect(compared == 27)
    }

    @Test func `a hierarchy reduces in groups, goes around and broadcasts`() throws {
        let (a, b, n) = (0.03, 8e-11, 4e9)
        let timeline = SiteNetworks.equal(12, latencyS: a, gbps: 100)
        var simulator = TransferSimulator(timeline)
        // Three groups of four.
        let groups = [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
        let schedule = try #require(
            CollectiveSchedule(
                .allReduce, by: .hierarchical, order: Array(0..<12), groups: groups))
        let outcome = simulator.run(schedule.messages(bytes: n), fromS: 0)
        let tree = 2 * (a + n * b)
        let expected = 2 * tree + 4 * (a + n * b / 3)
        let seconds = try #require(outcome.durationS)
        #expect(abs(seconds - expected) <= 1e-9 * expected)
    }

    /// Every site ends with what it should have, whatever the number of sites.
    @Test(arguments: 1...17) func `schedules move what they must`(sites: Int) throws {
        let order = Array((0..<sites).reversed())
        func reach(_ phases: [[CollectiveSchedule.Part]], from start: [Set<Int>]) -> [Set<Int>] {
            var known = start
            for phase in phases {
                let before = known
                for part in phase { known[part.destination].formUnion(before[part.source]) }
            }
            return known
        }
        let own = (0..<sites).map { Set([$0]) }
        let all = Set(0..<sites)
        for algorithm in CollectiveAlgorithm.allCases {
            let groups = stride(from: 0, to: sites, by: 3).map {
                Array(order[$0..<min(sites, $0 + 3)])
            }
            if let schedule = CollectiveSchedule(
                .allReduce, by: algorithm, order: order, groups: groups)
            {
                #expect(reach(schedule.phases, from: own).allSatisfy { $0 == all }, "\(algorithm)")
            }
            if let schedule = CollectiveSchedule(
                .broadcast, by: algorithm, order: order, groups: groups)
            {
                let reached = reach(schedule.phases, from: own)
                #expect(reached.allSatisfy { $0.contains(order[0]) }, "\(algorithm)")
            }
            if let schedule = CollectiveSchedule(
                .reduce, by: algorithm, order: order, groups: groups)
            {
                #expect(reach(schedule.phases, from: own)[order[0]] == all, "\(algorithm)")
            }
        }
        let exchange = try #require(CollectiveSchedule(.allToAll, by: .pairwise, order: order))
        let pairs = exchange.phases.flatMap { $0.map { [$0.source, $0.destination] } }
        #expect(Set(pairs).count == sites * (sites - 1) && pairs.count == sites * (sites - 1))
    }

    /// 10 Gbit at 10 Gbps; after 0.4 s the route is another one, and after 0.5 s of pause the other 6 Gbit go
    /// on over that.
    @Test func `remaining bytes go on over the new route after a pause`() throws {
        func route(_ over: Int32) -> TransferRoute {
            TransferRoute(
                arcs: [TransferArc(from: 0, to: over), TransferArc(from: over, to: 1)],
                latencyS: 0.1)
        }
        let timeline = TransferTimeline(
            siteCount: 2, startS: [0, 0.4], endS: 100, routes: [[route(5)], [route(6)]],
            capacities: TransferCapacities(
                satelliteCount: 0, links: LinkCapacities(fibreGbps: 10)))
        var simulator = TransferSimulator(timeline, reroutePauseS: 0.5)
        let message = [[Message(from: 0, to: 1, bytes: 1.25e9)]]
        let outcome = simulator.run(message, fromS: 0)
        let expected = 0.4 + 0.5 + 0.6 + 0.1
        let end = try #require(outcome.endS)
        #expect(abs(end - expected) < 1e-12)
        #expect(outcome.reroutes == 1 && !outcome.isWithinSpell)
        #expect(abs(outcome.waitingS - 0.5) < 1e-12)
        let linkBytes = outcome.linkBytes[.fibre] ?? 0
        #expect(abs(linkBytes - 2.5e9) < 1e-3)
        let energy = outcome.energyJ(joulePerBit: [.fibre: 1e-12])
        #expect(abs(energy - 0.02) < 1e-12)
        #expect(outcome.energyJ(joulePerBit: [:]).isNaN)
        // The same later, all of it over the new route.
        let later = simulator.run(message, fromS: 50)
        #expect(later.isWithinSpell && later.reroutes == 0)
        let duration = try #require(later.durationS)
        #expect(abs(duration - 1.1) < 1e-12)
    }

    @Test func `what cannot end tells how far it got`() {
        let timeline = TransferTimeline(
            siteCount: 2, startS: [0, 1, 3], endS: 4,
            routes: [
                [TransferRoute(arcs: [TransferArc(from: 0, to: 1)], latencyS: 0.1)], [nil],
                [TransferRoute(arcs: [TransferArc(from: 0, to: 1)], latencyS: 0.1)],
            ],
            capacities: TransferCapacities(
                satelliteCount: 0, links: LinkCapacities(fibreGbps: 8)))
        var simulator = TransferSimulator(timeline)
        let outcome = simulator.run([[Message(from: 0, to: 1, bytes: 4e9)]], fromS: 0)
        #expect(outcome.endS == nil && outcome.durationS == nil)
        #expect(abs(outcome.sentBytes - 2e9) < 1 && abs(outcome.sentShare - 0.5) < 1e-9)
        #expect(outcome.waitingS == 2)
    }

    /// Messages on a line share its links; the level of every one is that of a linear program.
    @Test(
        .enabled(
            if: PythonOracle.isPresent(["numpy", "scipy"]),
            Comment(rawValue: PythonOracle.absent(["numpy", "scipy"]))))
    func `shared rates equal those of a linear program`() throws {
        var random = SeededGenerator(seed: 6)
        var input = ""
        let cases = 20
        for _ in 0..<cases {
            let sites = Int.random(in: 3...9, using: &random)
            let timeline = SiteNetworks.line(sites, &random)
            var flows: [(Int, Int)] = []
            while flows.count < 2 * sites {
                let (a, b) = (
                    Int.random(in: 0..<sites, using: &random),
                    Int.random(in: 0..<sites, using: &random)
                )
                if a != b { flows.append((a, b)) }
            }
            let routes = flows.map { timeline.route(from: $0.0, to: $0.1, inSpell: 0)?.arcs ?? [] }
            let arcs = Set(routes.flatMap { $0 }).sorted()
            // Arcs of whole nodes are numbered like any other; their ends do not matter to the program.
            input += "case maxmin \(2 * arcs.count) \(2 * arcs.count)\n"
            for (place, arc) in arcs.enumerated() {
                input +=
                    "arc \(2 * place) \(2 * place + 1) \(timeline.capacities.gbps(of: arc))\n"
            }
            for _ in flows { input += "demand 0 1 1e4\n" }
            for (flow, route) in routes.enumerated() {
                let places = route.compactMap { arcs.firstIndex(of: $0) }
                input +=
                    "route \(flow) \(places.map(String.init).joined(separator: " "))\n"
            }
            let rates = TransferSimulator.shares(routes, timeline.capacities).gbps
            for (flow, rate) in rates.enumerated() { input += "rate \(flow) \(rate)\n" }
            input += "end\n"
        }
        let output = try #require(try PythonOracle.output(of: "flows.py", input: input))
        #expect(output.hasPrefix("checked \(cases) cases, 0 differ, "), "\(output)")
    }
}
