import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct ConcurrentFlowTests {
    @Test(arguments: 0..<40)
    func `bounds meet within the gap, and the flow is one`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(7_000 + seed))
        let satellites = Int.random(in: 3...12, using: &random)
        let sample = FlowCase.tangle(
            satellites: satellites, stations: 3, links: satellites * 3,
            demands: Int.random(in: 1...10, using: &random), &random)
        let gap = [0.2, 0.05][seed % 2]
        let result = ConcurrentFlow(gap: gap).solve(sample.traffic, in: sample.network)
        #expect(result.gap <= gap)
        #expect(result.factor <= result.factorBound)
        guard result.factor < .infinity else {
            #expect(result.flows.allSatisfy { !$0.isReachable })
            return
        }
        #expect(sample.faults(result.flows, scaledBy: result.factor) == 0)
        for flow in result.flows where flow.isReachable {
            #expect(abs(flow.rateGbps - flow.demand.gbps) <= 1e-9 * flow.demand.gbps)
        }
        let load = FlowAllocation(result.flows, in: sample.network)
        let greatest = load.maxUtilisation(in: sample.network)
        #expect(abs(greatest - result.maxUtilisation) <= 1e-9 * greatest)
    }

    /// For a single demand the factor is the max-flow over the demand.
    @Test(arguments: 0..<30)
    func `one demand is a max-flow`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(8_000 + seed))
        let sample = FlowCase.tangle(
            satellites: 8, stations: 3, links: 24, demands: 1, &random)
        let demand = sample.traffic.demands[0]
        var query = MaxFlow()
        let exact = query.flow(
            in: sample.network, from: demand.pair.source, to: demand.pair.destination
        ).gbps
        let result = ConcurrentFlow(gap: 0.05).solve(sample.traffic, in: sample.network)
        if exact == 0 {
            #expect(!result.flows[0].isReachable && result.flows[0].routes.isEmpty)
        } else {
            #expect(result.factor * demand.gbps <= exact * (1 + 1e-9))
            #expect(result.factorBound * demand.gbps >= exact * (1 - 1e-9))
        }
    }

    @Test func `nothing to carry leaves nothing full`() {
        var random = SeededGenerator(seed: 9)
        let sample = FlowCase.tangle(satellites: 5, stations: 0, links: 9, demands: 1, &random)
        let result = ConcurrentFlow().solve(TrafficMatrix([]), in: sample.network)
        #expect(result.flows.isEmpty && result.maxUtilisation == 0 && result.gap == 0)
    }
}
