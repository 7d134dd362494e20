import LaserMesh
import Routing

/// What nodes want to send to one another, for lasers that are chosen by it.
enum DemandSource {
    /// The demands of a scenario: its traffic where it has some, else its pairs, by the weights of their
    /// table where it has such.
    ///
    /// Names that no node bears are left out; they are told where pairs are needed.
    ///
    /// - Complexity: O(demands · log demands).
    static func demands(
        _ scenario: Scenario, traffic: TrafficMatrix?, table: PairTable?, satellites: [String],
        stations: [GroundStation]
    ) -> [NodeDemand] {
        if let traffic {
            return joined(
                traffic.demands.map {
                    NodeDemand($0.pair.source, $0.pair.destination, weight: $0.gbps)
                })
        }
        func demands(of names: [(source: String, destination: String, place: ScenarioPlace)])
            -> [NodeDemand]
        {
            let nodes = NodeNames(satellites: satellites, stations: stations).nodes
            return joined(
                names.enumerated().compactMap { index, pair in
                    guard let a = nodes[pair.source], let b = nodes[pair.destination] else {
                        return nil
                    }
                    return NodeDemand(a, b, weight: table?.weights?[index] ?? 1)
                })
        }
        switch scenario.pairs {
        case .listed(let listed): return demands(of: listed)
        case .file: return demands(of: table?.pairs ?? [])
        case .all:
            return PairRoutes.allStations(
                satelliteCount: satellites.count, stationCount: stations.count
            ).map { NodeDemand($0.source, $0.destination, weight: 1) }
        }
    }

    /// Demands both ways as one, in the order of their nodes.
    private static func joined(_ demands: [NodeDemand]) -> [NodeDemand] {
        let sorted = demands.map { NodeDemand(min($0.a, $0.b), max($0.a, $0.b), weight: $0.weight) }
            .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
        var joined: [NodeDemand] = []
        for demand in sorted {
            if let last = joined.last, last.a == demand.a, last.b == demand.b {
                joined[joined.count - 1].weight += demand.weight
            } else {
                joined.append(demand)
            }
        }
        return joined
    }
}
