import Foundation
import LaserMesh
import Orbits
import Results
import Routing
import Terrestrial
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ComparisonTests {
    private static let text = """
        epoch: 2026-08-23T00:00:00Z
        window: { duration_s: 600, step_s: 60 }
        constellation:
          shells:
            - { name: S1, planes: 24, slots: 22, inclination_deg: 53, altitude_km: 1100, phasing: 1 }
        ground:
          min_elevation_deg: 20
          stations:
            - { name: London, latitude_deg: 51.51, longitude_deg: -0.13 }
            - { name: New York, latitude_deg: 40.71, longitude_deg: -74.01 }
            - { name: Sydney, latitude_deg: -33.87, longitude_deg: 151.21 }
            - { name: Tromso, latitude_deg: 69.65, longitude_deg: 18.96 }
        compare:
          borders: \(SharedData.checkout.path)/Datasets/borders/countries-110m.geojson
          fixed_ms: 0
          gateways:
            - { name: Frankfurt, latitude_deg: 50.11, longitude_deg: 8.68 }
            - { name: Boston, latitude_deg: 42.36, longitude_deg: -71.06 }
        """

    private static func comparison(_ change: (String) -> String = { $0 }) throws -> Comparison {
        try Comparison(Experiment(Scenario(text: change(text), file: "compare.yaml")))
    }

    /// The best hybrid is that of a search over one graph of satellites, stations and fibre, each fibre
    /// as long as light goes in vacuum meanwhile.
    @Test func `the hybrid is the best route of the whole graph`() throws {
        let comparison = try Self.comparison()
        let experiment = comparison.experiment
        #expect(comparison.sites.map(\.country) == ["GB", "US", "AU", "NO", "DE", "US"])
        #expect(comparison.pairs.count == 6)
        let solver = BlockSolver(experiment)
        let block = ComparisonBlock(0..<10, of: comparison, by: solver)
        let count = comparison.sites.count
        var mixed = 0
        for instant in 0..<10 {
            let mesh = experiment.mesh(atSeconds: experiment.window.seconds(at: instant)).mesh
            var links = mesh.links
            for b in 0..<count {
                for a in 0..<b where comparison.fibreMs[a * count + b] < .infinity {
                    let km = comparison.fibreMs[a * count + b] / 1_000 * Physics.speedOfLightKmPerS
                    links.append(
                        Link(mesh.station(a), mesh.station(b), kind: .fibre, lengthKm: km))
                }
            }
            let whole = Mesh(
                satelliteCount: mesh.satelliteCount, nodeCount: mesh.nodeCount, links: links)
            var alone = AStar()
            var relayed = OneToAll(rules: RoutingRules(allowsGroundRelay: true))
            for (index, pair) in comparison.pairs.enumerated() {
                let (a, b) = (mesh.station(pair.source), mesh.station(pair.destination))
                let place = instant * comparison.pairs.count + index
                let direct = alone.route(in: mesh, from: a, to: b)?.rttMs ?? .nan
                let best = relayed.route(in: whole, from: a, to: b)?.rttMs ?? .nan
                #expect(
                    abs(block.meshRTTMs[place] - direct) < 1e-6
                        || (direct.isNaN && block.meshRTTMs[place].isNaN))
                #expect(abs(block.hybridRTTMs[place] - best) < 1e-6)
                let fibre = 2 * comparison.fibreMs[pair.source * count + pair.destination]
                if best < min(direct.isNaN ? .infinity : direct, fibre) - 1e-6 { mixed += 1 }
            }
        }
        // Tromso is out of sight of the shell and reaches it by fibre and a gateway.
        #expect(mixed > 0)
    }

    @Test func `what is fixed counts once, and for fibre only`() throws {
        let free = try Self.comparison()
        let fixed = try Self.comparison {
            $0.replacingOccurrences(of: "fixed_ms: 0", with: "fixed_ms: 7")
        }
        let one = ComparisonBlock(0..<1, of: free, by: BlockSolver(free.experiment))
        let other = ComparisonBlock(0..<1, of: fixed, by: BlockSolver(fixed.experiment))
        for index in free.pairs.indices {
            let (before, after) = (one.hybridRTTMs[index], other.hybridRTTMs[index])
            let mesh = one.meshRTTMs[index]
            #expect(abs(after - (mesh.isNaN ? before + 7 : min(mesh, before + 7))) < 1e-9)
        }
    }

    @Test func `the crossover leaves the fewest pairs on the wrong side`() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            let count = Int.random(in: 1...30, using: &random)
            let distances = (0..<count).map { _ in
                Double(Int.random(in: 1...12, using: &random)) * 1_000
            }
            let wins = distances.map { Double.random(in: 0...12_000, using: &random) < $0 }
            let found = Crossover(distancesKm: distances, wins: wins)
            func wrong(_ edge: Double) -> Int {
                zip(distances, wins).count { ($0 >= edge) != $1 }
            }
            let least = (distances + [.infinity]).map(wrong).min()
            if found.distanceKm.isNaN {
                #expect(wrong(.infinity) == least || found.winsBeyond == 0)
            } else {
                #expect(wrong(found.distanceKm) == least)
                #expect(found.beyond == distances.count { $0 >= found.distanceKm })
            }
            #expect(found.winsBeyond + found.winsBelow == wins.count { $0 })
        }
    }

    @Test func `tables and calibration of a run`() async throws {
        let folder = try TemporaryFolder()
        let measured = try folder.write(
            """
            source,destination,rtt_ms
            London,New York,70
            New York,London,72
            London,Sydney,260
            New York,Sydney,200
            London,Tromso,50
            Nowhere,London,1
            """, to: "m.csv")
        let scenario = try Scenario(
            text: Self.text + "\n  measured: [{ name: ours, file: \(measured) }]",
            file: "compare.yaml")
        let results = try ResultFolder(at: folder.path("out"))
        try await CompareRun.run(Comparison(Experiment(scenario)), into: results)
        try results.finish(Manifest(program: "test"))
        let rows = try CSVTable(contentsOf: folder.path("out/comparison.csv"))
        #expect(rows.rowCount == 60)
        #expect(try rows.doubles("measured_rtt_ms", allowing: .nan)[0] == 71)
        let summary = try CSVTable(contentsOf: folder.path("out/comparison_summary.csv"))
        #expect(summary.rowCount == 6)
        let mesh = try rows.doubles("mesh_rtt_ms", allowing: .nan)
        let first = stride(from: 0, to: 60, by: 6).map { mesh[$0] }
        #expect(
            try summary.doubles("mesh_max_rtt_ms", allowing: .nan)[0]
                == first.filter { !$0.isNaN }.max())
        let matrix = try CSVTable(contentsOf: folder.path("out/comparison_matrix.csv"))
        #expect(matrix.header == ["station", "London", "New York", "Sydney", "Tromso"])
        let fit = try CSVTable(contentsOf: folder.path("out/calibration.csv"))
        #expect(try fit.strings("model") == ["cables", "great-circle"])
        #expect(try fit.ints("pairs") == [4, 4])
    }

    @Test(arguments: [
        ("fixed_ms: 0", "fixed_ms: x", "compare.fixed_ms"),
        ("fixed_ms: 0", "gatewais: 1", "unknown key 'gatewais'; did you mean 'gateways'?"),
        ("fixed_ms: 0", "measured: [{ name: a }]", "the key 'file' is missing"),
        ("fixed_ms: 0", "cables: nowhere.csv", "nowhere.csv is missing"),
    ]) func `mistakes are told in a sentence`(old: String, new: String, part: String) throws {
        let error = #expect(throws: (any Error).self) {
            try Self.comparison { $0.replacingOccurrences(of: old, with: new) }
        }
        #expect((error as? any ReportableError)?.message.contains(part) == true, "\(error as Any)")
    }

    @Test(arguments: [
        ("cable,length_km,landings\nX,0,A (GB) 1 2; B (US) 3 4\n", "length_km"),
        ("cable,length_km,landings\nX,10,A (GB) 1 2\n", "landings"),
        ("cable,length_km,landings\nX,10,A (GB) 1 2; B US 3 4\n", "landings"),
        ("cable,length_km,landings,verified\nX,10,A (GB) 1 2; B (US) 3 4,maybe\n", "verified"),
    ]) func `wrong cables are told in a sentence`(table: String, column: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(table, to: "c.csv")
        var files = InputFiles(beside: "")
        let error = #expect(throws: CSVError.self) {
            try CableSource.cables(path, includingUnverified: true, &files)
        }
        #expect(error?.message.contains(column) == true)
    }

    @Test func `the cables of the data sets are read, and unverified ones left out`() throws {
        let path = SharedData.checkout.appending(path: "Datasets/cables/cables.csv").path
        var files = InputFiles(beside: "")
        let verified = try CableSource.cables(path, includingUnverified: false, &files)
        let all = try CableSource.cables(path, includingUnverified: true, &files)
        #expect(verified.count == 91 && all.count == 96)
        let corridors = SharedData.checkout.appending(path: "Datasets/cables/corridors.csv").path
        func count(_ unverified: Bool, _ unused: Bool) throws -> Int {
            try CableSource.corridors(
                corridors, includingUnverified: unverified, includingUnused: unused, &files
            ).count
        }
        #expect(try [count(false, false), count(true, false), count(false, true)] == [70, 72, 72])
        let roads = try CableSource.corridors(
            corridors, includingUnverified: true, includingUnused: true, &files)
        #expect(roads.allSatisfy(\.isCorridor) && !all.contains(where: \.isCorridor))
        for cable in all + roads {
            let straight = zip(cable.landings, cable.landings.dropFirst()).reduce(0) {
                $0 + Ellipsoid.wgs84.greatCircleKm(from: $1.0.place, to: $1.1.place)
            }
            // No system is much shorter than its landings, which would be a wrong landing.
            #expect(cable.lengthKm > 0.9 * straight, "\(cable.name) \(straight)")
        }
    }

    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `graphs of the Topology Zoo are read`() throws {
        let bytes = Array(try Data(contentsOf: SharedData.url("terrestrial/Geant2012.graphml")))
        let cables = try Cable.graphML(bytes, file: "Geant2012.graphml", stretch: 1.3)
        // networkx 3.6 counts 58 of 61 edges between nodes with places, 37 of 40.
        #expect(cables.count == 58)
        for cable in cables {
            let arc = Ellipsoid.wgs84.greatCircleKm(
                from: cable.landings[0].place, to: cable.landings[1].place)
            #expect(abs(cable.lengthKm - 1.3 * arc) < 1e-9)
        }
        for text in ["<graphml>", "<graphml></graphml>"] {
            #expect(throws: TerrestrialFileError.self) {
                try Cable.graphML(Array(text.utf8), file: "x", stretch: 1)
            }
        }
    }
}
