import Foundation
import LaserMesh
import Orbits
import Results
import Routing
import Terrestrial
import TestSupport
import Testing

@testable import Scenarios

/// What sets of countries do to the nodes and the routes of a scenario.
@Suite struct JurisdictionTests {
    static let text = """
        epoch: 2026-08-23T00:00:00Z
        window: { duration_s: 240, step_s: 20 }
        constellation:
          shells:
            - { name: S1, planes: 24, slots: 22, inclination_deg: 53, altitude_km: 1100, phasing: 1 }
        ground:
          min_elevation_deg: 20
          stations:
            - { name: London, latitude_deg: 51.51, longitude_deg: -0.13 }
            - { name: New York, latitude_deg: 40.71, longitude_deg: -74.01 }
            - { name: Tokyo, latitude_deg: 35.68, longitude_deg: 139.69 }
            - { name: Frankfurt, latitude_deg: 50.11, longitude_deg: 8.68 }
            - { name: Berlin, latitude_deg: 52.52, longitude_deg: 13.4 }
            - { name: Beijing, latitude_deg: 39.9, longitude_deg: 116.4 }

        """

    static var borders: String {
        "\(SharedData.checkout.path)/Datasets/borders/countries-110m.geojson"
    }

    private static func experiment(_ jurisdiction: String, _ more: String = "") throws -> Experiment
    {
        let keys =
            jurisdiction.isEmpty ? "" : "jurisdiction: { borders: \(borders), \(jurisdiction) }"
        return try Experiment(Scenario(text: text + keys + "\n" + more, file: "law.yaml"))
    }

    private static func isOver(
        _ codes: [String], _ satellite: Int, _ mesh: Mesh, _ borders: Borders
    ) -> Bool {
        guard let positions = mesh.positions else { return false }
        let under = Ellipsoid.wgs84.geodetic(of: ITRFPosition(km: positions[satellite]))
        return borders.country(at: under).flatMap { borders.countries[$0].alpha2 }
            .map { codes.contains($0) } ?? false
    }

    @Test func `no satellite over a country has a link`() async throws {
        let free = try Self.experiment("")
        let barred = try Self.experiment("not_over: [CN, RUS, Kazakhstan]")
        let borders = try Borders(
            geoJSON: Array(Data(contentsOf: URL(filePath: Self.borders))), file: "b")
        var cut = 0
        for index in 0..<free.window.count {
            let seconds = free.window.seconds(at: index)
            let all = free.mesh(atSeconds: seconds).mesh
            let some = barred.mesh(atSeconds: seconds).mesh
            let expected = all.links.filter { link in
                ![link.a, link.b].contains {
                    $0.index < all.satelliteCount
                        && Self.isOver(["CN", "RU", "KZ"], $0.index, all, borders)
                }
            }
            cut += all.links.count - expected.count
            let isSame = some.links == expected
            #expect(isSame, "at \(seconds)")
        }
        #expect(cut > 1_000)
    }

    /// The batch solver and the plain search see the same meshes.
    @Test func `batches hold closures`() throws {
        let experiment = try Self.experiment("not_over: [CN, RU], no_ground_in: [GB]")
        let solver = BlockSolver(experiment)
        solver.solve(0..<experiment.window.count, to: experiment.stationNodes)
        for index in 0..<experiment.window.count {
            let mesh = experiment.mesh(atSeconds: experiment.window.seconds(at: index)).mesh
            for source in 0..<6 {
                for destination in 0..<6 where source != destination {
                    var single = AStar()
                    let route = single.route(
                        in: mesh, from: mesh.station(source), to: mesh.station(destination))
                    let cost = solver.forwarding.costKm(
                        from: mesh.station(source), to: destination, at: index)
                    #expect(cost == route?.lengthKm ?? .infinity)
                    if source == 0 || destination == 0 { #expect(route == nil) }
                }
            }
        }
    }

    @Test func `contacts end where a border is crossed`() async throws {
        let experiment = try Self.experiment("not_over: [DE]", "pairs: [[London, Berlin]]")
        let folder = try TemporaryFolder()
        let results = try ResultFolder(at: folder.path("out"))
        try await ContactRun.run(experiment, format: .csv, into: results)
        try results.finish(Manifest(program: "test"))
        let table = try CSVTable(
            bytes: Array(Data(contentsOf: URL(filePath: folder.path("out/contacts.csv")))),
            file: "contacts.csv")
        let causes = try table.strings("cause_down") + table.strings("cause_up")
        #expect(causes.contains("jurisdiction"))
    }

    @Test func `notes say what is barred`() throws {
        #expect(
            try Self.experiment("no_ground_in: [DE]").notes == [
                "no_ground_in bars 2 of 6 ground stations: pairs that end there have no route"
            ])
        #expect(
            try Self.experiment("no_ground_in: [DE, US, GB, JP, CN]").notes == [
                "no_ground_in bars every ground station, so that there are no routes"
            ])
        #expect(
            try Self.experiment("must_land_in: [BR]").notes == [
                "no ground station is there for must_land_in, so that there are no routes"
            ])
    }

    private static func run(_ experiment: Experiment) async throws -> [String: CSVTable] {
        let folder = try TemporaryFolder()
        let results = try ResultFolder(at: folder.path("out"))
        _ = try await RouteRun.run(experiment, into: results)
        try results.finish(Manifest(program: "test"))
        var tables: [String: CSVTable] = [:]
        for name in ["latency.csv", "routes.csv", "notes.csv"] {
            let url = URL(filePath: folder.path("out/\(name)"))
            if let bytes = try? Data(contentsOf: url) {
                tables[name] = try CSVTable(bytes: Array(bytes), file: name)
            }
        }
        return tables
    }

    @Test func `residency is not sovereignty: four predicates`() async throws {
        let pairs = "pairs: [[London, Tokyo], [Frankfurt, New York]]"
        let landing = try await Self.run(Self.experiment("must_land_in: [DE]", pairs))
        let computing = try await Self.run(
            Self.experiment("must_compute_in: [DE, US], compute_at: [Berlin]", pairs))
        let free = try await Self.run(Self.experiment("", pairs))
        func nodes(_ tables: [String: CSVTable], _ row: Int) throws -> [String] {
            let latency = try #require(tables["latency.csv"])
            let routes = try #require(tables["routes.csv"])
            let route = try latency.strings("route")[row]
            let place = try #require(try routes.strings("route").firstIndex(of: route))
            return try routes.strings("nodes")[place].split(separator: " ").map(String.init)
        }
        let rows = try #require(free["latency.csv"]).rowCount
        for row in 0..<rows {
            let landed = try nodes(landing, row)
            #expect(landed.contains("Berlin") || landed.contains("Frankfurt"))
            let computed = try nodes(computing, row)
            #expect(computed.contains("Berlin"))
            let base = try #require(free["latency.csv"]).doubles("rtt_ms", allowing: .nan)[row]
            let land = try #require(landing["latency.csv"]).doubles("rtt_ms", allowing: .nan)[row]
            let compute = try #require(computing["latency.csv"])
                .doubles("rtt_ms", allowing: .nan)[row]
            #expect(base <= land && land <= compute)
            // Frankfurt is where it lands already.
            if row % 2 == 1 { #expect(land == base) }
        }
        let nowhere = try await Self.run(Self.experiment("must_land_in: [BR]", pairs))
        #expect(
            try Set(#require(nowhere["notes.csv"]).strings("note")) == [
                "no station is there for must_land_in"
            ])
        #expect(
            try #require(nowhere["latency.csv"]).doubles("rtt_ms", allowing: .nan)
                .allSatisfy(\.isNaN))
    }

    @Test(arguments: [
        ("not_over: [Chna]", "law.yaml:16: jurisdiction.not_over[0]: found 'Chna', expected a "),
        ("not_over: []", "found an empty list"),
        ("must_compute_in: [DE], compute_at: [Bonn]", "found 'Bonn', expected the name of a"),
        ("compute_at: [Berlin]", "expected this key beside 'must_compute_in' only"),
        ("no_ground: [DE]", "unknown key 'no_ground'; did you mean 'no_ground_in'?"),
    ])
    func `mistakes are told in a sentence`(keys: String, part: String) {
        do {
            _ = try Self.experiment(keys)
            Issue.record("no error for \(keys)")
        } catch let error as ScenarioError {
            let head = part.replacing("found an empty list", with: "expected at least one of")
            #expect(
                error.message.contains(head.replacing("law.yaml:16: ", with: "")),
                "\(error.message)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func `what must be is for the best route only`() throws {
        for routing in ["{ algorithm: k-shortest }", "{ intervals: exact }"] {
            #expect(throws: ScenarioError.self) {
                try Self.experiment("must_land_in: [DE]", "routing: \(routing)")
            }
        }
        let experiment = try Self.experiment("must_land_in: [DE]")
        #expect(throws: ScenarioError.self) { try experiment.requireNoStops() }
        #expect(throws: ScenarioError.self) {
            try DataCenterStudy(
                Self.experiment(
                    "must_land_in: [DE]",
                    "sites: [{ kind: edge, stations: [London, Tokyo] }]\nserving: {}"))
        }
    }
}
