import Foundation
import LaserMesh
import Orbits
import Results
import TestSupport
import Testing

@testable import Scenarios

/// The topology `dynamic` from a scenario.
@Suite struct DynamicScenarioTests {
    static func text(_ lasers: String = ", matching: greedy", more: String = "") -> String {
        """
        window: { duration_s: 300, step_s: 30 }
        constellation:
          shells:
            - { name: S, planes: 5, slots: 8, inclination_deg: 70, altitude_km: 1200, phasing: 1 }
        lasers: { topology: dynamic, decision_s: 30\(lasers) }
        ground:
          stations:
            - { name: London, latitude_deg: 51.5, longitude_deg: -0.1 }
            - { name: Tokyo, latitude_deg: 35.7, longitude_deg: 139.7 }
            - { name: Cairo, latitude_deg: 30, longitude_deg: 31.2 }
          min_elevation_deg: 10
        \(more)
        """
    }

    static func experiment(
        _ lasers: String = ", matching: greedy", more: String = ""
    ) throws -> Experiment {
        try Experiment(Scenario(text: text(lasers, more: more), file: "s.yaml"))
    }

    private func timetable(_ experiment: Experiment) throws -> LinkTimetable {
        try #require(experiment.builder.topology as? LinkTimetable)
    }

    @Test func `keys have defaults and are read`() throws {
        let plain = try Scenario(text: "constellation: { preset: iridium }", file: "s").lasers
        #expect(plain.matching == MatchingRules() && plain.planning.decisionStepS == 1)
        let lasers = try Scenario(
            text: Self.text(
                ", horizon_s: 900, demand_weight: 0.5, switch_gain_s: 0, matching: greedy"),
            file: "s"
        ).lasers
        #expect(
            lasers.matching
                == MatchingRules(
                    horizonS: 900, demandShare: 0.5, switchGainS: 0, matching: .greedy))
        #expect(lasers.planning.decisionStepS == 30)
        let short = Self.text().replacing(", decision_s: 30", with: "")
        #expect(try Scenario(text: short, file: "s").lasers.planning.decisionStepS == 15)
    }

    @Test(arguments: [
        (", horizon_s: 0", "lasers.horizon_s: found '0', expected seconds above 0"),
        (", matching: best", "lasers.matching: found 'best', expected one of exact, greedy"),
        (", switch_gain_s: -1", "lasers.switch_gain_s: found '-1', expected seconds from 0"),
        (", demand_weight: x", "lasers.demand_weight: found 'x'"),
        (", shell_terminals: 1", "expected 0 beside 'topology: dynamic'"),
        (", horizon: 3", "unknown key 'horizon'; did you mean 'horizon_s'?"),
    ])
    func `a mistake gives one sentence`(keys: String, sentence: String) {
        #expect {
            try Scenario(text: Self.text(keys), file: "s.yaml")
        } throws: { error in
            ((error as? ScenarioError)?.message ?? "\(error)").contains(sentence)
        }
    }

    @Test(arguments: ["horizon_s: 3", "matching: exact", "switch_gain_s: 1", "demand_weight: 1"])
    func `its keys stand beside it only`(key: String) {
        #expect {
            try Scenario(
                text: "constellation: { preset: iridium }\nlasers: { \(key) }", file: "s.yaml")
        } throws: { error in
            ((error as? ScenarioError)?.message ?? "").contains(
                "expected this key beside 'topology: dynamic' only")
        }
    }

    @Test func `satellites have as many links as terminals`() throws {
        for terminals in [0, 1, 3] {
            let experiment = try Self.experiment(", terminals: \(terminals), matching: greedy")
            for seconds in [0.0, 150, 299] {
                let (mesh, _) = experiment.mesh(atSeconds: seconds)
                let lasers = mesh.links.filter { $0.kind == .laser }
                var degree = [Int](repeating: 0, count: 40)
                for link in lasers {
                    degree[link.a.index] += 1
                    degree[link.b.index] += 1
                }
                #expect((degree.max() ?? 0) == terminals)
                #expect(lasers.count >= 15 * terminals)
            }
        }
    }

    @Test func `acquisition, fields and outages act on it`() throws {
        let slow = try timetable(
            Self.experiment(", acquisition_s: 12, terminals: 2, switch_gain_s: 0, matching: greedy")
        )
        let late = slow.upS.filter { $0 > -.infinity }
        #expect(
            !late.isEmpty && late.allSatisfy { ($0 - 12).truncatingRemainder(dividingBy: 30) == 0 })
        let blind = try Self.experiment(", fields_of_regard: [{ elevation_deg: [10, 5] }]")
        #expect(try timetable(blind).links.isEmpty && blind.notes.count == 1)
        let failing = try Self.experiment(
            more: "failures: { link_mtbf_h: 0.1, link_mttr_h: 0.1 }")
        #expect(!failing.builder.outages.isEmpty)
    }

    @Test func `lasers follow the traffic where there is some, else the pairs`() throws {
        func lasers(_ more: String) throws -> [LaserLink] {
            try timetable(
                Self.experiment(", demand_weight: 10, terminals: 2, matching: greedy", more: more)
            ).links
        }
        let all = try lasers("")
        let one = try lasers("pairs: [[London, Tokyo]]")
        let same = try lasers("pairs: [[Tokyo, London]]")
        #expect(all != one && one == same)
        let folder = try TemporaryFolder()
        try folder.write("source,destination,gbps\nTokyo,London,7\n", to: "t.csv")
        let traffic = try Experiment(
            Scenario(
                text: Self.text(
                    ", demand_weight: 10, terminals: 2, matching: greedy",
                    more: "traffic: { file: t.csv }"),
                file: folder.path("s.yaml")))
        #expect(try timetable(traffic).links == one)
    }

    /// Contacts and exact intervals know the timetable, and the number of threads changes nothing.
    @Test func `runs are the same for one and two threads`() async throws {
        let experiment = try Self.experiment(
            ", acquisition_s: 12, matching: greedy", more: "routing: { intervals: exact }")
        var tables: [[String]] = []
        for threads in [1, 2] {
            let folder = try TemporaryFolder()
            var texts: [String] = []
            let contacts = try ResultFolder(at: folder.path("c"))
            try await ContactRun.run(
                experiment, into: contacts, control: RunControl(threads: threads))
            try contacts.finish(Manifest(program: "test"))
            let routes = try ResultFolder(at: folder.path("r"))
            try await RouteRun.run(experiment, into: routes, control: RunControl(threads: threads))
            try routes.finish(Manifest(program: "test"))
            for file in ["c/contacts.csv", "r/latency.csv", "r/intervals.csv"] {
                texts.append(try String(contentsOfFile: folder.path(file), encoding: .utf8))
            }
            tables.append(texts)
        }
        #expect(tables[0] == tables[1])
        #expect(tables[0][0].contains(",topology"))
    }
}
