import BenchSupport
import LaserMesh
import Routing

/// One pair of cities by each kind of route.
enum KindsBench {
    /// The kinds, by the name of their measurement. Avoided are the satellites in the middle of the best
    /// routes; routers know the mesh of 15 s ago.
    private static func kinds(avoiding nodes: [NodeID]) -> [(name: String, kind: RouteAlgorithm)] {
        [
            ("shortest", .shortest), ("k-shortest-8", .kShortest(count: 8)),
            ("disjoint-links-greedy-4", .disjoint(count: 4, of: .links, by: .greedy)),
            ("disjoint-links-total-4", .disjoint(count: 4, of: .links, by: .total)),
            ("disjoint-nodes-greedy-4", .disjoint(count: 4, of: .nodes, by: .greedy)),
            ("disjoint-nodes-total-4", .disjoint(count: 4, of: .nodes, by: .total)),
            ("least-hop", .leastHop), ("widest", .widest(LinkCapacities())), ("pareto", .pareto),
            ("avoid", .constrained(RouteConstraints(avoid: nodes.map { .node($0) }))),
            ("require", .constrained(RouteConstraints(require: nodes.prefix(1).map { .node($0) }))),
            ("multipath-1.05", .multipath(stretch: 1.05, limit: 100)),
            ("greedy-geographic", .greedyGeographic),
            ("link-state", .linkState(delayS: 15, knowsOwnLinks: false)),
        ]
    }

    static func run(_ network: Network) {
        let mesh = network.mesh(second: 15)
        let believed = network.mesh(second: 0)
        let pairs = PairBench.pairs(of: mesh, count: 30)
        var single = AStar()
        let middles = pairs.prefix(4).compactMap { pair -> NodeID? in
            let nodes = single.route(in: mesh, from: pair.source, to: pair.destination)?.nodes
            return nodes.map { $0[$0.count / 2] }
        }
        for (name, kind) in kinds(avoiding: middles) {
            var query = AlgorithmQuery(kind)
            query.begin(with: mesh, believing: believed)
            var (km, hops) = (0.0, 0)
            let time = Measurement.best(of: 20) {
                km = 0
                hops = 0
                for pair in pairs {
                    let answer = query.answer(from: pair.source, to: pair.destination)
                    for route in answer.routes {
                        km += route.lengthKm
                        hops += route.hops
                    }
                }
            }
            // Other programs break ties between equally few links in their own ways.
            Measurement(
                name: "\(name)-\(network.name)", unit: "us/pair",
                value: time * 1e6 / Double(pairs.count),
                checksum: kind == .leastHop ? Double(hops) : km
            ).print()
        }
    }
}
