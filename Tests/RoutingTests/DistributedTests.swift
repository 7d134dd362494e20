import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

/// Packets that are sent on by what each node knows.
@Suite struct DistributedTests {
    /// The same satellites a while apart: links over 4,000 km are down in one mesh, and over 3,000 km
    /// in the other, so that the old one promises what is gone.
    private static func change(_ seed: UInt64) -> (now: Mesh, old: Mesh) {
        var random = SeededGenerator(seed: seed)
        let old = RandomMeshes.shell(satellites: 200, stations: 12, minElevationRad: 0.2, &random)
        let kept = old.links.filter { _ in random.unit() < 0.93 }
        let now = Mesh(
            satelliteCount: old.satelliteCount, nodeCount: old.nodeCount,
            links: kept.map { link in
                Link(
                    link.a, link.b, kind: link.kind,
                    lengthKm: link.lengthKm * (1 + 0.1 * random.unit()))
            })
        return (now, old)
    }

    private static func pairs(_ mesh: Mesh) -> [(NodeID, NodeID)] {
        mesh.stations.flatMap { a in
            mesh.stations.filter { $0 != a }.map { (NodeID(a), NodeID($0)) }
        } + [(NodeID(3), NodeID(150)), (NodeID(5), NodeID(5))]
    }

    /// Whether a packet's route is a walk over links of the mesh with the sum of their lengths.
    private static func isRoute(_ route: Route, in mesh: Mesh) -> Bool {
        let lengths = zip(route.nodes, route.nodes.dropFirst()).map {
            mesh.link(between: $0, and: $1)?.lengthKm ?? .nan
        }
        return lengths.reduce(0, +) == route.lengthKm
            && Set(route.nodes).count == route.nodes.count
    }

    @Test(arguments: 0..<4)
    func `none beats the best route`(seed: UInt64) {
        let (now, old) = Self.change(seed)
        var outcomes: [String: Int] = [:]
        for rules in [RoutingRules(), RoutingRules(hopDelayS: 2e-4)] {
            var best = OneToAll(rules: rules)
            var blind = DelayedLinkState(rules: rules)
            var local = DelayedLinkState(knowsOwnLinks: true, rules: rules)
            let greedy = GreedyGeographic(rules: rules)
            for (source, goal) in Self.pairs(now) {
                let least = best.route(in: now, from: source, to: goal)
                let oldLeast = best.route(in: old, from: source, to: goal)
                let answers = [
                    (blind.outcome(in: now, believing: old, from: source, to: goal), now, least),
                    (local.outcome(in: now, believing: old, from: source, to: goal), now, least),
                    (greedy.outcome(in: old, from: source, to: goal), old, oldLeast),
                ]
                for (outcome, mesh, least) in answers {
                    outcomes[outcome.word, default: 0] += 1
                    guard let route = outcome.route else { continue }
                    #expect(route.nodes.first == source && route.nodes.last == goal)
                    #expect(Self.isRoute(route, in: mesh))
                    #expect(least.map { $0.costKm(rules) <= route.costKm(rules) } == true)
                }
                // Who knows all there is takes the best route.
                for var sure in [blind, local] {
                    let outcome = sure.outcome(in: now, believing: now, from: source, to: goal)
                    #expect(outcome.route == least)
                    if least == nil { #expect(outcome == .noWay(at: source)) }
                }
            }
        }
        #expect(outcomes["delivered", default: 0] > 200)
        #expect(outcomes["lost-link", default: 0] > 0)
        #expect(outcomes["local-minimum", default: 0] > 0)
    }

    private static func link(_ a: Int, _ b: Int, _ km: Double) -> Link {
        Link(NodeID(a), NodeID(b), kind: .laser, lengthKm: km)
    }

    @Test func `a router that knows its own loss sends to one that sends back`() {
        // 0 - 1 - 3 is the short way, 0 - 2 - 3 the long one, and 1 - 3 is lost.
        let old = Mesh(
            satelliteCount: 4, nodeCount: 4,
            links: [
                Self.link(0, 1, 1), Self.link(1, 3, 1), Self.link(0, 2, 4), Self.link(2, 3, 4),
            ])
        let now = Mesh(
            satelliteCount: 4, nodeCount: 4,
            links: old.links.filter { $0.a != NodeID(1) || $0.b != NodeID(3) })
        var blind = DelayedLinkState()
        #expect(
            blind.outcome(in: now, believing: old, from: NodeID(0), to: NodeID(3))
                == .lostLink(from: NodeID(1), to: NodeID(3)))
        var local = DelayedLinkState(knowsOwnLinks: true)
        #expect(
            local.outcome(in: now, believing: old, from: NodeID(0), to: NodeID(3))
                == .loop(at: NodeID(0)))
        // From 1 itself the packet goes by 0, which still believes in 1.
        #expect(
            local.outcome(in: now, believing: old, from: NodeID(1), to: NodeID(3))
                == .loop(at: NodeID(1)))
        // The other way about, both know what is new at their own door only.
        #expect(
            local.outcome(in: old, believing: now, from: NodeID(1), to: NodeID(3)).route?.nodes
                == [NodeID(1), NodeID(3)])
        #expect(
            blind.outcome(in: old, believing: now, from: NodeID(1), to: NodeID(3)).route?.nodes
                == [NodeID(1), NodeID(0), NodeID(2), NodeID(3)])
    }

    @Test func `without places no node is nearer than another`() {
        let mesh = Mesh(satelliteCount: 2, nodeCount: 2, links: [Self.link(0, 1, 1)])
        #expect(
            GreedyGeographic().outcome(in: mesh, from: NodeID(0), to: NodeID(1))
                == .localMinimum(at: NodeID(0)))
    }

    @Test(arguments: [1, 1.3, .infinity])
    func `next hops lead nearer whatever is chosen`(stretch: Double) {
        var random = SeededGenerator(seed: 12)
        for seed in 0..<3 {
            let mesh =
                seed == 0
                ? RandomMeshes.tangle(satellites: 30, stations: 3, links: 70, longest: 1, &random)
                : RandomMeshes.grid(planes: 12, slots: 10, stations: 6, &random)
            var query = LoopFreeNextHops(stretch: stretch)
            var best = OneToAll()
            for goal in [NodeID(0), mesh.station(1)] {
                query.solve(in: mesh, to: goal)
                best.search(in: mesh, from: goal)
                for node in 0..<mesh.nodeCount {
                    let hops = query.nextHops(of: NodeID(node))
                    guard let own = best.costKm(to: NodeID(node)), node != goal.index else {
                        #expect(hops.isEmpty)
                        continue
                    }
                    // The best way's next hop is the first of them.
                    let back = best.route(to: NodeID(node))?.costKm(RoutingRules())
                    #expect(back == own && !hops.isEmpty)
                    var last = 0.0
                    for next in hops {
                        let rest = best.costKm(to: next) ?? .infinity
                        let length = mesh.link(between: NodeID(node), and: next)?.lengthKm ?? .nan
                        let isNearer =
                            (rest, best.hops(to: next) ?? 0)
                            < (own, best.hops(to: NodeID(node)) ?? 0)
                        #expect(
                            isNearer && (stretch == .infinity || length + rest <= stretch * own)
                                && length + rest >= last)
                        last = length + rest
                    }
                    let first = hops.first.flatMap {
                        mesh.link(between: NodeID(node), and: $0)
                    }?.lengthKm
                    #expect(first.map { $0 + (best.costKm(to: hops[hops.startIndex]) ?? 0) } == own)
                }
            }
        }
    }
}
