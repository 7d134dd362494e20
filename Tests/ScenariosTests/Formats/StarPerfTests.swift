import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

/// StarPerf's HDF5 file.
@Suite struct StarPerfTests {
    private static let oracle = ["h5py", "numpy"]

    private static let fixture = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/starperf.h5").path

    @Test func `what was written is read back`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(in: folder)
        let out = try await FormatSamples.write(.starPerf, experiment, in: folder)
        let back = try FormatSamples.read(
            .starPerf, "\(out)/sample.h5", options: ExchangeOptions(stepS: 1), in: folder)
        #expect(back.constellation.count == 68 && back.window.count == 4)
        #expect(back.satelliteNames[47] == "shell1-48" && back.satelliteNames[48] == "shell2-1")
        for second in 0..<4 {
            let one = experiment.mesh(atSeconds: Double(second)).mesh.links
                .filter { $0.kind == .laser }
            let other = back.mesh(atSeconds: Double(second)).mesh.links
            #expect(one.map { [$0.a, $0.b] } == other.map { [$0.a, $0.b] } && one.count > 60)
            for (a, b) in zip(one, other) { #expect(abs(a.lengthKm - b.lengthKm) < 1e-6) }
        }
        let table = try CSVTable(contentsOf: folder.path("back/delays.csv"))
        let first = try #require(
            experiment.mesh(atSeconds: 0).mesh.links.first { $0.kind == .laser })
        #expect(try table.doubles("delay_ms")[0] == first.delayS * 1_000)
    }

    @Test func `the same bytes with any number of threads`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(in: folder)
        for (form, file) in [(ExchangeForm.starPerf, "sample.h5"), (.leoCraft, "nodes.csv")] {
            let one = try await FormatSamples.write(
                form, experiment, threads: 1, in: folder, "one-\(form)")
            let three = try await FormatSamples.write(
                form, experiment, threads: 3, in: folder, "three-\(form)")
            #expect(
                FileManager.default.contentsEqual(
                    atPath: "\(one)/\(file)", andPath: "\(three)/\(file)"))
            #expect(
                FileManager.default.contentsEqual(
                    atPath: "\(one)/manifest.json", andPath: "\(three)/manifest.json"))
        }
    }

    /// h5py reads the file as StarPerf does.
    @Test(
        .enabled(
            if: PythonOracle.isPresent(oracle), Comment(rawValue: PythonOracle.absent(oracle))))
    func `h5py reads positions and delays`() async throws {
        let folder = try TemporaryFolder()
        let experiment = try FormatSamples.experiment(in: folder)
        let out = try await FormatSamples.write(.starPerf, experiment, in: folder)
        let output = try #require(
            try PythonOracle.output(of: "starperf_file.py", input: "\(out)/sample.h5"))
        let lines = output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        #expect(lines.filter { $0[0] == "position" }.count == 4 * 68)
        #expect(
            lines.filter { $0[0] == "size" && $0[2] == "timeslot1" }.map { $0.dropFirst(3) }
                == [["49", "49"], ["21", "21"]])
        let mesh = experiment.mesh(atSeconds: 2).mesh
        var checked = 0
        for line in lines where line[0] == "delay" && line[2] == "timeslot3" {
            let base = line[1] == "shell1" ? -1 : 47
            let (a, b) = (base + (Int(line[3]) ?? 0), base + (Int(line[4]) ?? 0))
            let link = mesh.link(between: .init(a), and: .init(b))
            #expect(link?.delayS == Double(line[5]))
            checked += 1
        }
        #expect(checked == 2 * mesh.links.count { $0.kind == .laser })
    }

    /// The fixture is what h5py writes in StarPerf's own way.
    @Test func `a file of h5py is read`() throws {
        let folder = try TemporaryFolder()
        let back = try FormatSamples.read(
            .starPerf, Self.fixture, options: ExchangeOptions(stepS: 60), in: folder)
        #expect(
            back.satelliteNames
                == ["shell1-1", "shell1-2", "shell1-3", "shell2-1", "shell2-2"])
        #expect(back.window.count == 2 && back.window.seconds(at: 1) == 60)
        #expect(back.mesh(atSeconds: 0).mesh.linkCount == 2)
        #expect(back.mesh(atSeconds: 60).mesh.linkCount == 3)
        let table = try CSVTable(contentsOf: folder.path("back/delays.csv"))
        #expect(try table.doubles("delay_ms") == [5, 5, 6, 5.5, 6])
        let positions = try CSVTable(contentsOf: folder.path("back/positions.csv"))
        #expect(try positions.doubles("longitude_deg").prefix(3) == [1, 11, 21])
        #expect(try positions.doubles("latitude_deg").prefix(3) == [-5.5, -4.5, -3.5])
        #expect(try positions.doubles("altitude_km").suffix(2) == [570, 570])
    }

    @Test func `a wrong file is told in a sentence`() throws {
        let folder = try TemporaryFolder()
        let text = try folder.write("no HDF5 at all", to: "a.h5")
        func fault(_ path: String, stepS: Double? = 1) -> String? {
            FormatSamples.fault(
                of: .starPerf, path, options: ExchangeOptions(stepS: stepS), in: folder)
        }
        #expect(fault(text)?.contains("expected StarPerf's HDF5 file") == true)
        #expect(fault(folder.path("none.h5"))?.contains("none.h5 is missing") == true)
        #expect(fault(folder.url.path)?.contains("is a folder") == true)
        #expect(fault(Self.fixture, stepS: nil)?.contains("2 slots") == true)
        // A file of ours of another kind, one whose text is no number, one that is not square.
        let none = folder.path("none")
        let file = try NetCDFWriter(path: none)
        try file.close()
        #expect(fault(none)?.contains("expected position and delay") == true)
        for (name, latitude, width, said) in [
            ("text", "x", 3, "row 0"), ("range", "91", 3, "row 0"), ("size", "1", 2, "3 rows of 3"),
        ] {
            let path = folder.path(name)
            let file = try NetCDFWriter(path: path, conventions: nil)
            let (rows, axes) = (
                try file.dimension("rows", count: 2), try file.dimension("axes", count: 3)
            )
            let position = try file.group("shell1", in: file.group("position"))
            try file.texts(
                "timeslot1", ["1", latitude, "550", "2", "3", "550"], over: [rows, axes],
                in: position)
            let matrix = try file.dimension("matrix", count: width)
            let delays = try file.variable(
                "timeslot1", of: Double.self, over: [matrix, matrix],
                in: file.group("shell1", in: file.group("delay")))
            try file.write(
                Array(repeating: 0, count: width * width), to: delays, from: [0, 0],
                count: [width, width])
            try file.close()
            #expect(fault(path)?.contains(said) == true, "\(name): \(fault(path) ?? "none")")
        }
    }

    @Test func `lasers between shells are refused`() async throws {
        let folder = try TemporaryFolder()
        let text = FormatSamples.scenario.replacing(
            "ground:", with: "lasers: { shell_terminals: 1 }\nground:")
        let experiment = try FormatSamples.experiment(text, in: folder)
        let error = await #expect(throws: ExchangeError.self) {
            try await FormatSamples.write(.starPerf, experiment, in: folder)
        }
        #expect(error?.message.contains("lasers within a shell") == true)
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }
}
