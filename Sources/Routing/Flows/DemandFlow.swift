/// What becomes of one demand.
public struct DemandFlow: Sendable, Hashable {
    /// The demand.
    public var demand: Demand

    /// The routes that carry it, each with a part of its rate above zero.
    public var routes: [RouteFlow]

    /// The arc that holds its rate down; `nil` where it is carried whole, has no route, or is not
    /// held down by a single arc.
    public var bottleneck: Int32?

    /// Whether there is any route for it.
    public var isReachable: Bool

    /// Creates the outcome of a demand.
    public init(
        _ demand: Demand, routes: [RouteFlow], bottleneck: Int32? = nil, isReachable: Bool = true
    ) {
        self.demand = demand
        self.routes = routes
        self.bottleneck = bottleneck
        self.isReachable = isReachable
    }

    /// How much of it is carried [Gbps].
    public var rateGbps: Double { routes.reduce(0) { $0 + $1.gbps } }
}
