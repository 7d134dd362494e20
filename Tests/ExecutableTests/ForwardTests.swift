import Foundation
import Results
import TestSupport
import Testing

/// What `helio-forward` writes, as other programs read it.
@Suite struct ForwardTests {
    private func run(_ more: [String], in folder: TemporaryFolder) throws {
        let scenario = try folder.write(
            CommandLineTests.tiny.replacing("duration_s: 2", with: "duration_s: 40"),
            to: "s.yaml")
        let run = try Program("helio-forward").run(
            ["--scenario", scenario, "--out", folder.path("out")] + more)
        #expect(run.status == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
    }

    @Test func `the file has its dimensions, names and units`() throws {
        let folder = try TemporaryFolder()
        try run([], in: folder)
        #expect(
            try Set(FileManager.default.contentsOfDirectory(atPath: folder.path("out"))) == [
                "forwarding.nc", "nodes.csv", "errors.csv", "rejected.csv", "scenario.yaml",
                "manifest.json",
            ])
        let file = try NetCDFReader(path: folder.path("out/forwarding.nc"))
        for name in ["next_hop", "latency_ms"] {
            #expect(try file.dimensions(of: name) == ["time", "destination", "node"])
        }
        #expect(try file.text("units", of: "latency_ms") == "ms")
        #expect(
            try file.text("units", of: "time") == "seconds since 2000-01-01T00:00:00.000000Z")
        #expect(try file.values(of: "time", as: Double.self) == (0..<40).map(Double.init))
        #expect(try file.values(of: "destination", as: Int32.self) == [48, 49])
        #expect(try file.texts(of: "destination_name") == ["A", "B"])
        let nodes = try CSVTable(contentsOf: folder.path("out/nodes.csv"))
        #expect(nodes.header == ["node", "name", "kind"])
        #expect(try file.texts(of: "node_name") == nodes.strings("name"))
        #expect(try nodes.doubles("node") == (0..<50).map(Double.init))
        #expect(
            try nodes.strings("kind").map { $0 == "satellite" ? Int8(0) : 1 }
                == file.values(of: "node_kind", as: Int8.self))
    }

    /// Following the next hops from A to B gives the route and the latency of `helio-route`.
    @Test func `the next hops lead along the routes`() throws {
        let folder = try TemporaryFolder()
        try run([], in: folder)
        let route = try Program("helio-route").run([
            "--scenario", folder.path("s.yaml"), "--out", folder.path("routes"),
        ])
        #expect(route.status == 0)
        let file = try NetCDFReader(path: folder.path("out/forwarding.nc"))
        let names = try file.texts(of: "node_name")
        let nextHop = try file.values(of: "next_hop", as: Int16.self)
        let latencyMs = try file.values(of: "latency_ms", as: Float.self)
        let table = try CSVTable(contentsOf: folder.path("routes/latency.csv"))
        let nodes = try CSVTable(contentsOf: folder.path("routes/routes.csv")).strings("nodes")
        let (numbers, rtts) = (try table.strings("route"), try table.doubles("rtt_ms"))
        #expect(numbers.count == 40)
        var reached = 0
        for instant in 0..<40 {
            let row = (instant * 2 + 1) * 50
            guard let number = Int(numbers[instant]) else {
                #expect(nextHop[row + 48] == -1 && latencyMs[row + 48].isNaN)
                continue
            }
            reached += 1
            var node = 48
            var walk = [names[node]]
            while node != 49, walk.count <= 50 {
                node = Int(nextHop[row + node])
                try #require(node >= 0)
                walk.append(names[node])
            }
            #expect(walk.joined(separator: " ") == nodes[number])
            #expect(latencyMs[row + 48] == Float(rtts[instant] / 2))
        }
        #expect(reached > 0)
    }

    @Test func `the two forms say the same`() throws {
        let folder = try TemporaryFolder()
        try run(["--format", "both"], in: folder)
        let file = try NetCDFReader(path: folder.path("out/forwarding.nc"))
        let names = try file.texts(of: "node_name")
        let table = try CSVTable(contentsOf: folder.path("out/forwarding.csv"))
        #expect(table.header == ["time_s", "destination", "node", "next_hop", "latency_ms"])
        #expect(table.rowCount == 40 * 2 * 50)
        let nextHop = try file.values(of: "next_hop", as: Int16.self)
        #expect(try table.strings("next_hop") == nextHop.map { $0 < 0 ? "" : names[Int($0)] })
        let latencies = try file.values(of: "latency_ms", as: Float.self)
        let pairs = zip(try table.doubles("latency_ms"), latencies)
        #expect(pairs.allSatisfy { Float($0) == $1 || ($0.isNaN && $1.isNaN) })
        #expect(try Array(table.strings("node").prefix(50)) == names)
    }

    @Test func `the latencies can be left out`() throws {
        let folder = try TemporaryFolder()
        try run(["--no-latency"], in: folder)
        let file = try NetCDFReader(path: folder.path("out/forwarding.nc"))
        #expect(try file.values(of: "next_hop", as: Int16.self).count == 40 * 2 * 50)
        #expect(throws: NetCDFError.self) { try file.values(of: "latency_ms", as: Float.self) }
    }

    @Test func `more nodes than 16 bits can number have 32`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(
            """
            window: { duration_s: 1, step_s: 1 }
            constellation:
              propagator: kepler-j2
              shells: [{ planes: 200, slots: 165, inclination_deg: 53, altitude_km: 550 }]
            lasers: { topology: none }
            ground:
              stations: [{ name: A, latitude_deg: 20, longitude_deg: 0 }]
            """, to: "s.yaml")
        let run = try Program("helio-forward").run([
            "--scenario", scenario, "--out", folder.path("out"),
        ])
        #expect(run.status == 0, "\(run.errors)")
        let file = try NetCDFReader(path: folder.path("out/forwarding.nc"))
        let nextHop = try file.values(of: "next_hop", as: Int32.self)
        #expect(nextHop.count == 33_001 && nextHop.last == 33_000)
        #expect(nextHop.contains(-1) && nextHop.dropLast().contains(33_000))
    }

    @Test func `a scenario without stations is refused`() throws {
        let folder = try TemporaryFolder()
        let bare = try #require(CommandLineTests.tiny.split(separator: "ground:").first)
        let scenario = try folder.write(String(bare), to: "s.yaml")
        let run = try Program("helio-forward").run([
            "--scenario", scenario, "--out", folder.path("out"),
        ])
        #expect(run.status == 65 && run.errors.contains("stations"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    /// A limit of the size of files fails as a full disk does: in the middle of writing, and again
    /// on closing; with the first limit while the file is defined, with the others among its chunks.
    @Test(arguments: [8, 128, 256])
    func `a file that cannot be written to its end leaves one sentence`(blocks: Int) throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(
            CommandLineTests.tiny.replacing("duration_s: 2", with: "duration_s: 600"),
            to: "s.yaml")
        let errors = folder.url.appending(path: "errors")
        try Data().write(to: errors)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "trap '' XFSZ; ulimit -f \(blocks); exec \"$0\" \"$@\"",
            Program("helio-forward").url.path, "--scenario", scenario, "--out",
            folder.path("out"),
        ]
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let words = try String(contentsOf: errors, encoding: .utf8)
        #expect(process.terminationReason == .exit && process.terminationStatus == 73)
        #expect(words.hasPrefix("helio-forward: cannot write "), "\(words)")
        #expect(words.hasSuffix("forwarding.nc: the file is larger than the system allows\n"))
        #expect(words.count { $0 == "\n" } == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(Set(left) == ["s.yaml", "errors"])
    }

    @Test(arguments: ["teme", "itrf", "geodetic"])
    func `an ephemeris has the same numbers in both forms`(frame: String) throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny, to: "s.yaml")
        let run = try Program("helio-propagate").run([
            "--scenario", scenario, "--out", folder.path("out"), "--format", "both", "--frame",
            frame,
        ])
        #expect(run.status == 0, "\(run.errors)")
        let file = try NetCDFReader(path: folder.path("out/ephemeris.nc"))
        let table = try CSVTable(contentsOf: folder.path("out/ephemeris.csv"))
        #expect(try file.values(of: "time", as: Double.self) == [0, 1])
        #expect(
            try Array(table.strings("satellite").prefix(48)) == file.texts(of: "satellite_name"))
        for column in table.header.dropFirst(2) {
            #expect(try file.dimensions(of: column) == ["time", "satellite"])
            #expect(try file.values(of: column, as: Double.self) == table.doubles(column))
        }
        #expect(try !file.text("units", of: table.header[2]).isEmpty)
    }
}
