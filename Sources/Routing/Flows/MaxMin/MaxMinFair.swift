/// Max-min fair rates over given routes.
///
/// Rates are max-min fair when none can be raised without lowering one that is no greater, whatever way
/// the demands split over their routes. They are unique; the split is not. A demand that is not carried
/// whole crosses a full arc on each of its routes.
///
/// All demands grow at the same speed from zero until nothing lets them go on. With one route for each
/// demand that is progressive filling: a full arc stops the routes over it. With several, a full arc
/// moves traffic to other routes before it stops anything, and the rates equal those of a linear program
/// for each level. Both go from event to event, without steps of rate, and are exact but for rounding.
///
/// - Complexity: O(H log H) for single routes, where H is the sum of the hops of all routes. For several
///   O(H + F²) for each time that traffic moves from a route to another, where F is the number of full
///   arcs; that is once or more for each arc that fills, and as of every simplex method no polynomial
///   bound is known.
/// - Note: D. Bertsekas, R. Gallager, Data Networks, 2nd edition (1992), section 6.5.2; several routes:
///   D. Nace, M. Pióro, IEEE Communications Surveys and Tutorials 10 (2008) 5,
///   DOI 10.1109/SURV.2008.080403.
public struct MaxMinFair: Sendable {
    /// Creates the rule.
    public init() {}

    /// The rates of all demands of a traffic matrix over their routes.
    public func allocation(
        of traffic: TrafficMatrix, over routes: FlowRoutes, in network: FlowNetwork
    ) -> FlowAllocation {
        precondition(routes.ofDemand.count == traffic.demands.count)
        let arcs = RouteArcs(routes, arcCount: network.arcCount)
        let demands = traffic.demands.map(\.gbps)
        let parts: [Double]
        let bottleneck: [Int32]
        if routes.ofDemand.contains(where: { $0.count > 1 }) {
            var filling = SplitFilling(
                demandGbps: demands, arcs, capacityGbps: network.capacityGbps)
            filling.run()
            (parts, bottleneck) = (filling.routeGbps, filling.bottleneck)
        } else {
            var filling = ProgressiveFilling(
                demandGbps: demands, arcs, capacityGbps: network.capacityGbps)
            filling.run()
            parts = arcs.demandOf.map { filling.rateGbps[Int($0)] }
            bottleneck = filling.bottleneck
        }
        let flows = traffic.demands.enumerated().map { index, demand in
            let list = zip(routes.ofDemand[index], arcs.routes(of: index)).compactMap {
                parts[$1] > 0 ? RouteFlow(arcs: $0, gbps: parts[$1]) : nil
            }
            return DemandFlow(
                demand, routes: list, bottleneck: bottleneck[index] < 0 ? nil : bottleneck[index],
                isReachable: !routes.ofDemand[index].isEmpty)
        }
        return FlowAllocation(flows, in: network)
    }
}
