import LaserMesh

/// The routes of a walk towards less congestion, and the loads that they make.
struct CongestionWalk {
    /// The route of each demand, or `nil` where there is none.
    private(set) var routes: [[Int32]?]

    private let demands: [Demand]
    private let order: [Int]
    private let network: FlowNetwork
    /// Length of each arc with the cost of a hop, at least a kilometre: an arc that costs nothing could
    /// be filled without end.
    private let lengthKm: [Double]
    private var load: [Double]
    private var search = ArcSearch()
    private var path: [Int32] = []

    init(
        _ traffic: TrafficMatrix, from start: FlowRoutes, in network: FlowNetwork,
        rules: RoutingRules
    ) {
        demands = traffic.demands
        self.network = network
        let demands = demands
        order = demands.indices.sorted { (-demands[$0].gbps, $0) < (-demands[$1].gbps, $1) }
        let hopKm = rules.hopCostKm
        lengthKm = network.mesh.lengthKm.map { max(1, $0 + hopKm) }
        load = Array(repeating: 0, count: network.arcCount)
        routes = start.ofDemand.map(\.first)
        for (demand, route) in zip(demands, routes) {
            for arc in route ?? [] { load[Int(arc)] += demand.gbps }
        }
    }

    /// The sum of the costs of all arcs [Gbps km].
    var totalCost: Double {
        load.indices.reduce(0) {
            $0 + lengthKm[$1]
                * CongestionCost.cost(
                    loadGbps: load[$1], capacityGbps: network.capacityGbps[$1])
        }
    }

    /// Lets every demand choose once; gives how many took another route.
    mutating func round() -> Int {
        var changes = 0
        for demand in order where demands[demand].gbps > 0 {
            guard let old = routes[demand] else { continue }
            let gbps = demands[demand].gbps
            for arc in old { load[Int(arc)] -= gbps }
            let pair = demands[demand].pair
            let (lengths, loads, capacities) = (lengthKm, load, network.capacityGbps)
            func added(_ arc: Int) -> Double {
                let capacity = capacities[arc]
                let before = CongestionCost.cost(loadGbps: loads[arc], capacityGbps: capacity)
                let after = CongestionCost.cost(
                    loadGbps: loads[arc] + gbps, capacityGbps: capacity)
                return lengths[arc] * (after - before)
            }
            search.search(
                network, from: pair.source.index, until: pair.destination.index, weight: added)
            let oldCost = old.reduce(0) { $0 + added(Int($1)) }
            if search.distance[pair.destination.index] < oldCost * (1 - 1e-9) {
                search.backwards(to: pair.destination.index, in: network, into: &path)
                routes[demand] = path.reversed()
                changes += 1
            }
            for arc in routes[demand] ?? [] { load[Int(arc)] += gbps }
        }
        return changes
    }
}
