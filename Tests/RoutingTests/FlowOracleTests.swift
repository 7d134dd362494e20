import LaserMesh
import Routing
import TestSupport
import Testing

private let modules = ["numpy", "scipy"]

/// Flows against linear programming: HiGHS, through scipy.
@Suite(
    .enabled(if: PythonOracle.isPresent(modules), Comment(rawValue: PythonOracle.absent(modules))))
struct FlowOracleTests {
    private static func check(_ input: String, cases: Int) throws {
        let output = try #require(try PythonOracle.output(of: "flows.py", input: input))
        #expect(output.hasPrefix("checked \(cases) cases, 0 differ, "), "\(output)")
    }

    @Test(arguments: [1, 2, 4, 7])
    func `max-min fair rates equal those of a linear program a level`(count: Int) throws {
        var random = SeededGenerator(seed: UInt64(30 + count))
        var input = ""
        for index in 0..<10 {
            let sample =
                index < 6
                ? FlowCase.tangle(
                    satellites: 10 + index, stations: 4, links: 40, demands: 30, &random)
                : FlowCase.grid(
                    planes: 12, slots: 10, stations: 7, totalGbps: 900, &random)
            let routes = FlowRoutes(
                count, of: sample.traffic, in: sample.network, rules: RoutingRules())
            let result = MaxMinFair().allocation(
                of: sample.traffic, over: routes, in: sample.network)
            input += sample.lines("maxmin")
            for (demand, flow) in result.flows.enumerated() {
                for route in routes.ofDemand[demand] {
                    input +=
                        "route \(demand) \(route.map(String.init).joined(separator: " "))\n"
                }
                input += "rate \(demand) \(flow.rateGbps)\n"
            }
            input += "end\n"
        }
        try Self.check(input, cases: 10)
    }

    @Test func `concurrent flows are within the gap`() throws {
        var random = SeededGenerator(seed: 32)
        var input = ""
        var count = 0
        while count < 20 {
            let sample =
                count % 2 == 0
                ? FlowCase.tangle(
                    satellites: 12 + count, stations: 4, links: 60 + count, demands: 16, &random)
                : FlowCase.grid(
                    planes: 10, slots: 10, stations: 6, totalGbps: 500, &random)
            let gap = [0.2, 0.1, 0.05][count % 3]
            let result = ConcurrentFlow(gap: gap).solve(sample.traffic, in: sample.network)
            // Stations that see no satellite leave nothing to compare.
            guard result.factor < .infinity else { continue }
            count += 1
            input += sample.lines("concurrent")
            input += "value \(result.factor) \(result.factorBound) \(gap)\nend\n"
        }
        try Self.check(input, cases: 20)
    }

    @Test func `max-flows are exact`() throws {
        var random = SeededGenerator(seed: 33)
        var input = ""
        var query = MaxFlow()
        for index in 0..<20 {
            let sample = FlowCase.tangle(
                satellites: 20 + index, stations: 4, links: 90, demands: 1, &random)
            let pair = sample.traffic.demands[0].pair
            let value = query.flow(
                in: sample.network, from: pair.source, to: pair.destination
            ).gbps
            input += sample.lines("maxflow") + "value \(value) \(value) 0\nend\n"
        }
        try Self.check(input, cases: 20)
    }
}
