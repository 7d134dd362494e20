import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

/// StarryNet's matrices.
@Suite struct StarryNetTests {
    private static let oneShell = FormatSamples.scenario
        .replacing("- { name: B", with: "# - { name: B")

    private static func matrix(_ path: String) throws -> [[Double]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            line.split(separator: ",").compactMap { Double($0) }
        }
    }

    @Test func `matrices, places and changes are those of the meshes`() async throws {
        let folder = try TemporaryFolder()
        let text = Self.oneShell.replacing("duration_s: 4", with: "duration_s: 120")
            .replacing("ground:", with: "lasers: { grazing_altitude_km: -6000 }\nground:")
        let experiment = try FormatSamples.experiment(text, in: folder)
        let out = try await FormatSamples.write(.starryNet, experiment, in: folder)
        let nodes = experiment.nodeCount
        var radio: Set<[Int]> = []
        var expected: [String] = []
        for second in 0..<120 {
            let mesh = experiment.mesh(atSeconds: Double(second)).mesh
            let rows = try Self.matrix("\(out)/delay/\(second + 1).txt")
            #expect(rows.count == nodes && rows.allSatisfy { $0.count == nodes })
            var links = 0
            for link in mesh.links {
                let delay = rows[link.a.index][link.b.index]
                #expect(delay == rows[link.b.index][link.a.index])
                #expect(abs(delay - link.delayS * 1_000) <= 0.005 + 1e-12)
                links += 2
            }
            #expect(rows.joined().count { $0 != 0 } == links)
            let now = Set(
                mesh.links.filter { $0.kind == .radio }.map { [$0.a.index + 1, $0.b.index + 1] })
            if second > 0, now != radio {
                expected.append("time \(second + 1):")
                expected +=
                    ["add:"]
                    + now.subtracting(radio).sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }
                    .map { "\($0[0])-\($0[1])" }
                expected +=
                    ["del:"]
                    + radio.subtracting(now).sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }
                    .map { "\($0[0])-\($0[1])" }
            }
            radio = now
        }
        #expect(expected.count > 5)
        let changes = try String(contentsOfFile: "\(out)/Topo_leo_change.txt", encoding: .utf8)
            .split(separator: "\n").map(String.init)
        #expect(
            changes.filter { !$0.hasPrefix("duration") }
                == expected + ["time 120:", "end of the emulation! "])
        let places = try Self.matrix("\(out)/position/0.txt")
        #expect(
            places.count == 48 && places.allSatisfy { $0.count == 3 && abs($0[2] - 1_200) < 30 })
    }

    @Test func `what was written is read back`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(Self.oneShell, in: folder)
        let out = try await FormatSamples.write(.starryNet, experiment, in: folder)
        let back = try FormatSamples.read(.starryNet, out, in: folder)
        #expect(back.satelliteNames == (1...48).map(String.init))
        #expect(back.stations.map(\.name) == experiment.stations.map(\.name))
        #expect(back.window.count == 4)
        for second in 0..<4 {
            let (one, other) = [experiment, back].map { experiment in
                experiment.mesh(atSeconds: Double(second)).mesh.links.filter { $0.kind == .laser }
            }.tuple
            #expect(one.map { [$0.a, $0.b] } == other.map { [$0.a, $0.b] } && !one.isEmpty)
            // Six digits of a degree are 0.1 m.
            for (a, b) in zip(one, other) { #expect(abs(a.lengthKm - b.lengthKm) < 1e-3) }
        }
        let delays = try CSVTable(contentsOf: folder.path("back/delays.csv"))
        #expect(try delays.doubles("time_s").max() == 3)
        #expect(try delays.strings("b").contains("Nairobi"))
        // Its own matrices again, to the byte.
        let again = try await FormatSamples.write(.starryNet, back, in: folder, "again")
        #expect(
            try Self.matrix("\(out)/delay/2.txt").prefix(48).map { Array($0.prefix(48)) }
                == Self.matrix("\(again)/delay/2.txt").prefix(48).map { Array($0.prefix(48)) })
    }

    /// Two satellites and a station as numpy's `savetxt` writes them, without `stations.csv`.
    private static func sample(in folder: TemporaryFolder) throws -> String {
        for name in ["delay", "position"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: "sn/\(name)"), withIntermediateDirectories: true)
        }
        let position = "10.000000,20.000000,550.000000\n12.000000,20.500000,550.100000\n"
        try folder.write(position, to: "sn/position/0.txt")
        try folder.write(position + "\n", to: "sn/position/1.txt")
        try folder.write("0.00,1.21,2.00\n1.21,0.00,0.00\n2.00,0.00,0.00\n", to: "sn/delay/1.txt")
        try folder.write("0.00,0.00,2.01\n0.00,0.00,3.00\n2.01,3.00,0.00\n", to: "sn/delay/2.txt")
        return folder.path("sn")
    }

    @Test func `matrices of StarryNet's own shape are read`() throws {
        let folder = try TemporaryFolder()
        let back = try FormatSamples.read(.starryNet, Self.sample(in: folder), in: folder)
        #expect(back.satelliteNames == ["1", "2"] && back.stations.isEmpty)
        #expect(back.mesh(atSeconds: 0).mesh.linkCount == 1)
        #expect(back.mesh(atSeconds: 1).mesh.linkCount == 0)
        #expect(
            try String(contentsOfFile: folder.path("back/delays.csv"), encoding: .utf8) == """
                time_s,a,b,delay_ms
                0.0,1,2,1.21
                0.0,1,3,2.0
                1.0,1,3,2.01
                1.0,2,3,3.0

                """)
    }

    @Test(arguments: [
        ("delay/1.txt", "0.00,1.21\n1.21,0.00\n", "delay/2.txt, line 3"),
        ("delay/2.txt", "0,1,x\n1,0,0\n0,0,0\n", "line 1: found 'x' for node 3"),
        ("delay/2.txt", "0,1,0\n2,0,0\n0,0,0\n", "line 2: found 2 to node 1"),
        ("delay/2.txt", "0,1,0\n0,0,0\n0,0,0\n", "line 2: found 0 to node 1"),
        ("delay/2.txt", "1,0,0\n0,0,0\n0,0,0\n", "node 1 to itself"),
        ("delay/2.txt", "0,0,0\n0,0\n0,0,0\n", "line 2: found 2 numbers"),
        ("position/1.txt", "1,2,3\n", "1 satellites"), ("position/0.txt", "1,200\n", "line 1"),
        ("position/0.txt", "", "no satellite"),
    ])
    func `a wrong matrix is told with its line`(file: String, text: String, said: String) throws {
        let folder = try TemporaryFolder()
        let path = try Self.sample(in: folder)
        try folder.write(text, to: "sn/" + file)
        let message = FormatSamples.fault(of: .starryNet, path, in: folder)
        #expect(message?.contains(said) == true, "\(message ?? "")")
    }

    @Test func `a directory without matrices is missing`() throws {
        let folder = try TemporaryFolder()
        let message = FormatSamples.fault(of: .starryNet, folder.url.path, in: folder)
        #expect(message?.contains("position/0.txt is missing") == true)
    }

    @Test(arguments: [
        ("step_s: 1", "step_s: 2", "steps of 1 s"),
        ("duration_s: 4", "duration_s: 0", "an instant"),
        (
            "ground:", "lasers: { topology: nearest, max_range_km: 2600 }\nground:",
            "lasers that change"
        ),
    ])
    func `what the matrices cannot hold is refused`(
        old: String, new: String, said: String
    ) async throws {
        let folder = try TemporaryFolder()
        let text = FormatSamples.scenario.replacing(old, with: new)
            .replacing("duration_s: 4", with: "duration_s: 300")
        let experiment = try FormatSamples.experiment(text, in: folder)
        let error = await #expect(throws: ExchangeError.self) {
            try await FormatSamples.write(.starryNet, experiment, in: folder)
        }
        #expect(error?.message.contains(said) == true, "\(error?.message ?? "")")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }
}

extension Array {
    fileprivate var tuple: (Element, Element) { (self[0], self[1]) }
}
