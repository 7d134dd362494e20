import LaserMesh
import Routing
import TestSupport

/// Meshes with questions and answers, as `route_questions.py` reads them.
struct RouteQuestions {
    private(set) var text = ""
    private(set) var count = 0

    /// Writes a mesh, and the questions of `igraph_routes.py` for a pair of its stations: the k shortest
    /// and the disjoint ones of least total.
    mutating func appendSets(_ mesh: Mesh, routes: Int, _ random: inout SeededGenerator) {
        text += mesh.oracleLines
        let (source, goal) = Self.ends(in: mesh, &random)
        _ = askSets(mesh, source, goal, routes)
        text += "end\n"
    }

    /// Writes a mesh, and every kind of question for a pair of its stations.
    mutating func append(
        _ mesh: Mesh, routes: Int, _ random: inout SeededGenerator
    ) {
        text += mesh.oracleLines
        let (source, goal) = Self.ends(in: mesh, &random)
        let pair = "\(source.rawValue) \(goal.rawValue)"
        let best = askSets(mesh, source, goal, routes)
        var leastHop = LeastHop()
        ask("least-hop \(pair)", [leastHop.route(in: mesh, from: source, to: goal)])
        var pareto = ParetoFront()
        ask("pareto \(pair)", pareto.routes(in: mesh, from: source, to: goal))
        askWidest(mesh, source, goal, &random)
        askConstrained(mesh, source, goal, best, &random)
        text += "end\n"
    }

    /// Two stations that see satellites, if there are two.
    private static func ends(
        in mesh: Mesh, _ random: inout SeededGenerator
    ) -> (source: NodeID, goal: NodeID) {
        let seen = mesh.stations.filter { mesh.degree(of: NodeID($0)) > 1 }
            .shuffled(using: &random)
        let ends = seen.count > 1 ? Array(seen[..<2]) : Array(mesh.stations.prefix(2))
        return (NodeID(ends[0]), NodeID(ends[1]))
    }

    /// Asks for the shortest routes and for disjoint ones; gives the best.
    private mutating func askSets(
        _ mesh: Mesh, _ source: NodeID, _ goal: NodeID, _ routes: Int
    ) -> Route? {
        let pair = "\(source.rawValue) \(goal.rawValue)"
        var kShortest = KShortest()
        let best = kShortest.routes(routes, in: mesh, from: source, to: goal)
        ask("k-shortest \(pair) \(routes)", best)
        for parts in DisjointRoutes.Parts.allCases {
            var disjoint = LeastTotalDisjoint(of: parts)
            for count in [2, 5, 40] {
                ask(
                    "\(parts.rawValue) \(pair) \(count)",
                    disjoint.routes(count, in: mesh, from: source, to: goal))
            }
        }
        return best.first
    }

    private mutating func ask(_ question: String, _ routes: [Route?]) {
        count += 1
        text += "ask \(question)\n"
        for case let route? in routes {
            text += "route \(route.lengthKm) \(route.oracleNodes)\n"
        }
    }

    private mutating func askWidest(
        _ mesh: Mesh, _ source: NodeID, _ goal: NodeID, _ random: inout SeededGenerator
    ) {
        let widths = Dictionary(
            uniqueKeysWithValues: mesh.links.map {
                ([$0.a, $0.b], Double(Int.random(in: 1...30, using: &random)))
            })
        func width(_ one: NodeID, _ other: NodeID) -> Double {
            widths[[min(one, other), max(one, other)]] ?? 0
        }
        let perPlace = (0..<mesh.nodeCount).flatMap { node in
            mesh.row(of: NodeID(node)).map {
                width(NodeID(node), NodeID(rawValue: mesh.neighbour[$0]))
            }
        }
        // In the order of the links between satellites and the two ends, which is theirs.
        let listed = mesh.links.filter { link in
            [link.a, link.b].allSatisfy {
                $0.index < mesh.satelliteCount || $0 == source || $0 == goal
            }
        }.map { String(width($0.a, $0.b)) }.joined(separator: " ")
        var query = Widest()
        let answer = query.answer(in: mesh, from: source, to: goal, capacityGbps: perPlace)
        ask("widest \(source.rawValue) \(goal.rawValue) \(listed)", [answer?.route])
    }

    /// Avoids half of the satellites of the best route, and requires one beside it and one anywhere.
    private mutating func askConstrained(
        _ mesh: Mesh, _ source: NodeID, _ goal: NodeID, _ best: Route?,
        _ random: inout SeededGenerator
    ) {
        let inner = Array(best?.nodes.dropFirst().dropLast() ?? [])
        let avoided = inner.filter { _ in Bool.random(using: &random) }
        let pair = "\(source.rawValue) \(goal.rawValue)"
        func route(_ constraints: RouteConstraints) -> Route? {
            var query = Constrained(constraints)
            query.begin(with: mesh)
            guard case .route(let route) = query.answer(from: source, to: goal) else { return nil }
            return route
        }
        ask(
            "avoid \(pair) " + avoided.map { String($0.rawValue) }.joined(separator: " "),
            [route(RouteConstraints(avoid: avoided.map { .node($0) }))])
        var required = [NodeID(Int.random(in: 0..<mesh.satelliteCount, using: &random))]
        if let middle = inner.randomElement(using: &random),
            let place = mesh.row(of: middle).randomElement(using: &random),
            mesh.neighbour[place] < mesh.satelliteCount
        {
            required.append(NodeID(rawValue: mesh.neighbour[place]))
        }
        for node in required {
            ask(
                "require \(pair) \(node.rawValue)",
                [route(RouteConstraints(require: [.node(node)]))])
        }
    }
}
