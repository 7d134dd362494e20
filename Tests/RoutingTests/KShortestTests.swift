import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct KShortestTests {
    @Test(arguments: 0..<30)
    func `the best simple routes come in order`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed + 700))
        let mesh = RandomMeshes.tangle(
            satellites: 6, stations: 2, links: 15, longest: [0, 1, 3, 90][seed % 4], &random)
        for rules in [
            RoutingRules(), RoutingRules(allowsGroundRelay: true), RoutingRules(hopDelayS: 1e-5),
        ] {
            var query = KShortest(rules: rules)
            for a in [0, 6, 7] {
                for b in 0..<8 {
                    let expected = PlainSearch.allSimple(
                        mesh, from: NodeID(a), to: NodeID(b), rules: rules)
                    for count in [0, 1, 5, 400] {
                        let routes = query.routes(count, in: mesh, from: NodeID(a), to: NodeID(b))
                        #expect(routes.map(\.nodes) == expected.prefix(count).map(\.nodes))
                    }
                }
            }
        }
    }

    @Test func `the first of them is the route of A*, and the others are dearer and simple`() {
        var random = SeededGenerator(seed: 14)
        let mesh = RandomMeshes.grid(planes: 20, slots: 15, stations: 8, &random)
        var query = KShortest()
        var single = AStar()
        for a in mesh.stations {
            for b in mesh.stations where a < b {
                let routes = query.routes(8, in: mesh, from: NodeID(a), to: NodeID(b))
                #expect(
                    routes.first == single.route(in: mesh, from: NodeID(a), to: NodeID(b)))
                #expect(routes.isEmpty || routes.count == 8)
                for (one, other) in zip(routes, routes.dropFirst()) {
                    #expect(one.lengthKm <= other.lengthKm && one.nodes != other.nodes)
                }
                for route in routes {
                    #expect(Set(route.nodes).count == route.nodes.count)
                    var sum = 0.0
                    for (one, other) in zip(route.nodes, route.nodes.dropFirst()) {
                        sum += mesh.link(between: one, and: other)?.lengthKm ?? .nan
                    }
                    #expect(sum == route.lengthKm)
                }
            }
        }
    }
}
