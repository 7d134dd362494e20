import LaserMesh
import Routing
import TestSupport
import Testing

/// Every kind of route on a thousand small meshes, full of ties, against all simple ways.
@Suite struct BruteForceTests {
    @Test(arguments: 0..<20)
    func `every kind of route is that of brute force`(block: Int) {
        var random = SeededGenerator(seed: UInt64(block + 5_000))
        for seed in block * 50..<(block + 1) * 50 {
            let small = SmallMeshCase(seed: seed, &random)
            Self.checkOrders(small)
            Self.checkWidest(small, &random)
            for parts in DisjointRoutes.Parts.allCases { Self.checkDisjoint(small, parts) }
            Self.checkConstrained(small, &random)
        }
    }

    private static func checkOrders(_ small: SmallMeshCase) {
        let (mesh, rules) = (small.mesh, small.rules)
        var shortest = KShortest(rules: rules)
        let routes = shortest.routes(
            6, in: mesh, from: small.source, to: small.destination)
        #expect(routes.map(\.nodes) == small.ways.prefix(6).map(\.nodes))
        #expect(routes.map { $0.costKm(rules) } == small.ways.prefix(6).map(\.lengthKm))

        var leastHop = LeastHop(rules: rules)
        let fewest = small.ways.min { ($0.nodes.count, $0) < ($1.nodes.count, $1) }
        #expect(
            leastHop.route(in: mesh, from: small.source, to: small.destination)?.nodes
                == fewest?.nodes)

        var front: [PlainSearch.Way] = []
        for way in small.ways where way.nodes.count < front.last?.nodes.count ?? .max {
            front.append(way)
        }
        var pareto = ParetoFront(rules: rules)
        let found = pareto.routes(in: mesh, from: small.source, to: small.destination)
        #expect(found.map(\.nodes) == front.map(\.nodes))
        #expect(found.map { $0.costKm(rules) } == front.map(\.lengthKm))

        for (stretch, limit) in [(1.0, 50), (1.5, 3), (3.0, 50)] {
            let least = small.ways.first?.lengthKm ?? 0
            let within = small.ways.filter { $0.lengthKm <= stretch * least }
            var multipath = Multipath(stretch: stretch, limit: limit, rules: rules)
            let answer = multipath.answer(in: mesh, from: small.source, to: small.destination)
            #expect(answer.routes.map(\.nodes) == within.prefix(limit).map(\.nodes))
            #expect(answer.isComplete == (within.count <= limit))
        }
    }

    private static func checkWidest(_ small: SmallMeshCase, _ random: inout SeededGenerator) {
        let mesh = small.mesh
        let widths = Dictionary(
            uniqueKeysWithValues: mesh.links.map {
                ([$0.a, $0.b], Double(Int.random(in: 0...4, using: &random)))
            })
        func width(_ one: NodeID, _ other: NodeID) -> Double {
            widths[[min(one, other), max(one, other)]] ?? 0
        }
        let perPlace = (0..<mesh.nodeCount).flatMap { node in
            mesh.row(of: NodeID(node)).map {
                width(NodeID(node), NodeID(rawValue: mesh.neighbour[$0]))
            }
        }
        let wide = small.ways.map { way in
            zip(way.nodes, way.nodes.dropFirst()).map(width).min() ?? .infinity
        }
        let greatest = wide.max() ?? 0
        let best = greatest > 0 ? wide.firstIndex(of: greatest) : nil
        var query = Widest(rules: small.rules)
        let answer = query.answer(
            in: mesh, from: small.source, to: small.destination, capacityGbps: perPlace)
        #expect(answer?.route.nodes == best.map { small.ways[$0].nodes })
        #expect(answer?.widthGbps == best.map { wide[$0] })
    }

    private static func checkDisjoint(_ small: SmallMeshCase, _ parts: DisjointRoutes.Parts) {
        let (mesh, rules) = (small.mesh, small.rules)
        var greedy: [Int] = []
        for way in small.ways.indices
        where greedy.allSatisfy({ small.areDisjoint($0, way, parts) }) {
            greedy.append(way)
        }
        var query = DisjointRoutes(of: parts, by: .greedy, rules: rules)
        #expect(
            query.routes(20, in: mesh, from: small.source, to: small.destination).map(\.nodes)
                == greedy.map { small.ways[$0].nodes })

        var total = DisjointRoutes(of: parts, by: .total, rules: rules)
        for count in 1...4 {
            let best = leastTotal(count, small, parts)
            let routes = total.routes(count, in: mesh, from: small.source, to: small.destination)
            if let best {
                #expect(routes.count == count)
                #expect(routes.map { $0.costKm(rules) }.reduce(0, +) == best.costKm)
                #expect(routes.map(\.hops).reduce(0, +) == best.hops)
            } else {
                #expect(routes.count < count)
            }
            // Each of them is a simple way, in order, and no two share anything.
            let found = routes.compactMap { route in
                small.ways.firstIndex { $0.nodes == route.nodes }
            }
            #expect(found.count == routes.count && found == found.sorted())
            for (place, one) in found.enumerated() {
                #expect(found[..<place].allSatisfy { small.areDisjoint($0, one, parts) })
            }
        }
    }

    /// The least cost of so many disjoint ways, and of those the fewest hops; `nil` if there are none.
    private static func leastTotal(
        _ count: Int, _ small: SmallMeshCase, _ parts: DisjointRoutes.Parts
    ) -> (costKm: Double, hops: Int)? {
        var best: (costKm: Double, hops: Int)?
        func extend(_ chosen: [Int], from first: Int, costKm: Double, hops: Int) {
            let missing = count - chosen.count
            if missing == 0 {
                if best.map({ (costKm, hops) < $0 }) ?? true { best = (costKm, hops) }
                return
            }
            for way in first..<max(first, small.ways.count) {
                let least = costKm + Double(missing) * small.ways[way].lengthKm
                if let best, least > best.costKm { return }
                guard chosen.allSatisfy({ small.areDisjoint($0, way, parts) }) else { continue }
                extend(
                    chosen + [way], from: way + 1, costKm: costKm + small.ways[way].lengthKm,
                    hops: hops + small.ways[way].nodes.count - 1)
            }
        }
        extend([], from: 0, costKm: 0, hops: 0)
        return best
    }

    private static func checkConstrained(
        _ small: SmallMeshCase, _ random: inout SeededGenerator
    ) {
        let mesh = small.mesh
        func constraint() -> RouteConstraint {
            if Bool.random(using: &random), let link = mesh.links.randomElement(using: &random) {
                return .link(link.b, link.a)
            }
            return .node(NodeID(Int.random(in: 0..<8, using: &random)))
        }
        func meets(_ way: PlainSearch.Way, _ constraint: RouteConstraint) -> Bool {
            switch constraint {
            case .node(let node): way.nodes.contains(node)
            case .link(let one, let other):
                zip(way.nodes, way.nodes.dropFirst()).contains {
                    ($0 == one && $1 == other) || ($0 == other && $1 == one)
                }
            case .region: false
            }
        }
        for (avoided, required) in [(1, 0), (0, 1), (1, 2), (0, 3)] {
            let constraints = RouteConstraints(
                avoid: (0..<avoided).map { _ in constraint() },
                require: (0..<required).map { _ in constraint() })
            let expected = small.ways.first { way in
                constraints.avoid.allSatisfy { !meets(way, $0) }
                    && constraints.require.allSatisfy { meets(way, $0) }
            }
            var query = Constrained(constraints, rules: small.rules)
            query.begin(with: mesh)
            switch query.answer(from: small.source, to: small.destination) {
            case .route(let route):
                #expect(route.nodes == expected?.nodes)
                #expect(route.costKm(small.rules) == expected?.lengthKm)
            case .none(let reason):
                #expect(expected == nil, "\(reason)")
                #expect((reason == .unreachable) == small.ways.isEmpty)
            }
        }
    }
}
