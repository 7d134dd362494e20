import DataCenters
import Foundation
import LaserMesh
import Orbits
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

@Suite struct DataCenterTests {
    private static let text = """
        epoch: 2026-08-23T00:00:00Z
        window: { duration_s: 600, step_s: 60 }
        constellation:
          shells:
            - { name: S1, planes: 24, slots: 22, inclination_deg: 53, altitude_km: 1100, phasing: 1 }
        ground:
          min_elevation_deg: 20
          stations:
            - { name: London, latitude_deg: 51.51, longitude_deg: -0.13, population: 9 }
            - { name: New York, latitude_deg: 40.71, longitude_deg: -74.01, population: 8 }
            - { name: Longyearbyen, latitude_deg: 78.22, longitude_deg: 15.65, population: 1 }
        compare: { borders: BORDERS }
        sites:
          - kind: region
            places:
              - { name: Frankfurt, latitude_deg: 50.11, longitude_deg: 8.68 }
              - { name: Ashburn, latitude_deg: 39.04, longitude_deg: -77.49 }
              - { name: Sydney East, latitude_deg: -33.87, longitude_deg: 151.21 }
            storage_tb: 1
          - { kind: edge, stations: [London] }
          - { kind: orbit, satellites: { every: 3 }, cluster: 4 }

        """.replacingOccurrences(
            of: "BORDERS",
            with: "\(SharedData.checkout.path)/Datasets/borders/countries-110m.geojson")

    private static func study(_ more: String = "", change: (String) -> String = { $0 }) throws
        -> DataCenterStudy
    {
        try DataCenterStudy(
            Experiment(Scenario(text: change(text) + more, file: "sites.yaml")))
    }

    private static func run(
        _ study: DataCenterStudy, threads: Int = 1, _ check: (TemporaryFolder) throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let results = try ResultFolder(at: folder.path("out"))
        _ = try await DataCenterRun.run(
            study, into: results, control: RunControl(threads: threads))
        try study.experiment.finish(results, program: "test")
        try check(folder)
    }

    @Test func `sites are places, stations and satellites`() throws {
        let study = try Self.study()
        #expect(study.userCount == 3 && study.experiment.stations.count == 6)
        #expect(
            study.sites.prefix(4).map(\.name) == ["Frankfurt", "Ashburn", "Sydney East", "London"])
        #expect(study.sites.prefix(4).map(\.country) == ["DE", "US", "AU", "GB"])
        #expect(study.sites.count == 4 + 176 && study.sites[4].name == "S1-0-0")
        #expect(study.sites[4].servers == 4 * 64 && study.sites[4].flops == 4e17)
        #expect(study.sites[3].node == NodeID(528))
    }

    @Test(arguments: [
        ("kind: edge, stations: [London]", "kind: edge, stations: [Lodnon]", "'London'"),
        ("kind: edge, stations: [London]", "kind: edge, satellites: all", "orbit only"),
        ("every: 3", "every: 0", "satellites"), ("cluster: 4", "clusters: 4", "'cluster'"),
        ("name: Sydney East", "name: London", "second node 'London'"),
        ("sites:", "site:", "'sites'"),
        ("kind: region", "kind: regoin", "'region'"),
    ])
    func `what is wrong with sites is told in a sentence`(
        part: String, wrong: String, expected: String
    ) throws {
        do {
            _ = try Self.study { $0.replacingOccurrences(of: part, with: wrong) }
            Issue.record("accepted")
        } catch let error as any ReportableError {
            #expect(error.message.contains(expected), "\(error.message)")
        }
    }

    /// The timeline of the mesh has the routes that a search finds, and their latencies.
    @Test func `sites are joined by the best routes of each instant`() async throws {
        let study = try Self.study()
        let sites = try study.sites(named: nil, at: ScenarioPlace(file: "", line: nil, path: ""))
        let routes = try await SiteTimelines(sites, of: study, control: RunControl())
        #expect(routes.mesh.siteCount == 3 && routes.mesh.startS.count == 10)
        for instant in 0..<10 {
            let seconds = study.experiment.window.seconds(at: instant)
            let mesh = study.experiment.mesh(atSeconds: seconds).mesh
            var query = AStar()
            for a in 0..<3 {
                for b in 0..<3 where a != b {
                    let best = query.route(in: mesh, from: sites[a].node, to: sites[b].node)
                    let found = routes.mesh.route(from: a, to: b, inSpell: instant)
                    #expect(best?.latencyS == found?.latencyS)
                    #expect(best?.hops == found?.arcs.count)
                    if a < b, let best, let found {
                        let nodes = found.arcs.map(\.from) + [sites[b].node.rawValue]
                        #expect(nodes == best.nodes.map(\.rawValue))
                    }
                }
            }
        }
        let fibre = routes.fibre.route(from: 0, to: 1, inSpell: 0)
        #expect((fibre?.latencyS ?? 0) > 0.03 && (fibre?.latencyS ?? 1) < 0.06)
    }

    @Test func `collectives and training write what the issue asks for`() async throws {
        let more = """
            collectives: { what: [all-reduce, broadcast], bytes: 1e9, start_s: [0, 300] }
            training:
              { parameters: 1e9, inner_steps: [10, 20], step_s: 1, fragments: 5, site_counts: [2, 3] }
            energy: { laser_pj_per_bit: 100, radio_pj_per_bit: 1000 }
            """
        let study = try Self.study(more)
        try await Self.run(study) { folder in
            let table = try CSVTable(contentsOf: folder.path("out/collectives.csv"))
            #expect(
                table.header == [
                    "start_s", "collective", "algorithm", "sites", "bytes", "duration_s",
                    "bottleneck",
                ])
            // Five all-reduces and two broadcasts at two instants.
            #expect(table.rowCount == 14)
            let durations = try table.doubles("duration_s")
            // A ring of three sends 4/3 GB over 20 Gbps, which is 0.533 s, and four latencies.
            #expect(durations[0] > 0.533 && durations[0] < 1.3)
            let training = try CSVTable(contentsOf: folder.path("out/training.csv"))
            #expect(
                training.header == [
                    "method", "sites", "parameters", "inner_steps", "bytes_per_parameter",
                    "compute_s", "sync_s", "utilisation", "tokens_per_day",
                ])
            #expect(training.rowCount == 10)
            let (compute, sync) = (
                try training.doubles("compute_s"), try training.doubles("sync_s")
            )
            let utilisation = try training.doubles("utilisation")
            let methods = try training.strings("method")
            for row in methods.indices where methods[row] != "streaming" {
                let expected = compute[row] / (compute[row] + sync[row])
                #expect(abs(utilisation[row] - expected) < 1e-9)
            }
            let networks = try CSVTable(contentsOf: folder.path("out/training_networks.csv"))
            #expect(networks.rowCount == 20)
            // A checkpoint of 12 GB fits into a terabyte.
            let short = try CSVTable(contentsOf: folder.path("out/shortfalls.csv"))
            #expect(short.rowCount == 0)
        }
    }

    @Test func `what does not end says how far it got`() async throws {
        let more = """
            capacity: { radio_gbps: 0.01 }
            collectives: { algorithms: ring, bytes: 3e9 }
            training: { methods: diloco, parameters: 1e12, inner_steps: 10, step_s: 1 }
            shipping: { orders: [{ from: Frankfurt, to: Ashburn, bytes: 1e15, deadline_s: 120 }] }
            """
        try await Self.run(try Self.study(more)) { folder in
            let table = try CSVTable(contentsOf: folder.path("out/collectives.csv"))
            #expect(try table.doubles("duration_s", allowing: .nan)[0].isNaN)
            let training = try CSVTable(contentsOf: folder.path("out/training.csv"))
            #expect(try training.doubles("sync_s", allowing: .nan)[0].isNaN)
            let short = try CSVTable(contentsOf: folder.path("out/shortfalls.csv"))
            let parts = try short.strings("part")
            // The collective and the training over the mesh, not over fibre; three checkpoints; the shipment.
            #expect(parts.count { $0 == "collectives" } == 1)
            #expect(parts.count { $0 == "training" } == 4)
            #expect(parts.count { $0 == "shipping" } == 1)
            let shares = try short.doubles("share")
            #expect(shares.allSatisfy { $0 > 0 && $0 < 1 })
            // 600 s of three flows at 10 Mbps out of 12 GB.
            #expect(abs(shares[0] - 600.0 * 3 * 0.01e9 / 8 / 12e9) < 0.01)
        }
    }

    /// The satellites with compute that each user has a radio link to, counted in the links of all meshes.
    private static func expectSight(_ path: String, of study: DataCenterStudy) throws {
        let experiment = study.experiment
        let nodes = Set(study.sites.filter { $0.keys.kind == .orbit }.map(\.node))
        let meshes = (0..<experiment.window.count).map {
            experiment.mesh(atSeconds: experiment.window.seconds(at: $0)).mesh
        }
        let table = try CSVTable(contentsOf: path)
        #expect(table.rowCount == study.userCount)
        for user in 0..<study.userCount {
            let links = meshes.map { mesh in
                mesh.links.filter { link in
                    let ends = [link.a, link.b]
                    return link.kind == .radio && ends.contains(mesh.station(user))
                        && ends.contains { nodes.contains($0) }
                }
            }
            #expect(try table.ints("fewest_satellites")[user] == links.map(\.count).min())
            #expect(try table.ints("most_satellites")[user] == links.map(\.count).max())
            let lengths = links.flatMap { $0.map(\.lengthKm) }
            let mean = try table.doubles("mean_satellites")[user]
            #expect(abs(mean - Double(lengths.count) / Double(links.count)) < 1e-9)
            let farthest = try table.doubles("greatest_rtt_ms", allowing: .nan)[user]
            if let most = lengths.max() {
                #expect(abs(farthest - 2_000 * most / 299_792.458) < 1e-9)
            } else {
                #expect(farthest.isNaN)
            }
        }
    }

    /// The nearest of several satellites by one search equals the best of the searches to each.
    @Test func `sites compute in the countries that are named`() async throws {
        let study = try Self.study("jurisdiction: { must_compute_in: [DE, GB] }\n")
        #expect(study.sites.map(\.name) == ["Frankfurt", "London"])
        #expect(study.barredSites.count == 2 + 176)
        try await Self.run(
            try Self.study(
                """
                jurisdiction: { must_compute_in: [DE, GB] }
                collectives: { sites: [Frankfurt, Ashburn, London], algorithms: ring }
                serving: {}
                placement: { counts: 1, objectives: mean, methods: exact }

                """)
        ) { folder in
            let sent = try CSVTable(contentsOf: folder.path("out/collectives.csv"))
            #expect(try Set(sent.ints("sites")) == [2])
            let users = try CSVTable(contentsOf: folder.path("out/serving.csv"))
            #expect(try Set(users.strings("compute")) == ["region", "edge"])
            let placed = try CSVTable(contentsOf: folder.path("out/placement.csv"))
            #expect(try placed.strings("sites") == ["Frankfurt"])
            let notes = try CSVTable(contentsOf: folder.path("out/shortfalls.csv"))
            #expect(try notes.strings("subject").prefix(2) == ["region", "orbit"])
            #expect(try abs(notes.doubles("share", allowing: .nan)[0] - 1 / 3) < 1e-12)
        }
    }

    @Test func `a set that bars all sites says so`() async throws {
        let study = try Self.study(
            """
            jurisdiction: { must_compute_in: [JP] }
            training: { sites: [Frankfurt, Ashburn], parameters: 1e9 }
            serving: {}
            placement: {}
            costs: {}

            """)
        #expect(study.sites.isEmpty)
        try await Self.run(study) { folder in
            let notes = try CSVTable(contentsOf: folder.path("out/shortfalls.csv"))
            #expect(
                try Set(notes.strings("part"))
                    == ["sites", "training", "serving", "placement", "costs"])
            #expect(try notes.doubles("share", allowing: .nan).allSatisfy { $0 == 0 })
        }
        #expect(throws: ScenarioError.self) {
            try Self.study("jurisdiction: { must_compute_in: [DE], compute_at: [London] }\n")
        }
    }

    /// A trace of Azure's form, replayed at the sites of each size beside the formulas.
    @Test func `a trace of requests is replayed`() async throws {
        let trace = try TemporaryFolder()
        // Two at once, a second of service each at one server: the second waits for a second.
        let path = try trace.write(
            "arrival_s,prompt_tokens,output_tokens\n0,100,9\n0,100,9\n10,100,9\n10,100,9\n",
            to: "trace.csv")
        let keys = "prefill_tokens_per_s: 1000, decode_tokens_per_s: 10, trace: \(path)"
        try await Self.run(Self.study("serving: { \(keys) }\n")) { folder in
            let table = try CSVTable(contentsOf: folder.path("out/trace.csv"))
            // Sites of 64 servers, and clusters of four times as many.
            #expect(try table.ints("servers") == [64, 256])
            #expect(try table.ints("requests") == [4, 4])
            #expect(try table.doubles("replay_mean_wait_ms") == [0, 0])
        }
        try await Self.run(
            Self.study("serving: { \(keys) }\n") {
                $0.replacingOccurrences(of: "[London] }", with: "[London], servers: 1 }")
            }
        ) { folder in
            let table = try CSVTable(contentsOf: folder.path("out/trace.csv"))
            #expect(try table.ints("servers") == [1, 64, 256])
            let waits = try table.doubles("replay_mean_wait_ms")
            #expect(abs(waits[0] - 500) < 1e-9 && waits[1] == 0)
            let formula = try table.doubles("ggc_mean_wait_ms")
            #expect(formula[0] > 0 && formula[0] != waits[0])
        }
        let bad = try trace.write(
            "arrival_s,prompt_tokens,output_tokens\n1,100,9\n0,100,9\n2,100,9\n", to: "bad.csv")
        await #expect(throws: CSVError.self) {
            try await Self.run(Self.study("serving: { trace: \(bad) }\n")) { _ in }
        }
    }

    @Test func `serving finds the nearest compute, and tells who is out of reach`() async throws {
        let more = """
            serving: { requests_per_person_day: 1000, groups: [{ name: pair, users: [London, New York] }] }
            placement: { counts: [1, 2], network: both, coverage_goal: 0.9, within_ms: 60 }
            costs: {}
            """
        let study = try Self.study(more)
        let ledger = try await ServingLedger(study, control: RunControl())
        #expect(ledger.services.map(\.kind) == [.orbit, .edge, .edge, .region, .region])
        for instant in [0, 7] {
            let mesh = study.experiment.mesh(
                atSeconds: study.experiment.window.seconds(at: instant)
            ).mesh
            var query = AStar()
            for service in ledger.services where service.network == "mesh" {
                for user in 0..<3 {
                    let times = service.sites.map { site -> Double in
                        let node = study.sites[site].node
                        if node == mesh.station(user) { return 0 }
                        return query.route(in: mesh, from: mesh.station(user), to: node)?.rttMs
                            ?? .infinity
                    }
                    let found = service.rttMs[instant * 3 + user]
                    let best = times.min() ?? .infinity
                    #expect(found == best || abs(found - best) < 1e-9, "\(service.kind) \(user)")
                    let nearest = service.nearest[instant * 3 + user]
                    #expect((nearest < 0) == (best == .infinity))
                    if nearest >= 0 { #expect(abs(times[Int(nearest)] - best) < 1e-9) }
                }
            }
        }
        try await Self.run(study) { folder in
            let users = try CSVTable(contentsOf: folder.path("out/serving_users.csv"))
            let (names, networks) = (try users.strings("user"), try users.strings("network"))
            let reached = try users.doubles("reached_share")
            for row in names.indices where names[row] == "Longyearbyen" {
                // The shell does not reach so far north; fibre does.
                #expect(reached[row] == (networks[row] == "mesh" ? 0 : 1))
            }
            try Self.expectSight(folder.path("out/sight.csv"), of: study)
            let budget = try CSVTable(contentsOf: folder.path("out/inference.csv"))
            #expect(budget.rowCount == 5)
            #expect(try budget.doubles("first_token_limit_ms").allSatisfy { $0 == 450 })
            let placement = try CSVTable(contentsOf: folder.path("out/placement.csv"))
            // Two objectives, two counts and three methods; the fewest for coverage.
            #expect(placement.rowCount == 13)
            #expect(try CSVTable(contentsOf: folder.path("out/meetup.csv")).rowCount == 3)
            let cost = try CSVTable(contentsOf: folder.path("out/cost.csv"))
            #expect(try cost.doubles("usd").allSatisfy { $0 > 0 })
            let short = try CSVTable(contentsOf: folder.path("out/shortfalls.csv"))
            #expect(try short.strings("part").contains("serving"))
        }
    }

    /// Over a mesh without lasers no state moves: the cell is empty, and `shortfalls.csv` says so.
    @Test func `hand-offs between servers that no lasers join have no mean`() async throws {
        let more = """
            lasers: { topology: none }
            serving: { groups: [{ name: one, users: [London] }] }
            """
        let study = try Self.study(
            more, change: { $0.replacing("window: {", with: "window: { start_s: 0,") })
        try await Self.run(study) { folder in
            let table = try CSVTable(contentsOf: folder.path("out/meetup.csv"))
            let moves = try table.strings("mean_move_ms")
            let offs = try table.ints("hand_offs")
            try #require(offs.contains { $0 > 0 })
            #expect(moves.allSatisfy { $0.isEmpty })
            let short = try CSVTable(contentsOf: folder.path("out/shortfalls.csv"))
            let notes = try short.strings("note").count { $0.contains("mean_move_ms") }
            #expect(notes == offs.count { $0 > 0 })
        }
        try await Self.run(Self.study("serving: { groups: [{ name: one, users: [London] }] }")) {
            folder in
            let table = try CSVTable(contentsOf: folder.path("out/meetup.csv"))
            let offs = try table.ints("hand_offs")
            for (row, move) in try table.strings("mean_move_ms").enumerated() {
                let value = Double(move)
                #expect((value ?? 0).isFinite && (value == nil) == (offs[row] == 0))
            }
        }
    }
}
