extension MaxMinFair {
    /// The rates of flows that take all they can get, each over one route.
    ///
    /// - Parameters:
    ///   - routes: For each flow the arcs that it uses, by their places in the capacities.
    ///   - capacityGbps: Capacity of each arc [Gbps]; infinite for one that holds nothing down.
    /// - Returns: The rate of each flow [Gbps], infinite where no arc limits it; and the full arc that holds
    ///   it down, `nil` where there is none.
    /// - Complexity: O(H log H), where H is the sum of the hops of all routes.
    public func elasticRates(
        over routes: [[Int32]], capacityGbps: [Double]
    ) -> (rateGbps: [Double], bottleneck: [Int32?]) {
        let arcs = RouteArcs(FlowRoutes(routes.map { [$0] }), arcCount: capacityGbps.count)
        var filling = ProgressiveFilling(
            demandGbps: routes.map { _ in .infinity }, arcs, capacityGbps: capacityGbps)
        filling.run()
        return (filling.rateGbps, filling.bottleneck.map { $0 < 0 ? nil : $0 })
    }
}
