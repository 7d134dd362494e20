/// The kinds of routes by their names in a scenario.
public enum AlgorithmName: String, Sendable, CaseIterable {
    /// The best route.
    case shortest
    /// The k best simple routes.
    case kShortest = "k-shortest"
    /// Routes that share no links or nodes.
    case disjoint
    /// The route of fewest links.
    case leastHop = "least-hop"
    /// The route of the widest bottleneck.
    case widest
    /// The routes that no other beats in both latency and hops.
    case pareto
    /// The best route that avoids some things and passes others.
    case constrained
    /// All routes within a stretch.
    case multipath
    /// Each node to its neighbour nearest to the destination.
    case greedyGeographic = "greedy-geographic"
    /// Routers that know the mesh of a while ago.
    case linkState = "link-state"
}
