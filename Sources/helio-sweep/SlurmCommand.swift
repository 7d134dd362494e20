import ArgumentParser
import Console
import Foundation
import Results
import Scenarios

struct SlurmCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "slurm",
        abstract: "Writes the scripts that run a sweep as a job array under Slurm.",
        discussion: """
            Writes submit.sh, array.sbatch, collect.sbatch and manifest.json into DIR/slurm; logs go \
            to DIR/logs. submit.sh submits the array, each task of which does a shard of the sweep, \
            and the merge for when all tasks have ended well. Submitted again it does what is \
            missing; submit.sh --retry-failed does runs again that failed.

            EXAMPLE:
              helio-sweep slurm --sweep sweep-elevation.yaml --out sweep --tasks 8 --memory 4G
              sweep/slurm/submit.sh
            """)

    @OptionGroup var options: SweepOptions

    @Option(help: ArgumentHelp("Tasks of the array.", valueName: "n"))
    var tasks: Int

    @Option(help: ArgumentHelp("Tasks that may run at the same time.", valueName: "n"))
    var maxRunning: Int?

    @Option(help: ArgumentHelp("Memory of a task, such as 500M.", valueName: "size"))
    var memory = "2G"

    @Option(
        help: ArgumentHelp(
            "Longest time of a task: minutes, hours:minutes:seconds or days-hours.",
            valueName: "time"))
    var time = "01:00:00"

    @Option(help: ArgumentHelp("Cores of a task, and runs at the same time.", valueName: "n"))
    var cpusPerTask = 1

    @Option(help: ArgumentHelp("Partition of the cluster.", valueName: "name"))
    var partition: String?

    @Option(help: ArgumentHelp("Account that is charged.", valueName: "name"))
    var account: String?

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "A line of shell before the program, such as 'module load gsl'; may be repeated.",
            valueName: "line"))
    var setup: [String] = []

    @Flag(help: "Replace scripts that stand in the folder already.")
    var force = false

    func validate() throws {
        for (name, count, limit) in [
            ("tasks", tasks, 1_000_000), ("max-running", maxRunning ?? 1, 1_000_000),
            ("cpus-per-task", cpusPerTask, 1024),
        ] where !(1...limit).contains(count) {
            throw ValidationError("--\(name) is \(count), and 1 to \(limit) was expected")
        }
        guard SlurmDemand.isMemory(memory) else {
            throw Self.wrong("memory", memory, "a size such as 500M or 2G was expected")
        }
        guard SlurmDemand.isTime(time) else {
            throw Self.wrong("time", time, "a time such as 30, 02:30:00 or 1-12 was expected")
        }
        for (name, value) in [("partition", partition), ("account", account)] {
            guard let value, !SlurmDemand.isName(value) else { continue }
            throw Self.wrong(name, value, "a name of letters, digits and ._-+@, was expected")
        }
        for line in setup
        where line.allSatisfy(\.isWhitespace) || PrintableText.oneLine(line) != line {
            throw Self.wrong("setup", line, "one line of shell was expected")
        }
    }

    private static func wrong(_ name: String, _ value: String, _ expected: String)
        -> ValidationError
    {
        ValidationError("--\(name) is '\(PrintableText.short(value))', and \(expected)")
    }

    func run() throws {
        let runs = try options.plan().distinctRuns(of: .whole).count
        guard tasks <= runs else {
            throw ValidationError("--tasks is \(tasks), and the sweep has \(runs) runs only")
        }
        let folder = Self.absolute(options.out)
        let jobs = SlurmJobs(
            program: Bundle.main.executableURL?.path ?? CommandLine.arguments[0],
            sweepFile: Self.absolute(options.sweep), folder: folder, tasks: tasks,
            maxRunning: maxRunning,
            demand: SlurmDemand(
                memory: memory, time: time, coresPerTask: cpusPerTask, partition: partition,
                account: account),
            setup: setup)
        let results = try ResultFolder(at: folder + "/" + SlurmJobs.folderName, force: force)
        for (name, text) in jobs.scripts { try results.write(text, to: name) }
        Self.makeExecutable(results.partialPath + "/submit.sh")
        try results.finish(
            Manifest(
                program: HelioSweep.programName,
                arguments: ["tasks": .integer(tasks), "runs": .integer(runs)]))
    }

    /// Links are kept: other machines may see what they name elsewhere.
    private static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// Lets those who may read a file also execute it.
    private static func makeExecutable(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        _ = chmod(path, status.st_mode | ((status.st_mode & 0o444) >> 2))
    }
}
