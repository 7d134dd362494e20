import LaserMesh

/// One route for each demand, chosen by turns under load-dependent weights until no demand gains by
/// another one.
///
/// In a round each demand in turn, the greatest first, is taken off its route and given the one on which it
/// adds least to the total cost, where a load costs the length of its arc, and many times that as the arc
/// fills up. A demand leaves its route only if the other is cheaper by a part in a thousand million, so
/// that every change lowers the total cost: routes cannot swing to and fro as they do where all
/// demands move at once. Rounds go on until one changes nothing, or up to a limit, and the result says
/// which.
///
/// - Complexity: O(rounds · demands · (nodes + arcs) log nodes).
/// - Note: A best-response walk in a congestion game, whose potential is the total cost: R. W. Rosenthal,
///   International Journal of Game Theory 2 (1973) 65, DOI 10.1007/BF01737559.
public struct CongestionAwareRoutes: Sendable {
    /// Why the rounds ended.
    public enum Ending: String, Sendable {
        /// A round changed no route.
        case settled
        /// The greatest number of rounds was done; routes would still change.
        case roundLimit = "round-limit"
    }

    /// What the rounds led to.
    public struct Result: Sendable {
        /// The route of each demand; none where the destination is out of reach.
        public let routes: FlowRoutes

        /// How many rounds were done, the last one without a change where they settled.
        public let rounds: Int

        /// Why they ended.
        public let ending: Ending

        /// Total cost before the first round, over the shortest routes, and after each round
        /// [Gbps km]; it never rises.
        public let costs: [Double]

        /// How many demands took another route in each round.
        public let changes: [Int]
    }

    /// The most rounds.
    public let mostRounds: Int

    /// Creates a query.
    public init(mostRounds: Int = 50) {
        precondition(mostRounds >= 1)
        self.mostRounds = mostRounds
    }

    /// Finds the routes of all demands, beginning with the shortest ones.
    public func solve(
        _ traffic: TrafficMatrix, in network: FlowNetwork, rules: RoutingRules = RoutingRules()
    ) -> Result {
        let start = FlowRoutes(1, of: traffic, in: network, rules: rules)
        var walk = CongestionWalk(traffic, from: start, in: network, rules: rules)
        var costs = [walk.totalCost]
        var changes: [Int] = []
        while changes.last != 0, changes.count < mostRounds {
            changes.append(walk.round())
            costs.append(walk.totalCost)
        }
        return Result(
            routes: FlowRoutes(walk.routes.map { $0.map { [$0] } ?? [] }), rounds: changes.count,
            ending: changes.last == 0 ? .settled : .roundLimit, costs: costs, changes: changes)
    }
}
