import Foundation
import TestSupport
import Testing

/// What every executable does with its command line, and how it ends.
@Suite struct CommandLineTests {
    static let tiny = """
        window: { duration_s: 2, step_s: 1 }
        constellation:
          shells: [{ planes: 6, slots: 8, inclination_deg: 53, altitude_km: 1200 }]
        ground:
          min_elevation_deg: 5
          stations:
            - { name: A, latitude_deg: 10, longitude_deg: 20, population: 1000 }
            - { name: B, latitude_deg: -20, longitude_deg: 60, population: 2000 }
        traffic: { gravity: { total_gbps: 10 } }
        """

    static let programs = [
        "helio-propagate", "helio-mesh", "helio-route", "helio-forward", "helio-convert",
        "helio-flow", "helio-resilience", "helio-compare",
    ]

    private func arguments(_ program: String, _ scenario: String, _ out: String) -> [String] {
        let own = ["helio-mesh": ["--at", "0"], "helio-convert": ["--to", "hypatia"]]
        return ["--scenario", scenario, "--out", out] + (own[program] ?? [])
    }

    @Test(arguments: programs + ["helio-plot"])
    func `help shows an example`(program: String) throws {
        let help = try Program(program).run(["--help"])
        #expect(help.status == 0 && help.errors.isEmpty)
        #expect(help.output.contains("EXAMPLE") && help.output.contains("  \(program) "))
        #expect(try Program(program).run(["--version"]).output == "0.1.0\n")
    }

    @Test(arguments: programs)
    func `a wrong command line is told in one sentence`(program: String) throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(Self.tiny, to: "s.yaml")
        let good = arguments(program, scenario, folder.path("out"))
        for wrong in [[], good + ["--nonsense"], good + ["--threads", "0"], good + ["extra"]] {
            let run = try Program(program).run(wrong)
            #expect(run.status == 64, "\(wrong)")
            #expect(run.errors.hasPrefix("\(program): ") && run.output.isEmpty)
            #expect(run.errors.count { $0 == "\n" } == 1)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test(arguments: programs)
    func `bad input leaves one sentence and no folder`(program: String) throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        let wrong = try folder.write(
            Self.tiny.replacing("slots: 8", with: "slosts: 8"), to: "wrong.yaml")
        try Data([0xff, 0xfe, 0, 1, 0x80]).write(to: folder.url.appending(path: "binary.yaml"))
        let cases: [(String, Int32, String)] = [
            (folder.path("none.yaml"), 66, "none.yaml is missing"),
            (folder.url.path, 66, "is a folder"),
            (wrong, 65, "unknown key 'slosts'; did you mean 'slots'?"),
            (folder.path("binary.yaml"), 65, "UTF-8"),
        ]
        for (scenario, status, words) in cases {
            let run = try Program(program).run(arguments(program, scenario, out))
            #expect(run.status == status, "\(run.errors)")
            #expect(run.errors.contains(words) && run.errors.count { $0 == "\n" } == 1)
            #expect(!FileManager.default.fileExists(atPath: out))
        }
    }

    @Test(arguments: programs)
    func `results are replaced only when asked`(program: String) throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(Self.tiny, to: "s.yaml")
        let once = arguments(program, scenario, folder.path("out"))
        #expect(try Program(program).run(once).status == 0)
        let manifest = try Data(contentsOf: folder.url.appending(path: "out/manifest.json"))
        let again = try Program(program).run(once)
        #expect(again.status == 73 && again.errors.contains("--force"))
        let forced = try Program(program).run(once + ["--force"])
        #expect(forced.status == 0 && forced.errors.isEmpty && forced.output.isEmpty)
        #expect(try Data(contentsOf: folder.url.appending(path: "out/manifest.json")) == manifest)
        try folder.write("mine", to: "out/thesis.txt")
        try FileManager.default.removeItem(atPath: folder.path("out/manifest.json"))
        #expect(try Program(program).run(once + ["--force"]).status == 73)
        #expect(
            try String(contentsOf: folder.url.appending(path: "out/thesis.txt"), encoding: .utf8)
                == "mine")
        #expect(
            try Program(program).run(arguments(program, scenario, "/dev/null/x")).status == 73)
    }

    @Test(arguments: programs)
    func `the same bytes for one thread and two`(program: String) throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(
            Self.tiny.replacing("duration_s: 2", with: "duration_s: 90"), to: "s.yaml")
        for threads in ["1", "2"] {
            let run = try Program(program).run(
                arguments(program, scenario, folder.path("out\(threads)")) + ["--threads", threads])
            #expect(run.status == 0)
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("out1"))
        #expect(names.count >= 4)
        for name in names {
            #expect(
                FileManager.default.contentsEqual(
                    atPath: folder.path("out1/\(name)"), andPath: folder.path("out2/\(name)")))
        }
    }

    /// Waits for a long run to have begun its tables, without a clock that decides the test.
    private func startLongRun(_ program: String, in folder: TemporaryFolder) throws -> Process {
        let scenario = try folder.write(
            Self.tiny.replacing("duration_s: 2", with: "duration_s: 10000000"), to: "long.yaml")
        let process = try Program(program).start(
            ["--scenario", scenario, "--out", folder.path("out")])
        let partial = folder.path(".out.partial/errors.csv")
        while process.isRunning && !FileManager.default.fileExists(atPath: partial) {
            Thread.sleep(forTimeInterval: 0.01)
        }
        #expect(process.isRunning)
        return process
    }

    @Test(arguments: ["helio-propagate", "helio-route", "helio-forward"])
    func `a run that is killed leaves no results, and the next one works`(program: String) throws {
        let folder = try TemporaryFolder()
        let process = try startLongRun(program, in: folder)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
        let scenario = try folder.write(Self.tiny, to: "s.yaml")
        #expect(
            try Program(program).run(arguments(program, scenario, folder.path("out"))).status == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(Set(left) == ["long.yaml", "s.yaml", "out"])
    }

    @Test(arguments: ["helio-propagate", "helio-route", "helio-forward"])
    func `a run that is interrupted tidies up`(program: String) throws {
        let folder = try TemporaryFolder()
        let process = try startLongRun(program, in: folder)
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(left == ["long.yaml"])
    }
}
