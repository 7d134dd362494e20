import Foundation
import LaserMesh
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// Traffic and failures over Starlink's first shell, at the size at which they are used.
@Suite(.tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted))
struct FlowThoroughTests {
    private func experiment(_ name: String, _ line: String, _ other: String) throws -> Experiment {
        let url = SharedData.checkout.appending(path: "Datasets/scenarios/\(name)")
        let text = try String(contentsOf: url, encoding: .utf8)
        #expect(text.contains(line))
        return try Experiment(
            Scenario(text: text.replacing(line, with: other), file: url.path))
    }

    @Test func `5,000 demands come within the gap`() throws {
        let line = "flows: { objective: min-max-utilisation, gap: 0.05 }"
        let experiment = try experiment("gravity-traffic.yaml", line, line)
        let traffic = try FlowRun.traffic(of: experiment)
        let outcome = FlowOutcome(experiment, traffic: traffic, atSeconds: 0)
        #expect(outcome.flows.count == 5_000 && outcome.gap <= 0.05)
        let loads = FlowAllocation(outcome.flows, in: outcome.network)
        #expect(abs(loads.maxUtilisation(in: outcome.network) - outcome.value) < 1e-9)
        #expect(abs(loads.carriedGbps - 1_000) < 1e-6)
    }

    @Test func `5,000 demands have fair shares`() throws {
        let experiment = try experiment("fair-shares.yaml", ", routes: 4", "")
        let traffic = try FlowRun.traffic(of: experiment)
        let outcome = FlowOutcome(experiment, traffic: traffic, atSeconds: 0)
        var greatest = [Double](repeating: 0, count: outcome.network.arcCount)
        for flow in outcome.flows {
            for arc in flow.routes.flatMap(\.arcs) {
                greatest[Int(arc)] = max(greatest[Int(arc)], flow.rateGbps)
            }
        }
        let loads = FlowAllocation(outcome.flows, in: outcome.network).loadGbps
        for flow in outcome.flows where flow.rateGbps < flow.demand.gbps * (1 - 1e-9) {
            let arc = Int(try #require(flow.bottleneck))
            #expect(loads[arc] >= outcome.network.capacityGbps[arc] * (1 - 1e-9))
            #expect(flow.rateGbps >= greatest[arc] * (1 - 1e-9))
        }
    }

    @Test func `a thousand samples of a hundred pairs are the same for any threads`() async throws {
        let line = "samples: 1000"
        let experiment = try experiment("resilience.yaml", line, line)
        let folder = try TemporaryFolder()
        for threads in [1, 2] {
            let results = try ResultFolder(at: folder.path("out\(threads)"), force: false)
            try await ResilienceRun.run(
                experiment, into: results, control: RunControl(threads: threads))
            try experiment.finish(results, program: "test")
        }
        for name in ["resilience.csv", "resilience_distribution.csv", "resilience_samples.csv"] {
            let one = try InputFile.bytes(of: folder.path("out1/\(name)"))
            #expect(try InputFile.bytes(of: folder.path("out2/\(name)")) == one)
        }
        #expect(try CSVTable(contentsOf: folder.path("out1/resilience.csv")).rowCount == 100)
    }
}
