import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct RouteTests {
    private static let manyRules = [
        RoutingRules(), RoutingRules(allowsGroundRelay: true),
        RoutingRules(allowsGroundRelay: true, hopDelayS: 3.1e-6),
    ]

    private static func check(_ mesh: Mesh, rules: RoutingRules, from source: NodeID) {
        let plain = PlainSearch.bellmanFord(mesh, from: source, rules: rules)
        var aStar = AStar(rules: rules)
        var single = OneToAll(rules: rules)
        var all = OneToAll(rules: rules)
        all.search(in: mesh, from: source)
        for node in 0..<mesh.nodeCount {
            let goal = NodeID(node)
            let expected = plain[node]?.nodes
            #expect(all.route(to: goal)?.nodes == expected)
            #expect(all.costKm(to: goal) == plain[node]?.lengthKm)
            #expect(aStar.route(in: mesh, from: source, to: goal)?.nodes == expected)
            #expect(single.route(in: mesh, from: source, to: goal)?.nodes == expected)
        }
    }

    @Test(arguments: 0..<60)
    func `all searches agree in tangles full of ties`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let satellites = Int.random(in: 2...60, using: &random)
        let mesh = RandomMeshes.tangle(
            satellites: satellites, stations: Int.random(in: 0...12, using: &random),
            links: Int.random(in: 1...(satellites * 4), using: &random),
            longest: [0, 1, 3, 50][seed % 4], &random)
        for rules in Self.manyRules {
            Self.check(
                mesh, rules: rules, from: NodeID(Int.random(in: 0..<mesh.nodeCount, using: &random))
            )
        }
    }

    @Test(arguments: 0..<6)
    func `all searches agree over satellites and stations`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed + 100))
        let mesh =
            seed % 2 == 0
            ? RandomMeshes.shell(satellites: 150, stations: 20, &random)
            : RandomMeshes.grid(planes: 12, slots: 10, stations: 20, &random)
        for rules in Self.manyRules {
            Self.check(mesh, rules: rules, from: NodeID(mesh.satelliteCount))
            Self.check(mesh, rules: rules, from: NodeID(3))
        }
    }

    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `all searches agree over real satellites`() throws {
        var random = SeededGenerator(seed: 42)
        let mesh = try #require(try RealMesh.starlink(satellites: 250, &random))
        for rules in Self.manyRules {
            Self.check(mesh, rules: rules, from: NodeID(mesh.satelliteCount + 1))
            Self.check(mesh, rules: rules, from: NodeID(17))
        }
    }

    @Test(arguments: 0..<40)
    func `the best of all simple routes is found`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed + 500))
        let mesh = RandomMeshes.tangle(
            satellites: 6, stations: 2, links: 16, longest: 1 + seed % 3, &random)
        for rules in [RoutingRules(), RoutingRules(allowsGroundRelay: true)] {
            var aStar = AStar(rules: rules)
            for a in 0..<8 {
                for b in 0..<8 {
                    let route = aStar.route(in: mesh, from: NodeID(a), to: NodeID(b))
                    let best = PlainSearch.allSimple(
                        mesh, from: NodeID(a), to: NodeID(b), rules: rules
                    ).first
                    #expect(route?.nodes == best?.nodes)
                    #expect(route?.lengthKm == best?.lengthKm)
                }
            }
        }
    }

    @Test func `a route's length is the sum of its links`() throws {
        var random = SeededGenerator(seed: 9)
        let mesh = RandomMeshes.shell(satellites: 800, stations: 30, &random)
        let rules = RoutingRules(hopDelayS: 1e-4)
        var query = AStar(rules: rules)
        var found = 0
        for a in mesh.stations {
            for b in mesh.stations where a != b {
                let route = query.route(in: mesh, from: NodeID(a), to: NodeID(b))
                let back = query.route(in: mesh, from: NodeID(b), to: NodeID(a))
                #expect(route?.lengthKm == back?.lengthKm)
                guard let route else { continue }
                found += 1
                var sum = 0.0
                for (one, other) in zip(route.nodes, route.nodes.dropFirst()) {
                    sum += try #require(mesh.link(between: one, and: other)).lengthKm
                }
                #expect(route.lengthKm == sum)
                #expect(
                    abs(route.latencyS - (sum / 299_792.458 + Double(route.hops) * 1e-4)) < 1e-15)
                #expect(route.rttMs == 2_000 * route.latencyS)
                #expect(route.nodes.dropFirst().dropLast().allSatisfy { $0.index < 800 })
            }
        }
        #expect(found > 100)
    }

    @Test func `a hop delay prefers fewer hops, unless only the distance counts`() {
        func link(_ a: Int, _ b: Int, _ km: Double) -> Link {
            Link(NodeID(a), NodeID(b), kind: .laser, lengthKm: km)
        }
        let mesh = Mesh(
            satelliteCount: 4, nodeCount: 4,
            links: [link(0, 1, 100), link(1, 2, 100), link(2, 3, 100), link(0, 3, 400)])
        func nodes(_ rules: RoutingRules) -> [Int]? {
            var query = AStar(rules: rules)
            return query.route(in: mesh, from: NodeID(0), to: NodeID(3))?.nodes.map(\.index)
        }
        #expect(nodes(RoutingRules()) == [0, 1, 2, 3])
        #expect(nodes(RoutingRules(hopDelayS: 0.001)) == [0, 3])
        #expect(nodes(RoutingRules(metric: .distance, hopDelayS: 0.001)) == [0, 1, 2, 3])
        // Exactly 100 km of light: three links and one are equally late, and fewer hops win.
        let tie = 50 / 299_792.458
        #expect(nodes(RoutingRules(hopDelayS: tie)) == [0, 3])
    }

    @Test func `stations relay only when they may`() {
        func link(_ a: Int, _ b: Int) -> Link {
            Link(NodeID(a), NodeID(b), kind: .radio, lengthKm: 1_000)
        }
        let mesh = Mesh(
            satelliteCount: 2, nodeCount: 5,
            links: [link(0, 2), link(0, 3), link(1, 3), link(1, 4)])
        var without = AStar()
        var with = AStar(rules: RoutingRules(allowsGroundRelay: true))
        #expect(without.route(in: mesh, from: NodeID(2), to: NodeID(4)) == nil)
        #expect(
            with.route(in: mesh, from: NodeID(2), to: NodeID(4))?.nodes.map(\.index)
                == [2, 0, 3, 1, 4])
        #expect(without.route(in: mesh, from: NodeID(2), to: NodeID(3))?.hops == 2)
        #expect(without.route(in: mesh, from: NodeID(2), to: NodeID(2))?.hops == 0)
    }

    @Test func `pairs are answered alike one by one and together`() {
        var random = SeededGenerator(seed: 10)
        let mesh = RandomMeshes.grid(planes: 20, slots: 20, stations: 25, &random)
        let all = PairRoutes.allStations(satelliteCount: 400, stationCount: 25)
        #expect(all.count == 300)
        #expect(all.first == NodePair(source: NodeID(400), destination: NodeID(401)))
        var together = PairRoutes(all)
        var single = OneToAll()
        for (pair, route) in zip(all, together.routes(in: mesh)) {
            #expect(
                route == single.route(in: mesh, from: pair.source, to: pair.destination))
        }
        #expect(PairRoutes.allStations(satelliteCount: 5, stationCount: 0).isEmpty)
        #expect(PairRoutes.allStations(satelliteCount: 5, stationCount: 1).isEmpty)
    }

    @Test func `a query serves meshes of any size one after the other`() {
        var random = SeededGenerator(seed: 11)
        var query = AStar()
        for size in [10, 300, 5, 400, 2, 301] {
            let mesh = RandomMeshes.shell(satellites: size, stations: 6, &random)
            var fresh = OneToAll()
            for goal in 0..<mesh.nodeCount {
                #expect(
                    query.route(in: mesh, from: NodeID(size), to: NodeID(goal))
                        == fresh.route(in: mesh, from: NodeID(size), to: NodeID(goal)))
            }
        }
    }
}
