import LaserMesh
import Routing
import TestSupport

/// Networks and traffic for tests.
struct FlowCase {
    let network: FlowNetwork
    let traffic: TrafficMatrix

    /// A tangle whose arcs have capacities of their own, some none, with demands between random nodes.
    static func tangle(
        satellites: Int, stations: Int, links: Int, demands count: Int,
        _ random: inout SeededGenerator
    ) -> FlowCase {
        let mesh = RandomMeshes.tangle(
            satellites: satellites, stations: stations, links: links, longest: 9, &random)
        let capacities = mesh.neighbour.map { _ in
            Int.random(in: 0..<8, using: &random) == 0
                ? 0 : Double.random(in: 0.5...20, using: &random)
        }
        var demands: [Demand] = []
        var pairs: Set<NodePair> = []
        while demands.count < count {
            let pair = NodePair(
                source: NodeID(Int.random(in: 0..<mesh.nodeCount, using: &random)),
                destination: NodeID(Int.random(in: 0..<mesh.nodeCount, using: &random)))
            guard pair.source != pair.destination, pairs.insert(pair).inserted else { continue }
            demands.append(Demand(pair, gbps: Double.random(in: 0.1...9, using: &random)))
        }
        return FlowCase(
            network: FlowNetwork(mesh, capacityGbps: capacities), traffic: TrafficMatrix(demands))
    }

    /// A small +Grid over stations that send to one another by gravity.
    static func grid(
        planes: Int, slots: Int, stations: Int, totalGbps: Double, _ random: inout SeededGenerator
    ) -> FlowCase {
        let mesh = RandomMeshes.grid(planes: planes, slots: slots, stations: stations, &random)
        let masses = mesh.stations.map { _ in Double.random(in: 1...10, using: &random) }
        return FlowCase(
            network: FlowNetwork(mesh, capacities: LinkCapacities(laserGbps: 100, radioGbps: 20)),
            traffic: .gravity(
                among: mesh.stations.map { NodeID($0) }, masses: masses, totalGbps: totalGbps))
    }

    /// The lines of a case for `Oracles/flows.py`, up to what is to be checked.
    func lines(_ kind: String) -> String {
        let mesh = network.mesh
        var text = "case \(kind) \(mesh.satelliteCount) \(mesh.nodeCount)\n"
        for arc in 0..<network.arcCount {
            text += "arc \(network.tail[arc]) \(mesh.neighbour[arc]) \(network.capacityGbps[arc])\n"
        }
        for demand in traffic.demands {
            let pair = demand.pair
            text += "demand \(pair.source.rawValue) \(pair.destination.rawValue) \(demand.gbps)\n"
        }
        return text
    }

    /// How many rules of a flow an allocation breaks: capacities, and routes that lead from source
    /// to destination, simply and past no station.
    func faults(_ flows: [DemandFlow], scaledBy factor: Double = 1) -> Int {
        var faults = 0
        let allocation = FlowAllocation(flows, in: network)
        for (arc, load) in allocation.loadGbps.enumerated()
        where load * factor > network.capacityGbps[arc] * (1 + 1e-9) {
            faults += 1
        }
        for flow in flows {
            for route in flow.routes {
                let nodes = network.nodes(of: route.arcs)
                let inner = nodes.dropFirst().dropLast()
                let isRight =
                    nodes.first == flow.demand.pair.source
                    && nodes.last == flow.demand.pair.destination
                    && Set(nodes).count == nodes.count && route.gbps > 0
                    && inner.allSatisfy { $0.index < network.mesh.satelliteCount }
                    && network.arcs(of: nodes) == route.arcs
                if !isRight { faults += 1 }
            }
        }
        return faults
    }
}
