import Foundation
import Orbits
import Results
import TestSupport
import Testing

/// The tables of the executables, as other programs read them.
@Suite struct ContractTests {
    @Test func `edges are satellites before stations, with length and delay`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny, to: "s.yaml")
        let run = try Program("helio-mesh").run([
            "--scenario", scenario, "--out", folder.path("out"), "--at", "0", "--at",
            "2000-01-01T00:01:30.5Z",
        ])
        #expect(run.status == 0)
        let edges = try CSVTable(contentsOf: folder.path("out/edges.csv"))
        #expect(edges.header == ["time_s", "a", "b", "kind", "length_km", "delay_ms"])
        #expect(try Set(edges.doubles("time_s")) == [0, 90.5])
        let kinds = try edges.strings("kind")
        #expect(kinds.count { $0 == "laser" } > 0 && kinds.count { $0 == "radio" } > 0)
        let (a, b) = (try edges.strings("a"), try edges.strings("b"))
        for row in kinds.indices {
            #expect(a[row].hasPrefix("S1-"))
            #expect(b[row].hasPrefix("S1-") == (kinds[row] == "laser"))
        }
        for (length, delay) in zip(
            try edges.doubles("length_km"), try edges.doubles("delay_ms"))
        {
            #expect(abs(delay - length / 299.792458) < 1e-12)
        }
        #expect(Set(zip(a, b).map { "\($0) \($1)" }).count <= kinds.count)
    }

    /// A set in TLE form for tests that need one of known text.
    private static let tle = """
        VANGUARD 1
        1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753
        2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667
        BROKEN
        1 00006U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4755
        2 00006  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413668

        """

    /// The first states of the verification set: Vallado et al. 2006, satellite 00005.
    @Test func `element sets are propagated from their own file`() throws {
        let folder = try TemporaryFolder()
        let elements = try folder.write(Self.tle, to: "anything.txt")
        let epoch = Instant(year: 2000, dayOfYear: 179.78495062)
        let run = try Program("helio-propagate").run([
            "--elements", elements, "--start", epoch.iso8601(fractionDigits: 9), "--duration-s",
            "43200", "--step-s", "21600", "--out", folder.path("out"),
        ])
        #expect(run.status == 0, "\(run.errors)")
        let table = try CSVTable(contentsOf: folder.path("out/ephemeris.csv"))
        #expect(
            table.header == [
                "time_s", "satellite", "x_km", "y_km", "z_km", "vx_km_s", "vy_km_s", "vz_km_s",
            ])
        #expect(try table.strings("satellite") == ["5", "5"])
        #expect(try table.doubles("time_s") == [0, 21_600])
        let expected = [
            (7_022.46529266, -1_400.08296755, 0.03995155),
            (-7_154.03120202, -3_783.17682504, -3_536.19412294),
        ]
        for (row, position) in expected.enumerated() {
            let x = try table.doubles("x_km")[row]
            let y = try table.doubles("y_km")[row]
            let z = try table.doubles("z_km")[row]
            // The start is given to a nanosecond, in which a satellite goes 8 micrometres.
            #expect(abs(x - position.0) < 2e-8 && abs(y - position.1) < 2e-8)
            #expect(abs(z - position.2) < 2e-8)
        }
        let rejected = try CSVTable(contentsOf: folder.path("out/rejected.csv"))
        #expect(rejected.header == ["file", "line", "message"])
        #expect(rejected.rowCount == 1)
        #expect(try rejected.strings("message")[0].contains("checksum"))
        let accepted = try Program("helio-propagate").run([
            "--elements", elements, "--duration-s", "1", "--step-s", "1", "--allow-bad-checksum",
            "--out", folder.path("both"),
        ])
        #expect(accepted.status == 0)
        #expect(try CSVTable(contentsOf: folder.path("both/ephemeris.csv")).rowCount == 2)
        #expect(try CSVTable(contentsOf: folder.path("both/rejected.csv")).rowCount == 0)
    }

    @Test(arguments: [("itrf", 8), ("geodetic", 5), ("teme", 8)])
    func `each frame has its columns`(frame: String, columns: Int) throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny, to: "s.yaml")
        let run = try Program("helio-propagate").run([
            "--scenario", scenario, "--frame", frame, "--out", folder.path("out"),
        ])
        #expect(run.status == 0)
        let table = try CSVTable(contentsOf: folder.path("out/ephemeris.csv"))
        #expect(table.header.count == columns && table.rowCount == 2 * 48)
        if frame == "geodetic" {
            #expect(try table.doubles("altitude_km").allSatisfy { (1_190...1_225).contains($0) })
        }
    }

    /// A design written as TLEs and read again flies where the design flies, but for the rounding of
    /// its elements to four decimals of a degree, which is 12 m.
    @Test func `a design becomes valid TLEs`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny, to: "s.yaml")
        #expect(
            try Program("helio-propagate").run([
                "--scenario", scenario, "--write-tle", "--out", folder.path("out"),
            ]).status == 0)
        let again = try Program("helio-propagate").run([
            "--elements", folder.path("out/satellites.tle"), "--start", "2000-01-01T00:00:00Z",
            "--duration-s", "2", "--step-s", "1", "--out", folder.path("again"),
        ])
        #expect(again.status == 0, "\(again.errors)")
        #expect(try CSVTable(contentsOf: folder.path("again/rejected.csv")).rowCount == 0)
        let design = try CSVTable(contentsOf: folder.path("out/ephemeris.csv"))
        let read = try CSVTable(contentsOf: folder.path("again/ephemeris.csv"))
        #expect(read.rowCount == design.rowCount)
        for column in ["x_km", "y_km", "z_km"] {
            let pairs = zip(try design.doubles(column), try read.doubles(column))
            #expect(pairs.allSatisfy { abs($0 - $1) < 0.03 })
        }
    }

    @Test func `the manifest tells what made the results`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny, to: "s.yaml")
        #expect(
            try Program("helio-route").run(["--scenario", scenario, "--out", folder.path("out")])
                .status == 0)
        let data = try Data(contentsOf: folder.url.appending(path: "out/manifest.json"))
        let manifest = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(manifest["program"] as? String == "helio-route")
        #expect(manifest["version"] as? String == "0.1.0")
        #expect(manifest["scenario"] as? String == CommandLineTests.tiny)
        #expect(manifest["scenario_sha256"] as? String == SHA256.hex(of: CommandLineTests.tiny))
        let files = try #require(manifest["files"] as? [[String: Any]])
        #expect(
            Set(files.compactMap { $0["name"] as? String }) == [
                "latency.csv", "routes.csv", "waypoints.csv", "intervals.csv", "summary.csv",
                "errors.csv", "rejected.csv", "scenario.yaml",
            ])
        let latency = try CSVTable(contentsOf: folder.path("out/latency.csv"))
        #expect(
            latency.header == ["time_s", "source", "destination", "rtt_ms", "hops", "route"])
        let routes = try CSVTable(contentsOf: folder.path("out/routes.csv"))
        #expect(routes.header == ["route", "nodes"])
    }
}
