import Foundation
import Scenarios
import TestSupport
import Testing

/// `helio-sweep slurm` without a cluster; `make test-slurm` runs what it writes on a real one.
@Suite struct SlurmCommandTests {
    private let folder: TemporaryFolder

    /// A folder whose name means much to a shell and to Slurm.
    private let awkward: URL

    init() throws {
        folder = try TemporaryFolder()
        awkward = folder.url.appending(path: #"it's 5 % of "$HOME" `x`; #\%a"#)
        try FileManager.default.createDirectory(at: awkward, withIntermediateDirectories: true)
        try Data(CommandLineTests.tiny.utf8).write(to: awkward.appending(path: "base.yaml"))
        try Data(
            """
            base: base.yaml
            axes:
              - { key: ground.min_elevation_deg, values: [5, 10, 15, 20, 25] }
            """.utf8
        ).write(to: awkward.appending(path: "sweep.yaml"))
    }

    private func slurm(_ more: [String]) throws -> Program.Outcome {
        try Program("helio-sweep").run(
            ["slurm", "--sweep", "sweep.yaml", "--out", "out"] + more, in: awkward)
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: awkward.appending(path: "out/slurm/\(name)"), encoding: .utf8)
    }

    /// Runs a script by a shell, with a folder before the others in which programs are looked for.
    private func shell(
        _ arguments: [String], path: String? = nil, environment: [String: String] = [:]
    ) throws -> (status: Int32, output: String) {
        let sink = folder.url.appending(path: "sink-\(UUID().uuidString)")
        try Data().write(to: sink)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["bash"] + arguments
        var all = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        if let path { all["PATH"] = path + ":" + (all["PATH"] ?? "/usr/bin:/bin") }
        process.environment = all
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: sink)
        process.standardError = try FileHandle(forWritingTo: sink)
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try String(contentsOf: sink, encoding: .utf8))
    }

    @Test func `the scripts are these`() throws {
        let jobs = SlurmJobs(
            program: "/opt/helio/helio-sweep", sweepFile: "/home/me/it's.yaml",
            folder: "/home/me/out", tasks: 8, maxRunning: 3,
            demand: SlurmDemand(
                memory: "500M", time: "2-12", coresPerTask: 4, partition: "long,short",
                account: "space"),
            setup: ["module load gsl"])
        #expect(
            jobs.array == #"""
                #!/bin/bash
                #SBATCH --job-name=helio-sweep
                #SBATCH --array=0-7%3
                #SBATCH --requeue
                #SBATCH --ntasks=1
                #SBATCH --cpus-per-task=4
                #SBATCH --mem=500M
                #SBATCH --time=2-12
                #SBATCH --partition=long,short
                #SBATCH --account=space
                #SBATCH --output=logs/task-%a.log
                #SBATCH --open-mode=append
                set -e
                module load gsl
                exec '/opt/helio/helio-sweep' run --sweep '/home/me/it'\''s.yaml' --out '/home/me/out' --shard "$((SLURM_ARRAY_TASK_ID + 1))/8" --threads 4 "$@"

                """#)
        #expect(
            jobs.collector == #"""
                #!/bin/bash
                #SBATCH --job-name=helio-sweep-merge
                #SBATCH --ntasks=1
                #SBATCH --cpus-per-task=1
                #SBATCH --mem=500M
                #SBATCH --time=2-12
                #SBATCH --partition=long,short
                #SBATCH --account=space
                #SBATCH --output=logs/merge.log
                #SBATCH --open-mode=append
                set -e
                module load gsl
                exec '/opt/helio/helio-sweep' merge --sweep '/home/me/it'\''s.yaml' --out '/home/me/out'

                """#)
    }

    @Test func `what a demand may hold`() {
        for text in ["1", "500M", "2G", "1T"] { #expect(SlurmDemand.isMemory(text), "\(text)") }
        for text in ["", "0", "G", "0G", "-1G", "+1", "2GB", "1.5G", "2 G", "9999999999"] {
            #expect(!SlurmDemand.isMemory(text), "\(text)")
        }
        for text in ["30", "30:00", "01:00:00", "2-12", "2-0:30", "0-00:00:01"] {
            #expect(SlurmDemand.isTime(text), "\(text)")
        }
        for text in ["", "0", "0:00", "1:2:3:4", "1-2-3", "1h", "-5", "1::2", "1-", ":"] {
            #expect(!SlurmDemand.isTime(text), "\(text)")
        }
        for text in ["long", "a,b", "x-1.2_3@y"] { #expect(SlurmDemand.isName(text), "\(text)") }
        for text in ["", "-x", "a b", "a'b", "a\nb", "$(x)", "ä", "a#b"] {
            #expect(!SlurmDemand.isName(text), "\(text)")
        }
    }

    /// The scripts themselves, with a Slurm of three lines that runs each task at once.
    @Test func `the scripts do the sweep, wherever it is`() throws {
        let run = try slurm(["--tasks", "3", "--setup", "export GREETING='good day'"])
        #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
        for name in ["submit.sh", "array.sbatch", "collect.sbatch"] {
            let check = try shell(["-n", awkward.appending(path: "out/slurm/\(name)").path])
            #expect(check.status == 0, "\(check.output)")
        }
        #expect(try text("array.sbatch").contains("\nset -e\nexport GREETING='good day'\nexec '"))
        let programs = folder.url.appending(path: "programs")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        let sbatch = try folder.write(
            """
            #!/bin/bash
            printf '%s\\n' "$*" >>"$CALLS"
            while [ "${1#--}" != "$1" ]; do shift; done
            case $1 in
            *array*) for task in 0 1 2; do SLURM_ARRAY_TASK_ID=$task bash "$@" || exit; done >&2; echo '7;c' ;;
            *) bash "$@" >&2 && echo 8 ;;
            esac
            """, to: "programs/sbatch")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: sbatch)
        let submitted = try shell(
            [
                "-c", #"exec "$0" --retry-failed"#,
                awkward.appending(path: "out/slurm/submit.sh").path,
            ],
            path: programs.path, environment: ["CALLS": folder.path("calls")])
        #expect(submitted.status == 0 && submitted.output == "array 7, merge 8\n")
        #expect(
            try String(contentsOfFile: folder.path("calls"), encoding: .utf8) == """
                --parsable slurm/array.sbatch --retry-failed
                --parsable --dependency=afterok:7 --kill-on-invalid-dep=yes slurm/collect.sbatch

                """)
        for command in ["run", "merge"] {
            let plain = try Program("helio-sweep").run(
                [command, "--sweep", "sweep.yaml", "--out", "plain"], in: awkward)
            #expect(plain.status == 0, "\(plain.errors)")
        }
        for name in ["merged_summary.csv", "statistics.csv", "failures.csv", "manifest.json"] {
            #expect(
                try Data(contentsOf: awkward.appending(path: "out/merged/\(name)"))
                    == Data(contentsOf: awkward.appending(path: "plain/merged/\(name)")), "\(name)")
        }
    }

    @Test func `scripts that stand there are replaced only by force`() throws {
        #expect(try slurm(["--tasks", "5"]).status == 0)
        let before = try text("array.sbatch")
        #expect(before.contains("#SBATCH --array=0-4\n"))
        let refused = try slurm(["--tasks", "2"])
        #expect(refused.status == 73 && refused.errors.contains("--force"))
        #expect(try text("array.sbatch") == before)
        #expect(try slurm(["--tasks", "2", "--max-running", "1", "--force"]).status == 0)
        #expect(try text("array.sbatch").contains("#SBATCH --array=0-1%1\n"))
    }

    @Test(arguments: [
        ([], "tasks"), (["--tasks", "0"], "--tasks is 0"), (["--tasks", "many"], "tasks"),
        (["--tasks", "6"], "--tasks is 6, and the sweep has 5 runs"),
        (["--tasks", "2", "--max-running", "0"], "--max-running is 0"),
        (["--tasks", "2", "--cpus-per-task", "-1"], "cpus-per-task"),
        (["--tasks", "2", "--memory", "2GB"], "--memory is '2GB'"),
        (["--tasks", "2", "--time", "1h"], "--time is '1h'"),
        (["--tasks", "2", "--partition", "a b"], "--partition is 'a b'"),
        (["--tasks", "2", "--account", ""], "--account is ''"),
        (["--tasks", "2", "--setup", "a\nb"], "--setup is 'a b'"),
        (["--tasks", "2", "--setup", " "], "--setup is ' '"),
    ])
    func `a value that is wrong is told in one sentence`(arguments: [String], told: String) throws {
        let run = try slurm(arguments)
        #expect(run.status == 64 && run.output.isEmpty, "\(run.errors)")
        #expect(run.errors.hasPrefix("helio-sweep: ") && run.errors.contains(told), "\(run.errors)")
        #expect(run.errors.count { $0 == "\n" } == 1)
        #expect(!FileManager.default.fileExists(atPath: awkward.appending(path: "out").path))
    }
}
