import LaserMesh
import Orbits

/// A question by any ``RouteAlgorithm`` to one mesh after another.
///
/// - Complexity: That of the query that the algorithm names.
public struct AlgorithmQuery: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// What is asked.
    public let algorithm: RouteAlgorithm

    private var mesh: Mesh?
    private var believed: Mesh?
    private var single: AStar
    private var kShortest: KShortest
    private var leastHop: LeastHop
    private var widest: Widest
    private var pareto: ParetoFront
    private var disjoint: DisjointRoutes?
    private var constrained: Constrained?
    private var stopRoutes: StopRoutes?
    private var multipath: Multipath?
    private var geographic: GreedyGeographic
    private var linkState: DelayedLinkState?

    /// Creates a query.
    ///
    /// - Parameters:
    ///   - algorithm: What is asked.
    ///   - rules: What a route may do, and what it costs.
    ///   - ellipsoid: The Earth over which satellites have their sub-points.
    public init(
        _ algorithm: RouteAlgorithm, rules: RoutingRules = RoutingRules(),
        on ellipsoid: Ellipsoid = .wgs84
    ) {
        self.rules = rules
        self.algorithm = algorithm
        single = AStar(rules: rules)
        kShortest = KShortest(rules: rules)
        leastHop = LeastHop(rules: rules)
        widest = Widest(rules: rules)
        pareto = ParetoFront(rules: rules)
        geographic = GreedyGeographic(rules: rules)
        switch algorithm {
        case .disjoint(_, let parts, let method):
            disjoint = DisjointRoutes(of: parts, by: method, rules: rules)
        case .constrained(let constraints):
            constrained = Constrained(constraints, rules: rules, on: ellipsoid)
        case .stops(let stops):
            stopRoutes = StopRoutes(stops, rules: rules)
        case .multipath(let stretch, let limit):
            multipath = Multipath(stretch: stretch, limit: limit, rules: rules)
        case .linkState(_, let knowsOwnLinks):
            linkState = DelayedLinkState(knowsOwnLinks: knowsOwnLinks, rules: rules)
        default: break
        }
    }

    /// Takes a mesh for the questions that follow.
    ///
    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - believed: The mesh that routers know; of use for ``RouteAlgorithm/linkState(delayS:knowsOwnLinks:)``
    ///     only, and `mesh` itself where it is not given.
    public mutating func begin(with mesh: Mesh, believing believed: Mesh? = nil) {
        self.mesh = mesh
        self.believed = believed ?? mesh
        constrained?.begin(with: mesh)
        stopRoutes?.begin(with: mesh)
    }

    /// The answer for a pair on the mesh that was taken last.
    public mutating func answer(from source: NodeID, to destination: NodeID) -> RouteAnswer {
        guard let mesh, let believed else {
            preconditionFailure("a question before begin(with:believing:)")
        }
        switch algorithm {
        case .shortest:
            return Self.answer(single.route(in: mesh, from: source, to: destination))
        case .leastHop:
            return Self.answer(leastHop.route(in: mesh, from: source, to: destination))
        case .kShortest(let count):
            return Self.answer(
                kShortest.routes(count, in: mesh, from: source, to: destination), asked: count)
        case .disjoint(let count, _, _):
            return Self.answer(
                disjoint?.routes(count, in: mesh, from: source, to: destination) ?? [],
                asked: count)
        case .pareto:
            return Self.answer(pareto.routes(in: mesh, from: source, to: destination), asked: 1)
        case .widest(let capacities):
            let found = widest.answer(
                in: mesh, from: source, to: destination, capacities: capacities)
            var answer = Self.answer(found?.route)
            answer.widthGbps = found?.widthGbps
            return answer
        case .constrained:
            guard let found = constrained?.answer(from: source, to: destination) else {
                return RouteAnswer([], note: .unreachable)
            }
            switch found {
            case .route(let route): return RouteAnswer([route])
            case .none(.unreachable): return RouteAnswer([], note: .unreachable)
            case .none(let reason): return RouteAnswer([], note: .barred(reason))
            }
        case .stops:
            guard single.route(in: mesh, from: source, to: destination) != nil,
                let found = stopRoutes?.answer(from: source, to: destination)
            else { return RouteAnswer([], note: .unreachable) }
            switch found {
            case .route(let route): return RouteAnswer([route])
            case .none(let reason): return RouteAnswer([], note: .barred(reason))
            }
        case .multipath:
            let found = multipath?.answer(in: mesh, from: source, to: destination)
            var answer = Self.answer(found?.routes ?? [], asked: 1)
            if found?.isComplete == false { answer.note = .limited }
            return answer
        case .greedyGeographic:
            return Self.answer(geographic.outcome(in: mesh, from: source, to: destination))
        case .linkState:
            let outcome = linkState?.outcome(
                in: mesh, believing: believed, from: source, to: destination)
            return Self.answer(outcome ?? .noWay(at: source))
        }
    }

    private static func answer(_ route: Route?) -> RouteAnswer {
        route.map { RouteAnswer([$0]) } ?? RouteAnswer([], note: .unreachable)
    }

    private static func answer(_ routes: [Route], asked: Int) -> RouteAnswer {
        if routes.isEmpty { return RouteAnswer([], note: .unreachable) }
        return RouteAnswer(routes, note: routes.count < asked ? .fewer(asked: asked) : nil)
    }

    private static func answer(_ outcome: ForwardingOutcome) -> RouteAnswer {
        outcome.route.map { RouteAnswer([$0]) } ?? RouteAnswer([], note: .lost(outcome))
    }
}
