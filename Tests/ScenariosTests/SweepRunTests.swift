import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

@Suite struct SweepRunTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// All files of a merge.
    private func merged(_ plan: SweepPlan, _ name: String, partial: Bool = false) throws
        -> [String: Data]
    {
        let path = folder.path(name)
        try SweepMerge.run(
            plan, from: SweepFolder(path), into: path + "/merged", program: "test",
            isPartial: partial)
        var files: [String: Data] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: path + "/merged") {
            files[file] = try Data(contentsOf: URL(filePath: "\(path)/merged/\(file)"))
        }
        return files
    }

    private func string(_ files: [String: Data], _ name: String) throws -> String {
        String(decoding: try #require(files[name]), as: UTF8.self)
    }

    /// The rows of a run are those of `helio-route` and `helio-flow` for the same scenario.
    @Test func `a run's tables are those of the scenario alone`() async throws {
        let plan = try SweepSamples.plan(
            """
            axes:
              - { key: window.duration_s, values: [400] }
              - { key: window.step_s, values: [8] }
              - { key: flows.objective, values: [max-flow] }
            keep: [latency, intervals, routes, summary, flows, flow_summary]
            """, in: folder)
        let run = plan.runs[0]
        let scenario = try Scenario(
            text: plan.scenarioText(of: run), file: plan.sweep.baseFile)
        for name in ["routes", "flows"] {
            let results = try ResultFolder(at: folder.path(name))
            if name == "flows" {
                try await FlowRun.run(Experiment(scenario), into: results)
            } else {
                try await RouteRun.run(Experiment(scenario), into: results)
            }
            try results.finish(Manifest(program: "test"))
        }
        try await SweepSamples.run(plan, into: folder.path("out"))
        let tables = try SweepFolder(folder.path("out")).tables(of: run)
        #expect(tables.count == SweepTable.allCases.count)
        for table in SweepTable.allCases {
            let path = (table.isOfFlows ? "flows/" : "routes/") + table.rawValue + ".csv"
            let alone = try Data(contentsOf: folder.url.appending(path: path))
            #expect(tables[table].map { Data($0) } == alone, "\(table)")
            #expect(alone.count { $0 == UInt8(ascii: "\n") } > 3)
        }
    }

    @Test func `the merged bytes depend on nothing but the sweep`() async throws {
        let plan = try SweepSamples.plan(
            SweepSamples.axes + "\nreplicates: 2\nkeep: [latency, summary]", in: folder)
        try await SweepSamples.run(plan, into: folder.path("whole"), threads: 1)
        for shard in SweepShard.all(4).reversed() {
            try await SweepSamples.run(plan, into: folder.path("parts"), shard: shard, threads: 2)
        }
        let whole = try merged(plan, "whole")
        #expect(try merged(plan, "parts") == whole)
        #expect(
            Set(whole.keys) == [
                "merged_summary.csv", "merged_latency.csv", "failures.csv", "statistics.csv",
                "sweep.yaml", "scenario.yaml", "manifest.json",
            ])
        let summary = try string(whole, "merged_summary.csv").split(separator: "\n")
        #expect(
            summary[0].hasPrefix(
                "run,replicate,ground.min_elevation_deg,window.start_s,source,destination,"))
        #expect(summary.count == 1 + 12 * 3)
        #expect(summary[1].hasPrefix("0,0,5,0,A,B,") && summary[36].hasPrefix("11,1,15,300,B,"))
        #expect(summary[2].hasPrefix("0,0,5,0,A,\"C, the third\","))
        let statistics = try CSVTable(
            bytes: Array(try #require(whole["statistics.csv"])), file: "s")
        #expect(statistics.rowCount == 6 * SweepStatistics.quantities(of: .summary).count)
        #expect(try statistics.ints("count")[0] == 6)
    }

    @Test func `flows have statistics of their own`() async throws {
        let plan = try SweepSamples.plan(
            """
            axes:
              - { key: flows.objective, values: [max-flow] }
              - { key: capacity.radio_gbps, values: [10, 20] }
            keep: flow_summary
            """, in: folder)
        try await SweepSamples.run(plan, into: folder.path("out"))
        let files = try merged(plan, "out")
        let statistics = try CSVTable(
            bytes: Array(try #require(files["flow_statistics.csv"])), file: "s")
        let quantities = SweepStatistics.quantities(of: .flowSummary)
        #expect(statistics.rowCount == 2 * quantities.count)
        #expect(try statistics.strings("quantity") == quantities + quantities)
        let means = try statistics.doubles("mean", allowing: .nan)
        let value = try #require(quantities.firstIndex(of: "value"))
        // Twice the radio links carry twice as much, where the lasers do not stand in the way.
        #expect(means[value] > 0 && means[value + quantities.count] == 2 * means[value])
        #expect(files["statistics.csv"] == nil && files["merged_flow_summary.csv"] != nil)
    }

    /// Two live processes, or two threads of one, on the same folder and the same runs.
    @Test func `two at the same work do not disturb each other`() async throws {
        let plan = try SweepSamples.plan(in: folder)
        let runner = SweepRunner(plan, folder: SweepFolder(folder.path("both")))
        let runs = try runner.missing()
        async let first = runner.run(runs, threads: 2)
        async let second = runner.run(runs.reversed(), threads: 2)
        #expect(try await first + second == 0)
        try await SweepSamples.run(plan, into: folder.path("one"))
        #expect(try merged(plan, "both") == merged(plan, "one"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("both/runs"))
        #expect(Set(names) == Set(plan.runs.map { $0.hash + ".csv" }))
    }

    @Test func `a run that fails is recorded and stops no other`() async throws {
        let text = SweepSamples.axes.replacing("[5, 10, 15]", with: "[5, 91, 15]")
        let plan = try SweepSamples.plan(text, in: folder)
        let out = folder.path("out")
        let first = try await SweepSamples.run(plan, into: out)
        #expect(first == (6, 2))
        #expect(try await SweepSamples.run(plan, into: out) == (0, 0))
        #expect(try await SweepSamples.run(plan, into: out, retryingFailed: true) == (2, 2))
        let counts = SweepFolder(out).counts(of: plan.runs)
        #expect(counts.done == 4 && counts.failed == 2 && counts.missing == 0)
        let files = try merged(plan, "out")
        let failures = try CSVTable(bytes: Array(try #require(files["failures.csv"])), file: "f")
        #expect(try failures.ints("run") == [2, 3])
        let message = try failures.strings("message")[0]
        #expect(message.contains("base.yaml: ground.min_elevation_deg: found '91'"))
        #expect(try string(files, "merged_summary.csv").split(separator: "\n").count == 1 + 4 * 3)
    }

    @Test func `a failure is forgotten when its cause is gone`() async throws {
        let plan = try SweepSamples.plan(in: folder)
        let out = folder.path("out")
        let run = plan.runs[1]
        let target = SweepFolder(out)
        try target.prepare()
        try target.fail(run, "once")
        #expect(target.failure(of: run) == "once")
        #expect(try await SweepSamples.run(plan, into: out) == (5, 0))
        #expect(try await SweepSamples.run(plan, into: out, retryingFailed: true) == (1, 0))
        #expect(target.failure(of: run) == nil && target.counts(of: plan.runs).done == 6)
    }

    @Test func `a changed axis runs only what is new`() async throws {
        let out = folder.path("out")
        #expect(try await SweepSamples.run(SweepSamples.plan(in: folder), into: out) == (6, 0))
        let text = SweepSamples.axes.replacing("[5, 10, 15]", with: "[10, 20, 5]")
        let changed = try SweepSamples.plan(text, in: folder)
        #expect(try await SweepSamples.run(changed, into: out) == (2, 0))
        try await SweepSamples.run(changed, into: folder.path("fresh"))
        #expect(try merged(changed, "out") == merged(changed, "fresh"))
    }

    @Test func `merging refuses missing runs unless told otherwise`() async throws {
        let plan = try SweepSamples.plan(in: folder)
        let shard = try #require(SweepShard(text: "2/3"))
        #expect(try await SweepSamples.run(plan, into: folder.path("out"), shard: shard) == (2, 0))
        let error = #expect(throws: SweepError.self) { try merged(plan, "out") }
        #expect(error?.message.hasPrefix("4 of 6 runs are missing in ") == true)
        #expect(error?.exitStatus == .badData)
        #expect(!FileManager.default.fileExists(atPath: folder.path("out/merged")))
        let part = try CSVTable(
            bytes: Array(
                try #require(merged(plan, "out", partial: true)["merged_summary.csv"])), file: "m")
        #expect(try Set(part.ints("run")) == [1, 4])
    }

    @Test func `a damaged run is seen, a shortened one is done again`() async throws {
        let plan = try SweepSamples.plan(in: folder)
        let out = folder.path("out")
        try await SweepSamples.run(plan, into: out)
        let whole = try merged(plan, "out")
        let files = plan.runs.map { URL(filePath: "\(out)/runs/\($0.hash).csv") }
        var bytes = try Data(contentsOf: files[0])
        try bytes.dropLast(20).write(to: files[0])
        try Data().write(to: files[1])
        #expect(try await SweepSamples.run(plan, into: out) == (2, 0))
        #expect(try merged(plan, "out") == whole)
        bytes[bytes.count - 3] ^= 1
        try bytes.write(to: files[0])
        #expect(throws: SweepError.damagedRun(path: files[0].path)) { try merged(plan, "out") }
    }

    @Test func `temporary files of the dead are removed`() async throws {
        let plan = try SweepSamples.plan(in: folder)
        let target = SweepFolder(folder.path("out"))
        try target.prepare()
        try folder.write("half", to: "out/runs/x.csv.abc.partial")
        try await SweepSamples.run(plan, into: target.path)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("out/runs"))
        #expect(names.count == 6 && names.allSatisfy { $0.hasSuffix(".csv") })
    }

    @Test func `a folder that cannot be is one sentence`() async throws {
        let plan = try SweepSamples.plan(in: folder)
        let path = try folder.write("", to: "file")
        #expect(throws: ResultError.inTheWay(path: path)) {
            try SweepRunner(plan, folder: SweepFolder(path)).missing()
        }
        #expect(throws: ResultError.self) {
            try SweepRunner(plan, folder: SweepFolder("/proc/none")).missing()
        }
    }
}
