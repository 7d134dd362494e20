import Foundation
import Results
import TestSupport
import Testing

/// The tables of `helio-flow` and `helio-resilience`, as other programs read them.
@Suite struct FlowCommandTests {
    private func run(
        _ program: String, _ more: String, _ folder: TemporaryFolder
    ) throws -> Program.Outcome {
        let scenario = try folder.write(CommandLineTests.tiny + "\n" + more, to: "s.yaml")
        return try Program(program).run(
            ["--scenario", scenario, "--out", folder.path("out"), "--force"])
    }

    @Test(arguments: [
        "max-min-fair", "max-min-fair, routes: 3", "congestion-aware", "min-max-utilisation",
        "max-concurrent-flow",
    ])
    func `loads are the sums of the flows along their routes`(objective: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try run("helio-flow", "flows: { objective: \(objective) }", folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let flows = try CSVTable(contentsOf: folder.path("out/flows.csv"))
        #expect(
            flows.header
                == ["time_s", "source", "destination", "demand_gbps", "rate_gbps", "routes"])
        #expect(flows.rowCount == 4)
        let routes = try CSVTable(contentsOf: folder.path("out/flow_routes.csv"))
        #expect(try flows.ints("routes").reduce(0, +) == routes.rowCount)
        var loads: [String: Double] = [:]
        for ((time, rate), nodes) in zip(
            zip(try routes.strings("time_s"), try routes.doubles("rate_gbps")),
            try routes.strings("nodes"))
        {
            let names = nodes.split(separator: " ")
            for (a, b) in zip(names, names.dropFirst()) {
                loads["\(time) \(a) \(b)", default: 0] += rate
            }
        }
        let use = try CSVTable(contentsOf: folder.path("out/utilisation.csv"))
        #expect(use.header == ["time_s", "a", "b", "load_gbps", "capacity_gbps"])
        let times = try use.strings("time_s")
        let (a, b) = (try use.strings("a"), try use.strings("b"))
        let load = try use.doubles("load_gbps")
        let capacity = try use.doubles("capacity_gbps")
        for row in times.indices {
            let expected = loads["\(times[row]) \(a[row]) \(b[row])"] ?? 0
            #expect(abs(load[row] - expected) <= 1e-9)
            #expect(load[row] <= capacity[row] * (1 + 1e-9))
            let isLaser = a[row].hasPrefix("S1-") && b[row].hasPrefix("S1-")
            #expect(capacity[row] == (isLaser ? 100 : 20))
        }
        let rates = try flows.doubles("rate_gbps")
        #expect(abs(rates.reduce(0, +) - (try routes.doubles("rate_gbps").reduce(0, +))) < 1e-9)
        let summary = try CSVTable(contentsOf: folder.path("out/flow_summary.csv"))
        #expect(summary.rowCount == 2)
        let carried = try summary.doubles("carried_gbps")
        #expect(abs(carried[0] - rates[0] - rates[1]) < 1e-9)
    }

    @Test func `max-flow has its cuts`() throws {
        let folder = try TemporaryFolder()
        let outcome = try run("helio-flow", "flows: { objective: max-flow }", folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let flows = try CSVTable(contentsOf: folder.path("out/flows.csv"))
        let cuts = try CSVTable(contentsOf: folder.path("out/cuts.csv"))
        #expect(
            cuts.header == ["time_s", "source", "destination", "a", "b", "capacity_gbps"])
        #expect(
            try flows.doubles("rate_gbps").reduce(0, +)
                == cuts.doubles("capacity_gbps").reduce(0, +))
    }

    @Test func `traffic that is not there is asked for`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(
            CommandLineTests.tiny.replacing(/traffic:.*/, with: ""), to: "s.yaml")
        let outcome = try Program("helio-flow").run(
            ["--scenario", scenario, "--out", folder.path("out")])
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("the key 'traffic' is missing; expected"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    /// What does not fit is cut, and the table says which link or whose share did it.
    @Test(arguments: [("max-min-fair", "full-link"), ("min-max-utilisation", "shared-scale")])
    func `a demand that cannot be carried says why`(objective: String, reason: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try run(
            "helio-flow", "flows: { objective: \(objective) }\ncapacity: { radio_gbps: 0.25 }",
            folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let unmet = try CSVTable(contentsOf: folder.path("out/unmet.csv"))
        #expect(unmet.rowCount == 4)
        #expect(try unmet.strings("reason").allSatisfy { $0 == reason })
        let rates = try unmet.doubles("rate_gbps")
        #expect(rates.allSatisfy { $0 > 0 && $0 < 5 })
        #expect(try unmet.strings("a").allSatisfy { $0.isEmpty != (reason == "full-link") })
    }

    @Test func `resilience has a row a pair and a row a sample`() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(
            "helio-resilience", "resilience: { samples: 40, failed_satellites: 6, seed: 4 }",
            folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let pairs = try CSVTable(contentsOf: folder.path("out/resilience.csv"))
        #expect(pairs.rowCount == 2)
        #expect(try pairs.ints("samples") == [40, 40])
        let samples = try CSVTable(contentsOf: folder.path("out/resilience_samples.csv"))
        #expect(samples.rowCount == 80)
        #expect(try samples.ints("failed_satellites").allSatisfy { $0 == 6 })
        let reachable = try samples.ints("reachable")
        #expect(try pairs.ints("reachable")[0] == reachable.prefix(40).reduce(0, +))
        let distribution = try CSVTable(
            contentsOf: folder.path("out/resilience_distribution.csv"))
        let rtts = try distribution.doubles("rtt_ms").prefix(distribution.rowCount / 2)
        #expect(Array(rtts) == rtts.sorted())
        #expect(try pairs.doubles("min_rtt_ms")[0] == rtts[0])
    }
}
