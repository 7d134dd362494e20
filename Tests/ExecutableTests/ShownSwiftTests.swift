import ArgumentParser
import Console
import Contacts
import Foundation
import Heliograph
import Numerics
import Results
import Scenarios
import TestSupport
import Testing

/// The Swift that texts and comments show. Each piece stands here as it stands there, between a line that
/// names its file and `// end`, so that it is compiled and run; imports stand above.
@Suite struct ShownSwiftTests {
    /// What stands here, by file.
    private static func twins() throws -> [String: [String]] {
        let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        var twins: [String: [String]] = [:]
        var open: (file: String, indent: Int, lines: [Substring])?
        for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            if let twin = open {
                if content == "// end" {
                    twins[twin.file, default: []].append(twin.lines.joined(separator: "\n"))
                    open = nil
                } else {
                    open?.lines.append(line.dropFirst(twin.indent))
                }
            } else if content.hasPrefix("// from ") {
                open = (String(content.dropFirst(8)), line.count - content.count, [])
            }
        }
        return twins
    }

    @Test func `all that is shown stands here`() throws {
        let twins = try Self.twins()
        let shown = try ShownCode.all().filter { $0.language == "swift" }
        #expect(shown.count >= 9)
        for code in shown {
            let body = code.text.split(separator: "\n", omittingEmptySubsequences: false)
                .drop { $0.hasPrefix("import ") || $0.isEmpty }.joined(separator: "\n")
            #expect(
                twins[code.file]?.contains(body) == true,
                "\(code.file), line \(code.line) shows what no test runs:\n\(code.text)")
        }
        #expect(twins.values.joined().count == shown.count)
    }

    @Test func `London to New York as a library call`() throws {
        // from README.md
        let shell = Shell(
            name: "S1", planes: 72, slots: 22, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(39))
        let noon = Instant(year: 2026, month: 8, day: 23, secondOfDay: 43_200)
        let satellites = Constellation(shell.elementSets(epoch: noon)).positions(at: noon)
        let london = GroundStation(name: "London", latitudeDeg: 51.51, longitudeDeg: -0.13)
        let newYork = GroundStation(name: "New York", latitudeDeg: 40.71, longitudeDeg: -74.01)
        let builder = MeshBuilder(
            topology: LinkList.plusGrid([shell]), stations: [london, newYork])
        let mesh = builder.mesh(of: satellites, atSeconds: 0)
        var query = AStar()
        let route = query.route(in: mesh, from: mesh.station(0), to: mesh.station(1))
        print(route?.rttMs ?? .nan, "ms over", route?.hops ?? 0, "hops")
        // end
        let rtt = try #require(route).rttMs
        #expect((2 * 5_570 / 299.792458...54).contains(rtt))
        #expect(route?.nodes.first == NodeID(1_584) && route?.nodes.last == NodeID(1_585))
    }

    @Test func `satellites of a shell`() {
        // from Sources/Heliograph/Heliograph.docc/Heliograph.md
        let shell = Shell(
            name: "S1", planes: 72, slots: 22, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(39))
        let noon = Instant(year: 2026, month: 8, day: 23, secondOfDay: 43_200)
        let satellites = Constellation(shell.elementSets(epoch: noon)).positions(at: noon)
        // end
        #expect(satellites.count == 1_584)
    }

    @Test func `a topology of one's own`() {
        // from Sources/LaserMesh/Topologies/Topology.swift
        /// Joins every satellite with the next one in the list.
        struct Chain: Topology {
            func appendLinks(
                among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
                to links: inout [LaserLink]
            ) {
                for index in satellites.x.indices.dropFirst() {
                    links.append(LaserLink(index - 1, index))
                }
            }
        }
        // end
        let shell = Shell(name: "S1", planes: 1, slots: 20, inclinationDeg: 53, altitudeKm: 1_200)
        let epoch = Instant.j2000
        let satellites = Constellation(shell.elementSets(epoch: epoch)).positions(at: epoch)
        let mesh = MeshBuilder(topology: Chain(), stations: []).mesh(of: satellites, atSeconds: 0)
        #expect(mesh.linkCount == 19)
    }

    @Test func `contacts of a day`() async {
        let shell = Shell(name: "S1", planes: 2, slots: 3, inclinationDeg: 53, altitudeKm: 1_200)
        let epoch = Instant.j2000
        let constellation = Constellation(shell.elementSets(epoch: epoch))
        let oslo = GroundStation(name: "Oslo", latitudeDeg: 59.9, longitudeDeg: 10.7)
        let builder = MeshBuilder(topology: LinkList.none, stations: [oslo])
        // from Sources/Contacts/Finder/ContactFinder.swift
        let finder = ContactFinder(constellation, builder: builder, epoch: epoch)
        let plan = await finder.plan(over: 0..<86_400)
        // end
        #expect(plan.contacts.count > 10)
        #expect(plan.contacts.allSatisfy { $0.b == NodeID(6) && $0.upS < $0.downS })
    }

    @Test func `a stone falls`() throws {
        // from Sources/Numerics/Solvers/InitialValueProblem.swift
        var fall = try InitialValueProblem(time: 0, values: [100, 0]) { _, y, slope in
            slope[0] = y[1]
            slope[1] = -9.81
        }
        try fall.advance(to: 2)  // fall.values[0] is 100 − 9.81 · 2² / 2
        // end
        #expect(abs(fall.values[0] - (100 - 9.81 * 2)) < 1e-9)
    }

    @Test func `a folder of results with a table and a netCDF file`() throws {
        let temporary = try TemporaryFolder()
        do {
            let path = temporary.path("tables")
            // from Sources/Results/Folders/ResultFolder.swift
            let folder = try ResultFolder(at: path, force: false)
            let table = try folder.table("latency.csv", columns: ["time_s", "rtt_ms"])
            try table.row(0.0, 55.25)
            try folder.finish(Manifest(program: "helio-route"))
            // end
            #expect(try CSVTable(contentsOf: path + "/latency.csv").doubles("rtt_ms") == [55.25])
        }
        let folder = try ResultFolder(at: temporary.path("grids"))
        // from Sources/Results/NetCDF/NetCDFWriter.swift
        let file = try NetCDFWriter(path: folder.partialPath + "/lengths.nc")
        let time = try file.dimension("time", count: nil)
        let length = try file.variable("length_km", of: Double.self, over: [time], fill: .nan)
        try file.write([1.0, 2.0], to: length, from: [0], count: [2])
        try file.close()
        try folder.adopt("lengths.nc")
        // end
        try folder.finish(Manifest(program: "test"))
        let size = try FileManager.default.attributesOfItem(
            atPath: temporary.path("grids/lengths.nc"))[.size]
        #expect((size as? Int ?? 0) > 100)
    }

    @Test func `chunks of a netCDF file`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path("lengths.nc")
        // from Sources/Results/NetCDF/NetCDFChunkWriter.swift
        let file = try NetCDFWriter(path: path)
        let time = try file.dimension("time", count: nil)
        let length = try file.variable(
            "length_km", over: [time], fill: Double.nan,
            storage: NetCDFStorage(chunk: [16], deflateLevel: 1))
        let chunks = try file.chunks()
        var packed = PackedChunks()
        ChunkPacker().pack([1.0, 2.0], of: length, from: [0], count: [2], into: &packed)
        try chunks.write(packed, to: length)
        try chunks.close()
        // end
        let values = try NetCDFReader(path: path).values(of: "length_km", as: Double.self)
        #expect(values == [1, 2])
    }

    @Test func `next hops block by block`() throws {
        let temporary = try TemporaryFolder()
        let scenario = try temporary.write(CommandLineTests.tiny, to: "s.yaml")
        let experiment = try Experiment(Scenario(contentsOf: scenario))
        let satellite = NodeID(3)
        var hops: [NodeID?] = []
        // from Sources/Scenarios/Runs/BlockSolver.swift
        let solver = BlockSolver(experiment)
        for first in stride(from: 0, to: experiment.window.count, by: 8) {
            let instants = first..<min(first + 8, experiment.window.count)
            solver.solve(instants, to: experiment.stationNodes)
            hops.append(solver.forwarding.nextHop(from: satellite, to: 0, at: 0))
        }
        // end
        #expect(hops.count == 1)
        let mesh = experiment.mesh(atSeconds: 0).mesh
        var query = AStar()
        let route = query.route(in: mesh, from: satellite, to: mesh.station(0))
        #expect(hops[0] == route?.nodes[1])
    }

    @Test func `a command of one's own`() async throws {
        // from Sources/Console/HelioCommand.swift
        struct HelioHello: HelioCommand {
            static let configuration = CommandConfiguration(
                commandName: "helio-hello", abstract: "Makes an empty folder of results.",
                version: HeliographVersion.string)
            @OptionGroup var shared: SharedOptions

            func run() throws {
                try shared.resultFolder().finish(Manifest(program: "helio-hello"))
            }
        }
        // end
        let temporary = try TemporaryFolder()
        let command = try #require(
            HelioHello.parseAsRoot(["--out", temporary.path("out")]) as? HelioHello)
        try command.run()
        #expect(FileManager.default.fileExists(atPath: temporary.path("out/manifest.json")))
    }
}
