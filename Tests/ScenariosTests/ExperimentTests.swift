import Foundation
import LaserMesh
import Orbits
import Results
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ExperimentTests {
    static let cities = """
        name,latitude_deg,longitude_deg,altitude_m
        London,51.50853,-0.12574,25
        New York,40.71427,-74.00597,10
        Tokyo,35.6895,139.69171,44
        "Washington, D.C.",38.89511,-77.03637,7
        McMurdo,-77.84632,166.66825,10
        """

    static let scenario = """
        epoch: 2026-08-23T00:00:00Z
        window: { duration_s: 120, step_s: 2.5 }
        constellation:
          shells:
            - { name: S1, planes: 24, slots: 22, inclination_deg: 53, altitude_km: 550, phasing: 5 }
        ground: { stations: { file: cities.csv }, min_elevation_deg: 10 }
        """

    static func experiment(
        _ text: String = scenario, in folder: TemporaryFolder
    ) throws -> Experiment {
        try folder.write(cities, to: "cities.csv")
        return try Experiment(Scenario(text: text, file: folder.path("scenario.yaml")))
    }

    @Test func `a design has its names, its layout and its stations`() throws {
        let folder = try TemporaryFolder()
        let experiment = try Self.experiment(in: folder)
        #expect(experiment.constellation.count == 528)
        #expect(experiment.satelliteNames[22 * 3 + 17] == "S1-3-17")
        #expect(experiment.stations.map(\.name).contains("Washington, D.C."))
        #expect(experiment.name(of: NodeID(528)) == "London")
        #expect(abs(experiment.stations[0].place.altitudeKm - 0.025) < 1e-12)
        #expect(try experiment.pairs().count == 10)
        #expect(experiment.inputs.map(\.name) == ["cities.csv"])
        let (mesh, rejected) = experiment.mesh(atSeconds: 0)
        #expect(rejected.isEmpty)
        #expect(mesh.nodeCount == 533)
        #expect(mesh.links.count { $0.kind == .laser } == 2 * 528)
        #expect(mesh.degree(of: NodeID(532)) == 0)
    }

    /// The bytes of all files of a run.
    private func files(_ experiment: Experiment, threads: Int) async throws -> [String: Data] {
        let folder = try TemporaryFolder()
        let results = try ResultFolder(at: folder.path("out"))
        try await RouteRun.run(
            experiment, into: results, control: RunControl(threads: threads))
        try await MeshRun.run(
            experiment, atSeconds: [0, 7.5], into: try ResultFolder(at: folder.path("mesh")))
        try results.finish(Manifest(program: "test"))
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("out")) {
            files[name] = try Data(contentsOf: folder.url.appending(path: "out/\(name)"))
        }
        return files
    }

    @Test func `the same bytes for any number of threads`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try Self.experiment(in: folder)
        let one = try await files(experiment, threads: 1)
        #expect(one.count == 8)
        for threads in [2, 3, 8] {
            #expect(try await files(experiment, threads: threads) == one)
        }
    }

    @Test func `the tables agree with one another`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try Self.experiment(
            Self.scenario
                + "\npairs: [[London, New York], [London, McMurdo], ['Washington, D.C.', S1-0-0]]",
            in: folder)
        let tables = try await PublishedRoutes.run(experiment.scenario, in: folder, threads: 2)
        let times = try tables.latency.doubles("time_s")
        #expect(times.count == 48 * 3)
        #expect(times[3] == 2.5 && times[143] == 117.5)
        let rtts = try tables.rtts("London", "New York")
        let nodes = try tables.nodes("London", "New York").compactMap { $0 }
        #expect(nodes.allSatisfy { $0.hasPrefix("London S1-") && $0.hasSuffix(" New_York") })
        #expect(try tables.rtts("London", "McMurdo").allSatisfy(\.isNaN))
        #expect(try tables.nodes("London", "McMurdo").allSatisfy { $0 == nil })
        let median = try tables.summary.doubles("median_rtt_ms", allowing: .nan)
        let sorted = rtts.sorted()
        #expect(median[0] == (sorted[23] + sorted[24]) / 2)
        #expect(median[1].isNaN)
        #expect(try tables.summary.ints("reachable")[1] == 0)
        let distance = try tables.summary.doubles("great_circle_km", allowing: .nan)
        #expect(abs(distance[0] - 5_570) < 3 && distance[2].isNaN)
        let fibre = try tables.summary.doubles("fibre_rtt_ms", allowing: .nan)
        #expect(abs(fibre[0] - 54.55) < 0.05)
        #expect(rtts.allSatisfy { $0 > 2 * distance[0] / 299.792458 })
        // Intervals cover the window of each pair without a gap.
        let intervals = try CSVTable(contentsOf: folder.path("out/intervals.csv"))
        let sources = try intervals.strings("source")
        let destinations = try intervals.strings("destination")
        let starts = try intervals.doubles("start_s")
        let ends = try intervals.doubles("end_s")
        for (source, destination) in [("London", "New York"), ("London", "McMurdo")] {
            let own = starts.indices.filter {
                sources[$0] == source && destinations[$0] == destination
            }
            #expect(own.first.map { starts[$0] } == 0 && own.last.map { ends[$0] } == 120)
            #expect(zip(own, own.dropFirst()).allSatisfy { ends[$0] == starts[$1] })
        }
        let waypoints = try CSVTable(contentsOf: folder.path("out/waypoints.csv"))
        #expect(try Set(waypoints.ints("route")).count == tables.routes.count)
        #expect(
            waypoints.rowCount
                == tables.routes.map { $0.split(separator: " ").count }.reduce(0, +))
        let heights = try waypoints.doubles("altitude_km")
        for (kind, height) in zip(try waypoints.strings("kind"), heights) {
            #expect(kind == "station" ? height < 0.1 : (540...580).contains(height))
        }
    }

    @Test func `satellites that decay are rows of errors, and the others go on`() async throws {
        let folder = try TemporaryFolder()
        // Perigee at 60 km with much drag: it comes down within the first hours.
        let text = """
            epoch: 2006-06-25T12:00:00Z
            window: { duration_s: 36000, step_s: 1800 }
            constellation: { elements: { file: decay.tle } }
            """
        let doomed = ElementSet(
            name: "DOOMED", catalogNumber: CatalogNumber(99),
            epoch: Instant(year: 2006, month: 6, day: 25),
            inclinationRad: 1, raanRad: 0, eccentricity: 0.01, argumentOfPerigeeRad: 0,
            meanAnomalyRad: 0, meanMotionRadPerMin: 16.4 / ElementSet.revPerDayPerRadPerMin,
            bstarPerEarthRadius: 0.05)
        var steady = doomed
        steady.name = "STEADY"
        steady.catalogNumber = CatalogNumber(7)
        steady.meanMotionRadPerMin = 15 / ElementSet.revPerDayPerRadPerMin
        steady.bstarPerEarthRadius = 0
        var lines = ""
        for set in [doomed, steady] {
            let (one, two) = try TLE.lines(of: set)
            lines += "\(set.name)\n\(one)\n\(two)\n"
        }
        try folder.write(lines, to: "decay.tle")
        let experiment = try Experiment(Scenario(text: text, file: folder.path("s.yaml")))
        let results = try ResultFolder(at: folder.path("out"))
        try await PropagationRun.run(experiment, frame: .teme, into: results)
        try PropagationRun.writeTLEs(of: experiment, into: results)
        try results.finish(Manifest(program: "test"))
        let states = try CSVTable(contentsOf: folder.path("out/ephemeris.csv"))
        let errors = try CSVTable(contentsOf: folder.path("out/errors.csv"))
        #expect(states.rowCount + errors.rowCount == 40)
        #expect(try states.strings("satellite").count { $0 == "7" } == 20)
        #expect(errors.rowCount > 0)
        #expect(try errors.strings("satellite").allSatisfy { $0 == "99" })
        #expect(try errors.ints("code").allSatisfy { (1...6).contains($0) })
        #expect(
            try String(
                contentsOf: URL(filePath: folder.path("out/satellites.tle")), encoding: .utf8)
                == lines)
    }

    @Test(arguments: [
        (
            "pairs: [[London, Tokio]]",
            "found 'Tokio', expected the name of a station or a satellite; did you mean 'Tokyo'?"
        ),
        ("pairs: [[London, London]]", "found 'London' twice, expected two different nodes"),
        ("lasers: { topology: file, file: gone.csv }", "gone.csv is missing"),
        (
            "lasers: { topology: file, file: links.csv }",
            "links.csv:3: found 'S1-24-0', expected the name of a satellite"
        ),
    ])
    func `names that are no nodes, and files that are not there`(line: String, sentence: String)
        throws
    {
        let folder = try TemporaryFolder()
        try folder.write("a,b\nS1-0-0,S1-1-0\nS1-0-0,S1-24-0\n", to: "links.csv")
        #expect {
            _ = try Self.experiment(Self.scenario + "\n" + line, in: folder).pairs()
        } throws: { error in
            let message = (error as? any ReportableError)?.message ?? "\(error)"
            #expect(message.contains(sentence))
            return true
        }
    }

    @Test func `links from a file`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a,b\nS1-0-1,S1-0-0\nS1-0-0,S1-1-0\nS1-0-0,S1-0-1\n", to: "links.csv")
        let experiment = try Self.experiment(
            Self.scenario + "\nlasers: { topology: file, file: links.csv }", in: folder)
        let lasers = experiment.mesh(atSeconds: 0).mesh.links.filter { $0.kind == .laser }
        #expect(lasers.map { experiment.name(of: $0.b) } == ["S1-0-1", "S1-1-0"])
    }
}
