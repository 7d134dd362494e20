import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct StretchStudyTests {
    /// Means over routes that single searches find.
    @Test(arguments: [
        RoutingRules(), RoutingRules(hopDelayS: 1e-3), RoutingRules(allowsGroundRelay: true),
    ])
    func `means are those of single routes`(rules: RoutingRules) {
        var random = SeededGenerator(seed: 61)
        for round in 0..<6 {
            let mesh =
                round < 3
                ? RandomMeshes.shell(satellites: 150, stations: 25, &random)
                : RandomMeshes.tangle(
                    satellites: 20, stations: 12, links: 90, longest: round == 5 ? 4 : 9, &random)
            let pairs = (0..<40).compactMap { _ -> WeightedPair? in
                let a = Int.random(in: 0..<mesh.nodeCount, using: &random)
                let b = Int.random(in: 0..<mesh.nodeCount, using: &random)
                guard a != b else { return nil }
                return WeightedPair(
                    NodePair(source: NodeID(a), destination: NodeID(b)),
                    geodesicKm: Double.random(in: 100...9_000, using: &random),
                    weight: Double.random(in: 0...5, using: &random))
            }
            var query = OneToAll(rules: rules)
            var (stretch, hops, weights, unreachable) = (0.0, 0.0, 0.0, 0)
            for pair in pairs {
                guard
                    let route = query.route(
                        in: mesh, from: pair.pair.source, to: pair.pair.destination)
                else {
                    unreachable += 1
                    continue
                }
                stretch += pair.weight * route.lengthKm / pair.geodesicKm
                hops += pair.weight * Double(route.hops)
                weights += pair.weight
            }
            var study = StretchStudy(pairs, rules: rules)
            let result = study.result(in: mesh)
            #expect(result.unreachablePairs == unreachable)
            guard unreachable == 0 else {
                #expect(result.stretch.isNaN && result.measure == .infinity)
                continue
            }
            #expect(abs(result.stretch - stretch / weights) < 1e-9 * result.stretch)
            #expect(abs(result.hops - hops / weights) < 1e-9 * result.hops)
        }
    }
}
