import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct CongestionAwareRoutesTests {
    /// Two demands whose shortest routes share a link that is full with one of them.
    @Test func `one of two demands makes way`() {
        func link(_ a: Int, _ b: Int, _ km: Double) -> Link {
            Link(NodeID(a), NodeID(b), kind: .laser, lengthKm: km)
        }
        let mesh = Mesh(
            satelliteCount: 4, nodeCount: 4,
            links: [link(0, 1, 100), link(0, 2, 200), link(2, 1, 200), link(3, 0, 50)])
        let network = FlowNetwork(mesh, capacities: LinkCapacities(laserGbps: 10))
        let traffic = TrafficMatrix([
            Demand(NodePair(source: NodeID(0), destination: NodeID(1)), gbps: 8),
            Demand(NodePair(source: NodeID(3), destination: NodeID(1)), gbps: 6),
        ])
        let result = CongestionAwareRoutes().solve(traffic, in: network)
        #expect(result.ending == .settled && result.changes.last == 0)
        let nodes = result.routes.ofDemand.map { network.nodes(of: $0[0]).map(\.index) }
        #expect(nodes.contains([0, 2, 1]) || nodes.contains([3, 0, 2, 1]))
        let carried = MaxMinFair().allocation(of: traffic, over: result.routes, in: network)
        #expect(carried.carriedGbps == 14)
    }

    @Test(arguments: 0..<60)
    func `the cost never rises, and at the end nobody gains by another route`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(9_000 + seed))
        let satellites = Int.random(in: 4...14, using: &random)
        let sample = FlowCase.tangle(
            satellites: satellites, stations: 3, links: satellites * 3, demands: 15, &random)
        let result = CongestionAwareRoutes().solve(sample.traffic, in: sample.network)
        #expect(result.ending == .settled)
        #expect(result.costs.count == result.rounds + 1 && result.changes.count == result.rounds)
        for (before, after) in zip(result.costs, result.costs.dropFirst()) {
            #expect(after <= before * (1 + 1e-12))
        }
        let short = CongestionAwareRoutes(mostRounds: 1).solve(
            sample.traffic, in: sample.network)
        #expect(short.rounds == 1)
        #expect((short.ending == .settled) == (short.changes == [0]))
    }
}
