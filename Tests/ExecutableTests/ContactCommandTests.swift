import Foundation
import Results
import TestSupport
import Testing

/// `helio-mesh` over a window, and its explanations.
@Suite struct ContactCommandTests {
    private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
        let scenario = try folder.write(
            CommandLineTests.tiny.replacing("duration_s: 2", with: "duration_s: 1300"),
            to: "s.yaml")
        return try Program("helio-mesh").run(["--scenario", scenario] + arguments)
    }

    @Test func `a window becomes contacts, the same bytes for one thread and two`() throws {
        let folder = try TemporaryFolder()
        for threads in ["1", "2"] {
            let run = try run(
                [
                    "--out", folder.path("out\(threads)"), "--threads", threads, "--format", "both",
                    "--export", "ion", "--export", "tvg-util", "--export", "a-sabr",
                ], in: folder)
            #expect(run.status == 0 && run.errors.isEmpty && run.output.isEmpty)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("out1"))
        #expect(
            Set(names) == [
                "contacts.csv", "contacts.nc", "contacts.ionrc", "contacts.tvg.json",
                "contacts.a-sabr", "errors.csv", "rejected.csv", "scenario.yaml", "manifest.json",
            ])
        for name in names {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: folder.path("out1/\(name)"), andPath: folder.path("out2/\(name)")))
        }
        #expect(try CSVTable(contentsOf: folder.path("out1/contacts.csv")).rowCount > 90)
    }

    @Test func `a link is explained on standard output, and in a table when asked`() throws {
        let folder = try TemporaryFolder()
        let bare = try run(["--explain", "A", "S1-0-0"], in: folder)
        #expect(bare.status == 0 && bare.errors.isEmpty)
        #expect(bare.output.contains("A and S1-0-0, by radio") && bare.output.contains("elevation"))
        let kept = try run(
            ["--explain", "A", "S1-0-0", "--out", folder.path("why")], in: folder)
        #expect(kept.status == 0 && kept.output == bare.output)
        #expect(try CSVTable(contentsOf: folder.path("why/explain.csv")).rowCount >= 2)
        let stations = try run(["--explain", "A", "B"], in: folder)
        #expect(stations.status == 0 && stations.output.contains("both ground stations"))
    }

    @Test(arguments: [
        (["--explain", "A"], "one name"),
        (["--explain", "A", "S1-0-99"], "did you mean 'S1-0-"),
        (["--explain", "A", "A"], "two different nodes"),
        (["--explain", "A", "B", "--at", "0"], "--at and --explain"),
        (["--export", "nonsense", "--out", "x"], "nonsense"),
        (["--rate-mbps", "0", "--out", "x"], "--rate-mbps"),
        ([], "--out is missing"),
    ])
    func `a wrong command line is told in one sentence`(
        arguments: [String], words: String
    ) throws {
        let folder = try TemporaryFolder()
        let run = try run(arguments, in: folder)
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.errors.count { $0 == "\n" } == 1)
    }

    @Test func `a window of no length gives an empty table and the reason`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(
            CommandLineTests.tiny.replacing("duration_s: 2", with: "duration_s: 0"), to: "s.yaml")
        let run = try Program("helio-mesh").run(
            ["--scenario", scenario, "--out", folder.path("out")])
        #expect(run.status == 0)
        #expect(run.errors.contains("the window has no length"))
        #expect(try CSVTable(contentsOf: folder.path("out/contacts.csv")).rowCount == 0)
        for program in ["helio-propagate", "helio-route", "helio-forward"] {
            let other = try Program(program).run(
                ["--scenario", scenario, "--out", folder.path(program)])
            #expect(other.status == 0, "\(other.errors)")
        }
    }
}
