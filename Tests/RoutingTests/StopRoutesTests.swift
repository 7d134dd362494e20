import LaserMesh
import TestSupport
import Testing

@testable import Routing

/// Routes by stops, against all choices of stops with the best routes between them.
@Suite struct StopRoutesTests {
    private static func permutations(_ sets: [[NodeID]]) -> [[NodeID]] {
        if sets.isEmpty { return [[]] }
        return sets.indices.flatMap { place in
            let others = Array(sets[..<place] + sets[(place + 1)...])
            return sets[place].flatMap { node in permutations(others).map { [node] + $0 } }
        }
    }

    @Test(arguments: [1, 2, 3], [false, true])
    func `the best of all choices`(sets: Int, relays: Bool) {
        var random = SeededGenerator(seed: UInt64(11 + sets))
        var (found, none) = (0, 0)
        for round in 0..<30 {
            let mesh =
                round % 2 == 0
                ? RandomMeshes.tangle(
                    satellites: 14, stations: 6, links: 34, longest: 4, &random)
                : RandomMeshes.shell(satellites: 60, stations: 9, &random)
            let rules = RoutingRules(
                allowsGroundRelay: relays, hopDelayS: round % 3 == 0 ? 1e-5 : 0)
            let first = mesh.satelliteCount
            let stops = (0..<sets).map { set in
                RouteStops(
                    name: "set \(set)",
                    nodes: (0..<Int.random(in: 1...3, using: &random)).map { _ in
                        NodeID(Int.random(in: first..<mesh.nodeCount, using: &random))
                    })
            }
            var query = StopRoutes(stops, rules: rules)
            query.begin(with: mesh)
            var single = AStar(rules: rules)
            for _ in 0..<6 {
                let a = NodeID(Int.random(in: 0..<mesh.nodeCount, using: &random))
                let b = NodeID(Int.random(in: 0..<mesh.nodeCount, using: &random))
                var best: (Double, Int, [NodeID])?
                for choice in Self.permutations(stops.map(\.nodes)) {
                    let points = [a] + choice + [b]
                    var nodes = [a]
                    var cost = 0.0
                    var isWhole = true
                    for (from, to) in zip(points, points.dropFirst()) where from != to {
                        guard let leg = single.route(in: mesh, from: from, to: to) else {
                            isWhole = false
                            break
                        }
                        nodes += leg.nodes.dropFirst()
                        cost += leg.costKm(rules)
                    }
                    guard isWhole else { continue }
                    let isBetter =
                        best.map {
                            cost != $0.0
                                ? cost < $0.0
                                : nodes.count != $0.1
                                    ? nodes.count < $0.1
                                    : nodes.lexicographicallyPrecedes($0.2)
                        } ?? true
                    if isBetter { best = (cost, nodes.count, nodes) }
                }
                switch query.answer(from: a, to: b) {
                case .route(let route):
                    found += 1
                    #expect(route.nodes == best?.2)
                    #expect(route.costKm(rules) == best?.0)
                case .none:
                    none += 1
                    #expect(best == nil)
                }
            }
        }
        #expect(found > 40)
    }

    @Test func `what cannot be reached is named`() {
        let links = [Link(NodeID(0), NodeID(3), kind: .radio, lengthKm: 1)]
        let mesh = Mesh(satelliteCount: 3, nodeCount: 6, links: links)
        let near = RouteStops(name: "near", nodes: [NodeID(3)])
        let far = RouteStops(name: "far", nodes: [NodeID(4), NodeID(5)])
        var query = StopRoutes([near, far])
        query.begin(with: mesh)
        #expect(query.answer(from: NodeID(0), to: NodeID(0)) == .none(.noStop(far)))
        query = StopRoutes([near])
        query.begin(with: mesh)
        guard case .route(let route) = query.answer(from: NodeID(0), to: NodeID(0)) else {
            Issue.record("no route")
            return
        }
        // Up by the satellite by which it came down.
        #expect(route.nodes == [NodeID(0), NodeID(3), NodeID(0)] && route.lengthKm == 2)
    }
}
