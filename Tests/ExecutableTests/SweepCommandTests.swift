import Foundation
import Results
import TestSupport
import Testing

/// `helio-sweep` as a person or a cluster runs it.
@Suite struct SweepCommandTests {
    private static let sweep = """
        base: base.yaml
        axes:
          - { key: ground.min_elevation_deg, range: { from: 5, to: 16, step: 1 } }
          - { key: window.start_s, values: [0, 600, 1200, 1800] }
        """

    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        // Long enough that a kill meets runs at work.
        try folder.write(
            CommandLineTests.tiny.replacing("duration_s: 2", with: "duration_s: 40"),
            to: "base.yaml")
        file = try folder.write(Self.sweep, to: "sweep.yaml")
    }

    private func helio(_ command: String, _ out: String? = nil, _ more: [String] = []) throws
        -> Program.Outcome
    {
        let place = out.map { ["--out", folder.path($0)] } ?? []
        return try Program("helio-sweep").run([command, "--sweep", file] + place + more)
    }

    private func merged(_ out: String) throws -> [String: Data] {
        let run = try helio("merge", out, ["--netcdf"])
        #expect(run.status == 0 && run.errors.isEmpty && run.output.isEmpty, "\(run.errors)")
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(
            atPath: folder.path("\(out)/merged"))
        {
            files[name] = try Data(contentsOf: folder.url.appending(path: "\(out)/merged/\(name)"))
        }
        return files
    }

    @Test(arguments: [[], ["plan"], ["run"], ["status"], ["merge"], ["slurm"]])
    func `help shows an example`(command: [String]) throws {
        let help = try Program("helio-sweep").run(command + ["--help"])
        #expect(help.status == 0 && help.errors.isEmpty)
        #expect(help.output.contains("EXAMPLE") && help.output.contains("  helio-sweep "))
    }

    @Test func `a wrong command line is told in one sentence`() throws {
        #expect(try Program("helio-sweep").run(["--version"]).output == "0.1.0\n")
        for wrong in [
            [], ["fly"], ["run"], ["plan", "--nonsense"],
            ["run", "--sweep", file, "--out", folder.path("out"), "--shard", "3/2"],
            ["run", "--sweep", file, "--out", folder.path("out"), "--threads", "0"],
            ["status", "--sweep", file, "--out", folder.path("out"), "--shards", "0"],
        ] {
            let run = try Program("helio-sweep").run(wrong)
            #expect(run.status == 64, "\(wrong) \(run.errors)")
            #expect(run.errors.hasPrefix("helio-sweep: ") && run.output.isEmpty)
            #expect(run.errors.count { $0 == "\n" } == 1)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
        let missing = try Program("helio-sweep").run(["plan", "--sweep", folder.path("none.yaml")])
        #expect(missing.status == 66 && missing.errors.contains("none.yaml is missing"))
    }

    @Test func `plan, status and merge tell where a sweep is`() throws {
        let plan = try helio("plan")
        #expect(plan.status == 0 && plan.errors.isEmpty)
        let table = try CSVTable(bytes: Array(plan.output.utf8), file: "plan")
        #expect(
            table.header == [
                "run", "hash", "replicate", "ground.min_elevation_deg", "window.start_s",
            ])
        #expect(try table.ints("run") == Array(0..<48))
        #expect(
            try helio("status", "out").output == "shard,runs,done,failed,missing\nall,48,0,0,48\n")
        #expect(try helio("run", "out", ["--shard", "2/3", "--threads", "2"]).status == 0)
        let refused = try helio("merge", "out")
        #expect(refused.status == 65 && refused.errors.count { $0 == "\n" } == 1)
        #expect(refused.errors.contains("32 of 48 runs are missing"))
        let status = try helio("status", "out", ["--shards", "3"])
        #expect(
            status.output == """
                shard,runs,done,failed,missing
                1/3,16,0,0,16
                2/3,16,16,0,0
                3/3,16,0,0,16
                all,48,16,0,32

                """)
        #expect(try helio("merge", "out", ["--partial"]).errors.contains("32 are missing"))
    }

    /// Killed ten times: in turn after some further runs, so that it is at work for certain, and at any
    /// moment since its start.
    @Test func `a sweep that is killed again and again ends with the same bytes`() throws {
        #expect(try helio("run", "whole").status == 0)
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<5 {
            let anyMoment = Double.random(in: 0..<0.06, using: &generator)
            let early = try startToBeKilled()
            Thread.sleep(forTimeInterval: anyMoment)
            end(early)
            let target = runs(in: "killed").count + Int.random(in: 1...3, using: &generator)
            let process = try startToBeKilled()
            while process.isRunning && runs(in: "killed").count < target {
                Thread.sleep(forTimeInterval: Double.random(in: 0..<0.002, using: &generator))
            }
            #expect(process.isRunning)
            end(process)
        }
        #expect(try helio("run", "killed").status == 0)
        #expect(try merged("killed") == merged("whole"))
        #expect(runs(in: "killed").count == 48)
    }

    private func startToBeKilled() throws -> Process {
        try Program("helio-sweep").start([
            "run", "--sweep", file, "--out", folder.path("killed"), "--threads", "2",
        ])
    }

    private func end(_ process: Process) {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func runs(in out: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder.path("\(out)/runs"))) ?? []
    }

    @Test func `Ctrl-C keeps the runs that are done`() throws {
        let process = try Program("helio-sweep").start([
            "run", "--sweep", file, "--out", folder.path("out"), "--threads", "1",
        ])
        while process.isRunning && runs(in: "out").count < 2 {
            Thread.sleep(forTimeInterval: 0.001)
        }
        #expect(process.isRunning)
        kill(process.processIdentifier, SIGINT)
        process.waitUntilExit()
        #expect(process.terminationStatus == 130)
        #expect(runs(in: "out").count >= 2)
        #expect(try helio("run", "out").status == 0)
        #expect(try helio("status", "out").output.hasSuffix("all,48,48,0,0\n"))
    }
}
