import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

@Suite struct SweepPlanTests {
    @Test func `the product goes through the last axis fastest`() throws {
        let plan = try SweepSamples.plan(in: TemporaryFolder())
        #expect(SweepSamples.values(plan) == ["5,0", "5,300", "10,0", "10,300", "15,0", "15,300"])
        #expect(plan.runs.map(\.number) == Array(0..<6))
        #expect(Set(plan.runs.map(\.hash)).count == 6)
    }

    @Test func `keys that are zipped move together`() throws {
        let plan = try SweepSamples.plan(
            """
            axes:
              - zip:
                  - { key: lasers.terminals, values: [2, 3] }
                  - { key: lasers.topology, values: [ring, plus-grid] }
              - { key: routing.hop_delay_us, values: [0, 5] }
            """, in: TemporaryFolder())
        #expect(
            SweepSamples.values(plan) == ["2,ring,0", "2,ring,5", "3,plus-grid,0", "3,plus-grid,5"])
    }

    @Test(arguments: [
        ("lasers.terminals <= 3", [2, 3]), ("3 < lasers.terminals", [4, 5]),
        ("lasers.terminals == 4.0", [4]), ("lasers.terminals != 4", [2, 3, 5]),
        ("lasers.terminals>=5", [5]), ("lasers.terminals > 4", [5]),
        ("lasers.topology == ring", [2, 3]), ("lasers.topology != 'ring'", [4, 5]),
        ("ground.min_elevation_deg < lasers.terminals", [4, 5]),
    ])
    func `conditions drop combinations`(condition: String, terminals: [Int]) throws {
        let plan = try SweepSamples.plan(
            """
            axes:
              - zip:
                  - { key: lasers.terminals, range: { from: 2, to: 5, step: 1 } }
                  - { key: lasers.topology, values: [ring, ring, plus-grid, plus-grid] }
              - { key: ground.min_elevation_deg, values: [3] }
            where: "\(condition)"
            """, in: TemporaryFolder())
        #expect(plan.runs.map { plan.values(of: $0)[0] } == terminals.map(\.description))
        #expect(plan.runs.map(\.number) == Array(terminals.indices))
    }

    @Test func `ranges are decimal and keep both ends`() throws {
        let plan = try SweepSamples.plan(
            """
            axes:
              - { key: window.step_s, range: { from: 0.1, to: 0.5, step: 0.1 } }
            """, in: TemporaryFolder())
        #expect(SweepSamples.values(plan) == ["0.1", "0.2", "0.3", "0.4", "0.5"])
        let down = try SweepSamples.plan(
            "axes: [{ key: window.start_s, range: { from: 5, to: -2, step: -3 } }]",
            in: TemporaryFolder())
        #expect(SweepSamples.values(down) == ["5", "2", "-1"])
        let logs = try SweepSamples.plan(
            "axes: [{ key: window.step_s, log_range: { from: 0.01, to: 100, count: 5 } }]",
            in: TemporaryFolder())
        #expect(SweepSamples.values(logs) == ["0.01", "0.1", "1", "10", "100"])
    }

    @Test func `samples are those of their seed, key and replicate`() throws {
        func values(_ text: String, _ index: Int = 0) throws -> [Double] {
            let plan = try SweepSamples.plan(text, in: TemporaryFolder())
            return try plan.runs.map { try #require(Double(plan.values(of: $0)[index])) }
        }
        let start = "- { key: window.start_s, sample: { uniform: [-10, 50], count: 4 } }"
        let step = "- { key: window.step_s, sample: { log_uniform: [0.01, 1], count: 3 } }"
        let alone = try values("axes: [\(start.dropFirst(2))]\nseed: 5")
        #expect(Set(alone).count == 4 && alone.allSatisfy { (-10...50).contains($0) })
        #expect(try values("axes: [\(start.dropFirst(2))]\nseed: 5") == alone)
        #expect(try values("axes: [\(start.dropFirst(2))]\nseed: 6") != alone)
        // Another axis, and a longer sample, leave the numbers as they are.
        let both = try values("axes:\n  \(step)\n  \(start)\nseed: 5", 1)
        #expect(both == alone + alone + alone)
        let longer = start.replacing("count: 4", with: "count: 6")
        #expect(try values("axes: [\(longer.dropFirst(2))]\nseed: 5").prefix(4) == alone[...])
        // Replicates draw anew, the first one as without replicates.
        let twice = try values("axes: [\(start.dropFirst(2))]\nseed: 5\nreplicates: 2")
        #expect(twice.prefix(4) == alone[...] && Set(twice).count == 8)
        let steps = try values("axes: [\(step.dropFirst(2))]\nseed: 5")
        #expect(steps.allSatisfy { (0.01...1).contains($0) })
        let own = start.replacing("count: 4", with: "count: 4, seed: 9")
        #expect(
            try values("axes: [\(own.dropFirst(2))]\nseed: 5")
                == values("axes: [\(own.dropFirst(2))]\nseed: 6"))
    }

    /// Many values of a log-uniform sample: as many below the middle of the logarithms as above.
    @Test func `a sample is spread as it says`() throws {
        let key = try #require(SweepKey("a.b"))
        func share(_ distribution: SweepSample.Distribution) throws -> Double {
            let sample = SweepSample(
                distribution: distribution, lower: 1, upper: 100, count: 4_000, seed: 1, key: key)
            let values = try sample.values(replicate: 0).compactMap { $0.text.flatMap(Double.init) }
            return Double(values.count { $0 < 10 }) / 4_000
        }
        #expect(abs(try share(.logUniform) - 0.5) < 0.03)
        #expect(abs(try share(.uniform) - 1 / 11.0) < 0.02)
    }

    @Test func `a run's scenario is the base with its values`() throws {
        let folder = try TemporaryFolder()
        let plan = try SweepSamples.plan(
            """
            axes:
              - { key: "constellation.shells[0].altitude_km", values: [900] }
              - { key: lasers.max_range_km, values: [4000] }
              - { key: pairs, values: [[[A, B]], [["C, the third", A]]] }
            """, in: folder)
        let text = plan.scenarioText(of: plan.runs[1])
        let scenario = try Scenario(text: text, file: plan.sweep.baseFile)
        guard case .listed(let pairs) = scenario.pairs,
            case .shells(let shells) = scenario.constellation.source
        else {
            Issue.record("another scenario: \(text)")
            return
        }
        #expect(pairs.map(\.source) == ["C, the third"] && scenario.lasers.maxRangeKm == 4_000)
        let base = try Scenario(
            text: SweepSamples.base.replacing("1200", with: "900"), file: "base.yaml")
        guard case .shells(let expected) = base.constellation.source else { return }
        #expect(shells[0].shell(gravity: .wgs72) == expected[0].shell(gravity: .wgs72))
        #expect(scenario.window == base.window)
        #expect(plan.values(of: plan.runs[1])[2] == "[[\"C, the third\", A]]")
    }

    @Test(arguments: [
        "plain", "", " blank", "~", "null", "true", "-5", "1e-3", "a: b", "#x", "- x", "{a}",
        "tab\tline\nend\"quote\\", "é–𝛼", "2000-01-01T00:00:00Z", "'", "&a", "*a", "!t", "%", "@",
    ])
    func `canonical text reads back as the same tree`(text: String) throws {
        let tree = ScenarioTree.mapping([
            .init(key: "a", value: .list([.scalar(text), .list([]), .mapping([])])),
            .init(
                key: text.isEmpty ? "b" : "x\(text)",
                value: .mapping([.init(key: "c", value: .scalar(text))])),
        ])
        let read = try ScenarioTree(
            ScenarioText(file: "x", text: tree.canonicalText).top())
        #expect(read == tree)
        #expect(read.canonicalText == tree.canonicalText)
        // What a run is made of is what its text says.
        #expect(try ScenarioTree(YAMLValue(node: tree.node, file: "x", path: "")) == tree)
    }

    @Test func `the hash depends on values, inputs and kept tables, and on no comment`() throws {
        let folder = try TemporaryFolder()
        let hashes = try SweepSamples.plan(in: folder).runs.map(\.hash)
        let commented = try SweepSamples.plan(
            base: "# other words\n" + SweepSamples.base, in: folder)
        #expect(commented.runs.map(\.hash) == hashes)
        let kept = try SweepSamples.plan(SweepSamples.axes + "\nkeep: latency", in: folder)
        #expect(Set(kept.runs.map(\.hash)).isDisjoint(with: hashes))
        try folder.write(SweepSamples.places + "\nD,0,0", to: "places.csv")
        let sweep = try Sweep(contentsOf: folder.path("sweep.yaml"))
        #expect(Set(try SweepPlan(sweep).runs.map(\.hash)).isDisjoint(with: hashes))
    }

    @Test(arguments: [
        ("axis: []", "sweep.yaml:2: unknown key 'axis'; did you mean 'axes'?"),
        ("axes: [{ kee: a, values: [1] }]", "unknown key 'kee'; did you mean 'key'?"),
        ("axes: [{ values: [1] }]", "the key 'key' is missing"),
        ("axes: [{ key: lasers.terminals }]", "one of values, range, log_range, sample"),
        ("axes: [{ key: lasers.terminals, values: [] }]", "at least one value"),
        ("axes: [{ key: lasers.terminals, values: [1], range: {} }]", "only one of them"),
        ("axes: [{ key: 'a..b', values: [1] }]", "a path of keys"),
        (
            "axes: [{ key: lasers.terminls, values: [1] }]",
            "sweep.yaml:2: axes[0].key: unknown key 'lasers.terminls'; did you mean "
                + "'lasers.terminals'?"
        ),
        (
            "axes: [{ key: 'constellation.shells[1].planes', values: [1] }]",
            "axes[0].key: found 'constellation.shells[1].planes'"
        ),
        (
            "axes: [{ key: lasers.terminals, values: [1] }, { key: lasers.terminals, values: [2] }]",
            "a second time"
        ),
        (
            "axes: [{ zip: [{ key: lasers.terminals, values: [1] }, { key: window.step_s, values: [1, 2] }] }]",
            "found 2 values, expected 1 as 'lasers.terminals' has"
        ),
        (
            "axes: [{ key: window.step_s, range: { from: 1, to: 2, step: -1 } }]",
            "a step that leads"
        ),
        ("axes: [{ key: window.step_s, range: { from: 1, to: 2, step: 0 } }]", "a step that leads"),
        ("axes: [{ key: window.step_s, log_range: { from: 0, to: 2, count: 3 } }]", "above 0"),
        (
            "axes: [{ key: window.step_s, sample: { uniform: [2, 1], count: 3 } }]",
            "the lower one first"
        ),
        ("axes: [{ key: window.step_s, values: [1] }]\nwhere: window.stop_s < 2", "did you mean"),
        ("axes: [{ key: window.step_s, values: [1] }]\nwhere: 1 < 2", "the key of an axis"),
        ("axes: [{ key: window.step_s, values: [1] }]\nwhere: window.step_s", "a comparison"),
        (
            "axes: [{ key: window.step_s, values: [1] }]\nwhere: window.step_s < abc",
            "numbers on both"
        ),
        ("axes: [{ key: window.step_s, values: [1] }]\nwhere: window.step_s > 2", "no combination"),
        ("keep: [sumary]", "did you mean 'summary'?"),
        ("replicates: 0", "replicates, a whole number from 1"),
        ("seed: -1", "a seed"),
    ])
    func `mistakes are told with their place`(text: String, words: String) throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: ScenarioError.self) {
            try SweepSamples.plan(text, in: folder)
        }
        #expect(error?.message.contains(words) == true, "\(error?.message ?? "")")
    }

    @Test func `a base that is wrong or missing is told with its own place`() throws {
        let folder = try TemporaryFolder()
        let wrong = SweepSamples.base.replacing("window:", with: "windw:")
        let error = #expect(throws: ScenarioError.self) {
            try SweepSamples.plan(base: wrong, in: folder)
        }
        #expect(error?.message.contains("base.yaml:2: unknown key 'windw'") == true)
        let path = try folder.write("base: none.yaml", to: "other.yaml")
        #expect(throws: InputError.missing(path: folder.path("none.yaml"))) {
            try Sweep(contentsOf: path)
        }
        #expect(throws: ScenarioError.self) { try Sweep(text: "axes: []", file: "x.yaml") }
    }

    @Test func `shards are a partition, and equal runs stay together`() throws {
        let plan = try SweepSamples.plan(
            SweepSamples.axes.replacing("[5, 10, 15]", with: "[5, 10, 5, 15]")
                + "\nreplicates: 3", in: TemporaryFolder())
        #expect(plan.runs.count == 24 && plan.runs.map(\.replicate).max() == 2)
        var taken: [String: Int] = [:]
        for (index, shard) in SweepShard.all(5).enumerated() {
            for run in plan.runs where shard.contains(run) {
                #expect(taken[run.hash, default: index] == index)
                taken[run.hash] = index
            }
        }
        #expect(taken.count == 6)
        let parts = SweepShard.all(5).flatMap { plan.distinctRuns(of: $0) }
        #expect(Set(parts) == Set(plan.distinctRuns(of: .whole)) && parts.count == 6)
        #expect(SweepShard(text: "2/5") == SweepShard.all(5)[1])
        for wrong in ["0/5", "6/5", "1", "1/0", "a/b", "1/2/3", ""] {
            #expect(SweepShard(text: wrong) == nil)
        }
    }
}
