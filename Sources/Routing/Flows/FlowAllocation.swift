/// How the demands of a traffic matrix share the links of a network.
public struct FlowAllocation: Sendable {
    /// The outcome of each demand, in the order of the matrix.
    public let flows: [DemandFlow]

    /// Load of each arc [Gbps].
    public let loadGbps: [Double]

    /// Adds up the loads of flows.
    ///
    /// - Complexity: O(arcs + hops of all routes).
    public init(_ flows: [DemandFlow], in network: FlowNetwork) {
        self.flows = flows
        var load = [Double](repeating: 0, count: network.arcCount)
        for flow in flows {
            for route in flow.routes {
                for arc in route.arcs { load[Int(arc)] += route.gbps }
            }
        }
        loadGbps = load
    }

    /// The sum of all demands [Gbps].
    public var demandGbps: Double { flows.reduce(0) { $0 + $1.demand.gbps } }

    /// How much of them is carried [Gbps].
    public var carriedGbps: Double { flows.reduce(0) { $0 + $1.rateGbps } }

    /// The greatest load over capacity of an arc; zero without any load.
    public func maxUtilisation(in network: FlowNetwork) -> Double {
        var greatest = 0.0
        for arc in loadGbps.indices where loadGbps[arc] > 0 {
            greatest = max(greatest, loadGbps[arc] / network.capacityGbps[arc])
        }
        return greatest
    }

    /// The arcs with the greatest load over capacity, the greatest first; of equal ones the earlier
    /// arc.
    ///
    /// - Parameters:
    ///   - count: How many; arcs without load are none.
    ///   - network: The network of the allocation.
    /// - Complexity: O(arcs log arcs).
    public func hotSpots(_ count: Int, in network: FlowNetwork) -> [HotSpot] {
        let loaded = loadGbps.indices.filter { loadGbps[$0] > 0 }
        let ranked = loaded.map { (-loadGbps[$0] / network.capacityGbps[$0], $0) }.sorted {
            $0 < $1
        }
        var places: [Int32: Int] = [:]
        var spots: [HotSpot] = []
        for (_, arc) in ranked.prefix(max(0, count)) {
            places[Int32(truncatingIfNeeded: arc)] = spots.count
            spots.append(
                HotSpot(
                    arc: Int32(truncatingIfNeeded: arc), loadGbps: loadGbps[arc],
                    capacityGbps: network.capacityGbps[arc]))
        }
        for flow in flows {
            // Routes of one demand may share an arc.
            let arcs = Set(flow.routes.flatMap(\.arcs))
            for arc in arcs {
                if let place = places[arc] { spots[place].demands += 1 }
            }
        }
        return spots
    }
}
