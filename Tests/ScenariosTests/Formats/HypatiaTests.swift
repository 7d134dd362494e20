import Foundation
import LaserMesh
import Orbits
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// The files of Hypatia's network state.
@Suite struct HypatiaTests {
    private struct Cases: Decodable {
        struct Case: Decodable {
            struct Row: Decodable {
                let node: Int
                let dst: Int
                let next_hop: Int
                let my_if: Int
                let next_if: Int
            }
            let name: String
            let num_satellites: Int
            let num_ground_stations: Int
            let edges_a_b_weight_m: [[Double]]
            let expected: [String: [Row]]
        }
        let cases: [Case]
    }

    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `the expectations of its own tests hold`() throws {
        let data = try Data(contentsOf: SharedData.url("hypatia/fstate_cases.json"))
        var checked = 0
        for one in try JSONDecoder().decode(Cases.self, from: data).cases {
            let links: [Link] = one.edges_a_b_weight_m.map { edge in
                let (a, b) = (Int(edge[0]), Int(edge[1]))
                let kind: LinkKind = b < one.num_satellites ? .laser : .radio
                return Link(NodeID(a), NodeID(b), kind: kind, lengthKm: edge[2] / 1_000)
            }
            let nodes = one.num_satellites + one.num_ground_stations
            for (algorithm, rows) in one.expected {
                let used =
                    algorithm == "only_gs_relays" ? links.filter { $0.kind == .radio } : links
                let interfaces = HypatiaInterfaces(
                    used.filter { $0.kind == .laser }
                        .map { LaserLink($0.a.index, $0.b.index) },
                    satelliteCount: one.num_satellites, hasInterfacePerStation: true)
                let mesh = Mesh(
                    satelliteCount: one.num_satellites,
                    nodeCount: nodes,
                    links: used)
                let state = ForwardingState(
                    of: mesh,
                    rules: RoutingRules(allowsGroundRelay: algorithm != "without_gs_relays"))
                for row in rows {
                    let next = state.nextHop(from: NodeID(row.node), to: NodeID(row.dst))
                    let hop = interfaces.hop(from: row.node, to: next.map { $0.index } ?? -1)
                    #expect(
                        hop
                            == HypatiaInterfaces.Hop(
                                next: row.next_hop, own: row.my_if, other: row.next_if),
                        "\(one.name), \(algorithm), from \(row.node) to \(row.dst)")
                    checked += 1
                }
            }
        }
        #expect(checked == 237)
    }

    private static let scenario = """
        epoch: 2026-08-23T00:00:00Z
        window: { duration_s: 4, step_s: 0.5 }
        constellation:
          shells:
            - name: S
              planes: 12
              slots: 11
              inclination_deg: 53
              altitude_km: 1200
              phasing: 5
              tle_precision: true
        ground: { stations: { file: cities.csv }, min_elevation_deg: 10, earth: wgs72 }
        lasers: { topology: plus-grid }
        """

    private static func lines(_ path: String) throws -> [[Int]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            line.split { $0 == "," || $0 == " " }.compactMap { Int($0) }
        }
    }

    private static func export(
        _ algorithm: HypatiaAlgorithm, threads: Int = 2, in folder: TemporaryFolder,
        _ name: String = "out"
    ) async throws -> Experiment {
        try folder.write(
            ExperimentTests.cities.replacing("\"Washington, D.C.\"", with: "Washington"),
            to: "cities.csv")
        let experiment = try Experiment(
            Scenario(text: scenario, file: folder.path("scenario.yaml")))
        let results = try ResultFolder(at: folder.path(name))
        try await HypatiaExport.run(
            experiment, algorithm: algorithm, into: results, control: RunControl(threads: threads))
        try experiment.finish(results, program: "test")
        return experiment
    }

    @Test(arguments: HypatiaAlgorithm.allCases)
    func `files and changes are those of the routes at each instant`(
        algorithm: HypatiaAlgorithm
    ) async throws {
        let folder = try TemporaryFolder()
        let plain = try await Self.export(algorithm, in: folder)
        let experiment = algorithm.adapted(plain)
        let satellites = experiment.constellation.count
        let nodes = satellites + experiment.stations.count
        let path = folder.path("out")
        let states = path + "/dynamic_state_500ms_for_4s"
        let lasers = try Self.lines(path + "/isls.txt")
        #expect(lasers.isEmpty == (algorithm == .freeOneOnlyGSRelays))
        #expect(try Self.lines(path + "/tles.txt")[0] == [12, 11])
        #expect(try Self.lines(path + "/gsl_interfaces_info.txt").count == nodes)
        // The interfaces of a satellite as a reader counts them.
        var interface: [[Int]: Int] = [:]
        var count = [Int](repeating: 0, count: nodes)
        for ends in lasers {
            for (a, b) in [(ends[0], ends[1]), (ends[1], ends[0])] {
                interface[[a, b]] = count[a]
                count[a] += 1
            }
        }
        func expected(_ a: Int, _ b: Int) -> Int? {
            if a >= satellites { return 0 }
            if b < satellites { return interface[[a, b]] }
            return count[a] + (algorithm == .pairedManyOnlyOverISLs ? b - satellites : 0)
        }
        var hops: [[Int]: Int] = [:]
        var emptyFiles = 0
        for index in 0..<8 {
            let rows = try Self.lines("\(states)/fstate_\(index * 500_000_000).txt")
            if rows.isEmpty { emptyFiles += 1 }
            #expect(index > 0 || rows.count == nodes * 5 - 5)
            for row in rows {
                hops[[row[0], row[1]]] = row[2]
                guard row[2] >= 0 else {
                    #expect(row.suffix(3) == [-1, -1, -1])
                    continue
                }
                #expect(row[3] == expected(row[0], row[2]))
                #expect(row[4] == expected(row[2], row[0]))
            }
            let mesh = experiment.mesh(atSeconds: Double(index) / 2).mesh
            var single = AStar(rules: experiment.scenario.routing)
            for source in 0..<nodes {
                for station in satellites..<nodes where station != source {
                    let route = single.route(in: mesh, from: NodeID(source), to: NodeID(station))
                    #expect(hops[[source, station]] == route?.nodes[1].index ?? -1)
                }
            }
            #expect(
                FileManager.default.fileExists(
                    atPath: "\(states)/gsl_if_bandwidth_\(index * 500_000_000).txt"))
        }
        #expect(emptyFiles > 0)
    }

    @Test func `the same bytes with any number of threads`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Self.export(.pairedManyOnlyOverISLs, threads: 1, in: folder, "one")
        _ = try await Self.export(.pairedManyOnlyOverISLs, threads: 3, in: folder, "three")
        // The manifest holds the hash of every file.
        #expect(
            try String(contentsOfFile: folder.path("one/manifest.json"), encoding: .utf8)
                == String(contentsOfFile: folder.path("three/manifest.json"), encoding: .utf8))
    }

    @Test func `stations of one satellite share its bandwidth`() {
        let interfaces = HypatiaInterfaces([], satelliteCount: 3, hasInterfacePerStation: true)
        var states = HypatiaStates(interfaces, satelliteCount: 3, stationCount: 3)
        func text(_ bytes: [UInt8]) -> [String] {
            String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        }
        let first = text(states.pairedBandwidths([1, 1, 2]))
        #expect(first.count == 12)
        #expect(
            first.filter { $0.hasSuffix(",0.500000") }
                == ["1,0,0.500000", "1,1,0.500000", "3,0,0.500000", "4,0,0.500000"])
        #expect(text(states.pairedBandwidths([1, 1, 2])).isEmpty)
        #expect(
            text(states.pairedBandwidths([1, 0, -1]))
                == ["1,0,1.000000", "1,1,1.000000", "3,0,1.000000", "4,0,1.000000"])
        #expect(text(states.pairedBandwidths([1, 1, 1])).contains("1,2,0.333333"))
    }

    @Test func `what was written is read back, and written again`() async throws {
        let folder = try TemporaryFolder()
        _ = try await Self.export(.freeOneOnlyOverISLs, in: folder)
        let back = try ResultFolder(at: folder.path("back"))
        try HypatiaDirectory(path: folder.path("out")).write(into: back)
        try back.finish(Manifest(program: "test"))
        let experiment = try Experiment(Scenario(contentsOf: folder.path("back/scenario.yaml")))
        #expect(experiment.window.count == 8)
        let again = try ResultFolder(at: folder.path("again"))
        // The first one has a least elevation, and Hypatia's form a greatest range.
        try await HypatiaExport.run(experiment, algorithm: .freeOneOnlyOverISLs, into: again)
        try again.finish(Manifest(program: "test"))
        for file in ["isls.txt", "ground_stations.txt", "gsl_interfaces_info.txt"] {
            #expect(
                try String(contentsOfFile: folder.path("out/" + file), encoding: .utf8)
                    == String(contentsOfFile: folder.path("again/" + file), encoding: .utf8))
        }
        let table = try CSVTable(
            bytes: InputFile.bytes(of: folder.path("back/next_hops.csv")), file: "next_hops.csv")
        #expect(try table.doubles("time_s").filter { $0 == 0 }.count == 137 * 5 - 5)
    }

    @Test(arguments: [
        ("tles.txt", "12 11\n", "lines"), ("isls.txt", "4 2\n", "line 1"),
        ("ground_stations.txt", "0,A,1,2\n", "line 1"),
        ("description.txt", "max_gsl_length_m=x\n", "max_gsl_length_m"),
        ("dynamic_state_500ms_for_4s/fstate_0.txt", "1,2,3\n", "line 1"),
    ])
    func `a file that is not of the form is named`(
        file: String, text: String, expected: String
    ) async throws {
        let folder = try TemporaryFolder()
        _ = try await Self.export(.freeOneOnlyOverISLs, in: folder)
        try text.write(toFile: folder.path("out/" + file), atomically: true, encoding: .utf8)
        let error = #expect(throws: ExchangeError.self) {
            let back = try ResultFolder(at: folder.path("back"))
            defer { back.discard() }
            try HypatiaDirectory(path: folder.path("out")).write(into: back)
        }
        #expect(error?.message.contains(expected) == true)
        #expect(!FileManager.default.fileExists(atPath: folder.path("back")))
    }

    @Test(arguments: [
        ("topology: plus-grid", "topology: nearest", "change in time"),
        ("step_s: 0.5", "step_s: 0.0005", "whole milliseconds"),
        ("duration_s: 4", "start_s: 2, duration_s: 4", "from 0 s"),
        ("duration_s: 4", "duration_s: 4.5", "whole seconds"),
        ("name: S", "name: S", "without a comma"),
    ])
    func `a scenario that the files cannot hold is refused`(
        old: String, new: String, expected: String
    ) async throws {
        let folder = try TemporaryFolder()
        try folder.write(
            expected.contains("comma")
                ? ExperimentTests.cities
                : ExperimentTests.cities.replacing("\"Washington, D.C.\"", with: "Washington"),
            to: "cities.csv")
        let experiment = try Experiment(
            Scenario(
                text: Self.scenario.replacing(old, with: new), file: folder.path("scenario.yaml")))
        let results = try ResultFolder(at: folder.path("out"))
        let error = await #expect(throws: ExchangeError.self) {
            try await HypatiaExport.run(
                experiment, algorithm: .freeOneOnlyOverISLs, into: results)
        }
        #expect(error?.message.contains(expected) == true)
        results.discard()
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }
}
