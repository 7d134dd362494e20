/// The kinds of routes that a scenario may ask for, each with what it needs to know.
public enum RouteAlgorithm: Sendable, Hashable {
    /// The best route: ``AStar``.
    case shortest

    /// So many best simple routes: ``KShortest``.
    case kShortest(count: Int)

    /// So many routes that share no links or nodes: ``DisjointRoutes``.
    case disjoint(count: Int, of: DisjointRoutes.Parts, by: DisjointRoutes.Method)

    /// The route of fewest links: ``LeastHop``.
    case leastHop

    /// The route of the widest bottleneck: ``Widest``.
    case widest(LinkCapacities)

    /// The routes that no other beats in both cost and hops: ``ParetoFront``.
    case pareto

    /// The best route that avoids and passes what it must: ``Constrained``.
    case constrained(RouteConstraints)

    /// The best route that passes one node of each of some sets: ``StopRoutes``.
    case stops([RouteStops])

    /// The routes within a stretch, at most so many: ``Multipath``.
    case multipath(stretch: Double, limit: Int)

    /// Each node to its neighbour nearest to the destination: ``GreedyGeographic``.
    case greedyGeographic

    /// Routers that know the mesh of so long ago [s]: ``DelayedLinkState``.
    case linkState(delayS: Double, knowsOwnLinks: Bool)

    /// Whether packets are sent by what each node knows, so that they may be lost and that their
    /// routes are to be compared with the best ones.
    public var isBaseline: Bool {
        switch self {
        case .greedyGeographic, .linkState: true
        default: false
        }
    }
}
