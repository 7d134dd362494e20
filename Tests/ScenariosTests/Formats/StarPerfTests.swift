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

    /// A star and a delta in the shape of its `config/XML_constellation`.
    private static let configuration = """
        <constellation>
            <number_of_shells>2</number_of_shells>
            <shell1>
                <altitude>1015</altitude>
                <orbit_cycle>6298</orbit_cycle>
                <inclination>98.98</inclination>
                <phase_shift>1</phase_shift>
                <number_of_orbit>6</number_of_orbit>
                <number_of_satellite_per_orbit>7</number_of_satellite_per_orbit>
            </shell1>
            <shell2>
                <altitude>1325</altitude>
                <orbit_cycle>6557</orbit_cycle>
                <inclination>50.88</inclination>
                <phase_shift>0</phase_shift>
                <number_of_orbit>4</number_of_orbit>
                <number_of_satellite_per_orbit>5</number_of_satellite_per_orbit>
            </shell2>
        </constellation>
        """

    /// Stations in the shape of its `config/ground_stations`; the first stands there for two bands.
    private static let stations = """
        <GSs>
          <GS1><Latitude>34.78</Latitude><Longitude>-95.87</Longitude>
            <Description>Savanna, OK | Mega</Description><Frequency>Ka</Frequency>
            <Antenna_Count>40</Antenna_Count><Uplink_Ghz>2.1</Uplink_Ghz></GS1>
          <GS2><Latitude>34.78</Latitude><Longitude>-95.87</Longitude>
            <Description>Savanna, OK | Mega</Description><Frequency>E</Frequency></GS2>
          <GS3><Latitude>-22.69</Latitude><Longitude>-42.87</Longitude>
            <Description>Itabora\u{ed} &amp; Rio</Description></GS3>
        </GSs>
        """

    private static func write(
        _ text: String, _ stations: String?, in folder: TemporaryFolder
    ) throws -> String {
        for name in ["config", "config/XML_constellation", "config/ground_stations"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: true)
        }
        if let stations {
            try folder.write(stations, to: "config/ground_stations/Telesat.xml")
        }
        return try folder.write(text, to: "config/XML_constellation/Telesat.xml")
    }

    @Test func `a constellation in XML becomes a scenario`() throws {
        let folder = try TemporaryFolder()
        let back = try FormatSamples.read(
            .starPerf, Self.write(Self.configuration, Self.stations, in: folder),
            options: ExchangeOptions(stepS: 10), in: folder)
        #expect(back.scenario.name == "Telesat" && back.satelliteNames[42] == "shell2-0-0")
        #expect(back.window.count == 656 && back.window.seconds(at: 1) == 10)
        #expect(back.shells.map(\.isFullCircle) == [false, true])
        #expect(back.stations.map(\.name) == ["Savanna, OK | Mega", "Itabora\u{ed} & Rio"])
        #expect(abs(back.stations[1].place.latitudeDeg + 22.69) < 1e-12)
        // Its own formula: the square root of GM / r^3, a minute's part.
        let axisM = 6_371_393 + 1_015_000.0
        let perMinute = (3.9860044e14 / (axisM * axisM * axisM)).squareRoot() * 60
        #expect(abs(back.shells[0].meanMotionRadPerMin - perMinute) < 1e-12)
        let first = back.constellation.elements
        #expect(abs(first[7].raanRad - .pi / 6) < 1e-12 && first[7].meanAnomalyRad == 0)
        // The last plane of the star has no lasers to the first.
        let lasers = back.mesh(atSeconds: 0).mesh.links.filter { $0.kind == .laser }
        #expect(lasers.count == 42 + 35 + 2 * 20)
        // Without stations beside it, and with the step of any scenario.
        let alone = try folder.write(Self.configuration, to: "Alone.xml")
        let plain = try FormatSamples.read(.starPerf, alone, in: folder, "alone")
        #expect(plain.stations.isEmpty && plain.window.seconds(at: 1) == 60)
    }

    @Test(arguments: [
        ("<number_of_shells>2", "<number_of_shells>3", "no constellation/shell3/altitude"),
        ("<altitude>1015", "<altitude>high", "line 4: found 'high' as constellation/shell1/alt"),
        ("<number_of_orbit>6", "<number_of_orbit>6.5", "a whole number from 1"),
        ("</shell1>", "</shell2>", "line 10"),
        ("<constellation>", "<GSs>", "line"),
        ("<inclination>98.98", "<inclination>198.98", "0.0 to 180.0"),
        ("<number_of_orbit>6<", "<number_of_orbit>99999<", "at most"),
    ])
    func `a wrong constellation is told with its line`(
        old: String, new: String, said: String
    ) throws {
        let folder = try TemporaryFolder()
        #expect(Self.configuration.contains(old))
        let wide = Self.configuration.replacing(
            "per_orbit>7<", with: old.contains("6<") ? "per_orbit>9999<" : "per_orbit>7<")
        let path = try Self.write(wide.replacing(old, with: new), nil, in: folder)
        let message = FormatSamples.fault(of: .starPerf, path, in: folder)
        #expect(message?.contains(said) == true, "\(message ?? "none")")
    }

    @Test func `a wrong station is told with its line`() throws {
        let folder = try TemporaryFolder()
        let path = try Self.write(
            Self.configuration, Self.stations.replacing("-22.69", with: "-92.69"), in: folder)
        let message = FormatSamples.fault(of: .starPerf, path, in: folder)
        #expect(message?.contains("line 7: found '-92.69' as GSs/GS3/Latitude") == true)
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
