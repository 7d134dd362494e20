import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct MaxFlowTests {
    @Test(arguments: 0..<200)
    func `flow and cut are equal, and the flow is one`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(6_000 + seed))
        let satellites = Int.random(in: 2...14, using: &random)
        let sample = FlowCase.tangle(
            satellites: satellites, stations: 4, links: satellites * 3, demands: 1, &random)
        let network = sample.network
        let pair = sample.traffic.demands[0].pair
        var query = MaxFlow()
        let result = query.flow(in: network, from: pair.source, to: pair.destination)
        let flow = DemandFlow(sample.traffic.demands[0], routes: result.routes)
        #expect(sample.faults([flow]) == 0)
        #expect(abs(flow.rateGbps - result.gbps) <= 1e-9 * max(1, result.gbps))
        let cut = result.cut.reduce(0) { $0 + network.capacityGbps[Int($1)] }
        #expect(cut == result.gbps)
        // Without the arcs of the cut nothing gets through.
        var capacities = network.capacityGbps
        for arc in result.cut { capacities[Int(arc)] = 0 }
        let severed = FlowNetwork(network.mesh, capacityGbps: capacities)
        #expect(query.flow(in: severed, from: pair.source, to: pair.destination).gbps == 0)
    }

    @Test func `a station sends as much as its radio links take`() {
        var random = SeededGenerator(seed: 77)
        let sample = FlowCase.grid(planes: 20, slots: 20, stations: 2, totalGbps: 1, &random)
        let mesh = sample.network.mesh
        let (a, b) = (mesh.station(0), mesh.station(1))
        var query = MaxFlow()
        let result = query.flow(in: sample.network, from: a, to: b)
        let least = min(mesh.degree(of: a), mesh.degree(of: b))
        #expect(least > 0 && result.gbps == 20 * Double(least))
        #expect(result.cut.count == least)
    }

    @Test func `arcs without limit carry without limit`() {
        let mesh = Mesh(
            satelliteCount: 3, nodeCount: 3,
            links: [
                Link(NodeID(0), NodeID(1), kind: .fibre, lengthKm: 1),
                Link(NodeID(1), NodeID(2), kind: .fibre, lengthKm: 1),
                Link(NodeID(0), NodeID(2), kind: .laser, lengthKm: 1),
            ])
        var query = MaxFlow()
        let network = FlowNetwork(mesh, capacities: LinkCapacities())
        #expect(query.flow(in: network, from: NodeID(0), to: NodeID(2)).gbps == .infinity)
        var capacities = network.capacityGbps
        capacities[mesh.row(of: NodeID(1)).upperBound - 1] = 5
        let narrow = FlowNetwork(mesh, capacityGbps: capacities)
        let result = query.flow(in: narrow, from: NodeID(0), to: NodeID(2))
        #expect(result.gbps == 105 && result.routes.count == 2)
    }
}
