import Foundation
import LaserMesh
import Orbits
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// What the repository ships is read by what it ships.
@Suite struct DatasetTests {
    private static let datasets = SharedData.checkout.appending(path: "Datasets")

    /// The number of satellites of each preset, after the filings.
    static let sizes = [
        "starlink-gen1": 4_408, "starlink-gen2-granted": 10_080, "starlink-gen2-filed": 29_988,
        "starlink-2016": 4_425, "starlink-2018": 4_409, "kuiper": 3_236, "telesat": 1_671,
        "oneweb": 588, "iridium": 66,
        "orbital-data-centres-2026": 998_460, "hypatia-starlink-s1": 1_584,
        "hypatia-kuiper-k1": 1_156, "hypatia-telesat-t1": 351, "handley-24x66": 1_584,
        "handley-32x50": 1_600,
    ]

    private func scenario(_ constellation: String) throws -> Scenario {
        try Scenario(
            text: "constellation: \(constellation)",
            file: Self.datasets.appending(path: "scenarios/test.yaml").path)
    }

    @Test func `every preset is known to this test`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Self.datasets.appending(path: "constellations").path)
        let presets = files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        #expect(Set(presets) == Set(Self.sizes.keys))
    }

    @Test(arguments: sizes.keys.sorted())
    func `every preset has the satellites of its filing`(preset: String) throws {
        let path = "../constellations/\(preset).yaml"
        if preset.hasPrefix("orbital") {
            // A million element sets take a while; their number does not.
            let text = try String(
                contentsOf: Self.datasets.appending(path: "constellations/\(preset).yaml"),
                encoding: .utf8)
            let map = try ScenarioText(file: path, text: text).top().mapping(
                ["name", "description", "source", "notes", "shells"])
            let shells = try ShellKeys.list(map.required("shells", expected: "shells"))
            let count = shells.map { $0.shell(gravity: .wgs72).satelliteCount }.reduce(0, +)
            #expect(count == Self.sizes[preset])
            return
        }
        let experiment = try Experiment(scenario("{ preset: \(path) }"))
        #expect(experiment.constellation.count == Self.sizes[preset])
        #expect(Set(experiment.satelliteNames).count == Self.sizes[preset])
        let (mesh, rejected) = experiment.mesh(atSeconds: 0)
        #expect(rejected.isEmpty)
        // Each satellite keeps a link at least; of a regular shell in range, four.
        let degrees = (0..<mesh.satelliteCount).map { mesh.degree(of: NodeID($0)) }
        #expect(degrees.allSatisfy { (1...4).contains($0) })
        for shell in experiment.shells {
            let a = pow(
                GravityModel.wgs72.muKm3PerS2 / pow(shell.meanMotionRadPerMin / 60, 2), 1.0 / 3)
            #expect((300...2_000).contains(a - GravityModel.wgs72.earthRadiusKm))
        }
    }

    @Test func `a preset is found by its name, and some of its shells are chosen`() throws {
        let two = try Experiment(scenario("{ preset: kuiper, only: [K3, K1] }"))
        #expect(two.shells.map(\.name) == ["K3", "K1"])
        #expect(two.satelliteNames.first == "K3-0-0")
        #expect(two.constellation.count == 28 * 28 + 34 * 34)
        for (wrong, words) in [
            ("{ preset: kuipre }", "did you mean 'kuiper'?"),
            ("{ preset: kuiper, only: [K9] }", "found the shell 'K9', expected one of K1, K2, K3"),
        ] {
            #expect {
                try Experiment(scenario(wrong))
            } throws: { error in
                (error as? any ReportableError)?.message.contains(words) == true
            }
        }
    }

    @Test(arguments: [
        "london-new-york", "manila-dalian", "handley-disjoint", "handley-twenty-routes",
        "handley-bent-pipe",
    ])
    func `every scenario opens`(name: String) throws {
        let path = Self.datasets.appending(path: "scenarios/\(name).yaml").path
        let experiment = try Experiment(Scenario(contentsOf: path))
        #expect(try experiment.pairs().count == 1)
        #expect(experiment.scenario.name == name)
    }

    /// Handley, HotNets 2018: medians of the round-trip times over 1,600 satellites.
    @Test func `London to New York and to Johannesburg as Handley has them`() throws {
        let path = Self.datasets.appending(path: "scenarios/handley-north-atlantic.yaml").path
        let experiment = try Experiment(Scenario(contentsOf: path))
        let pairs = try experiment.pairs()
        var rtts: [[Double]] = [[], []]
        var query = AStar()
        for index in stride(from: 0, to: experiment.window.count, by: 9) {
            let (mesh, _) = experiment.mesh(atSeconds: experiment.window.seconds(at: index))
            for (place, pair) in pairs.enumerated() {
                let route = query.route(in: mesh, from: pair.source, to: pair.destination)
                rtts[place].append(route?.rttMs ?? .nan)
            }
        }
        for (place, published) in [50.5, 97].enumerated() {
            #expect(abs(rtts[place].sorted()[rtts[place].count / 2] - published) < 1)
        }
    }

    @Test func `the scenario over real satellites wants its element file`() throws {
        let path = Self.datasets.appending(path: "scenarios/starlink-today.yaml").path
        let scenario = try Scenario(contentsOf: path)
        guard case .listed(let pairs) = scenario.pairs else {
            Issue.record("no pairs")
            return
        }
        #expect(pairs.count == 20)
        let names = try Set(
            CSVTable(contentsOf: Self.datasets.appending(path: "cities/cities.csv").path)
                .strings("name"))
        #expect(pairs.allSatisfy { names.contains($0.source) && names.contains($0.destination) })
    }
}
