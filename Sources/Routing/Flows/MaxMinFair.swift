/// Max-min fair rates over given routes, by progressive filling.
///
/// All demands grow at the same speed from zero. When an arc is full, the routes over it stop; a
/// demand that has several routes goes on over its others, and stops with the last of them or when
/// it is carried whole. This is done exactly, from one event to the next, without steps of rate.
///
/// With one route for each demand the result is the max-min fair allocation: no rate can be raised
/// without lowering one that is no greater, and each demand that is not carried whole crosses a
/// full arc on which no rate is greater than its own.
///
/// With several routes a growing demand feeds its open routes in parts; the parts are even at first,
/// and then, round after round, as the round before used the routes. The best round in the
/// lexicographic order of the ascending rates counts. In each round every route of a demand that is
/// not carried whole crosses a full arc. The fixed point is fair at each arc, which max-min fairness
/// over all ways to split implies and which does not imply it: the least rates may be below those
/// of the linear program.
///
/// - Complexity: O(H log H) a round, where H is k times the sum of the hops of all routes for k routes
///   a demand.
/// - Note: D. Bertsekas, R. Gallager, Data Networks, 2nd edition (1992), section 6.5.2; several routes
///   after P. Namyar et al., "Solving max-min fair resource allocations quickly on large graphs",
///   NSDI 2024 (adaptive waterfiller).
public struct MaxMinFair: Sendable {
    /// Rounds after which the parts over several routes are left as they are.
    public var rounds: Int

    /// Creates the rule.
    ///
    /// - Parameter rounds: How often the parts of several routes are adapted, at least 1; without
    ///   meaning for single routes.
    public init(rounds: Int = 10) {
        precondition(rounds >= 1)
        self.rounds = rounds
    }

    /// The rates of all demands of a traffic matrix over their routes.
    public func allocation(
        of traffic: TrafficMatrix, over routes: FlowRoutes, in network: FlowNetwork
    ) -> FlowAllocation {
        precondition(routes.ofDemand.count == traffic.demands.count)
        var filling = ProgressiveFilling(traffic, over: routes, in: network)
        filling.run()
        var best = filling.result
        if routes.ofDemand.contains(where: { $0.count > 1 }) {
            var bestOrder = best.sortedRates
            for _ in 1..<max(rounds, 1) {
                filling.adaptParts()
                filling.run()
                let order = filling.result.sortedRates
                if bestOrder.lexicographicallyPrecedes(order) {
                    best = filling.result
                    bestOrder = order
                }
            }
        }
        return FlowAllocation(filling.flows(of: best, traffic, routes), in: network)
    }
}
