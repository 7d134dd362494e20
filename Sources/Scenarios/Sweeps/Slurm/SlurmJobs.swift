/// A sweep as an array of jobs under Slurm, and a job that merges what they did.
///
/// Task k of n, from 0, does the shard (k + 1)/n of the sweep, so that no two tasks write the same
/// file. What is done already is not run again: a second submission, a requeued task and a task
/// after one that was killed do what is missing. See sbatch(1) and the page *Job Array Support* of
/// Slurm's documentation for the directives.
public struct SlurmJobs: Sendable, Hashable {
    /// The folder of the scripts, within that of the sweep.
    public static let folderName = "slurm"

    /// The absolute path of `helio-sweep`.
    public var program: String

    /// The absolute path of the sweep.
    public var sweepFile: String

    /// The absolute path of the folder of the sweep's runs.
    public var folder: String

    /// How many tasks the array has, at least 1.
    public var tasks: Int

    /// How many of them may run at the same time; `nil` for as many as the cluster lets.
    public var maxRunning: Int?

    /// What each task, and the merge, asks for.
    public var demand: SlurmDemand

    /// Lines of shell before the program, such as `module load gsl`.
    public var setup: [String]

    /// Creates the jobs.
    public init(
        program: String, sweepFile: String, folder: String, tasks: Int, maxRunning: Int? = nil,
        demand: SlurmDemand = SlurmDemand(), setup: [String] = []
    ) {
        precondition(tasks >= 1)
        self.program = program
        self.sweepFile = sweepFile
        self.folder = folder
        self.tasks = tasks
        self.maxRunning = maxRunning
        self.demand = demand
        self.setup = setup
    }

    /// The scripts with the names of their files, in the order in which they are used.
    public var scripts: [(name: String, text: String)] {
        [("submit.sh", submit), ("array.sbatch", array), ("collect.sbatch", collector)]
    }

    /// Submits the array, and the collector for when all of its tasks have ended well.
    ///
    /// Slurm reads patterns in the paths of logs, so these are relative to a folder that the script
    /// goes to.
    public var submit: String {
        """
        #!/bin/sh
        # Submits the tasks of the sweep, and the merge for when all have ended well. Submitted again,
        # it does what is missing; options given here go to helio-sweep run, such as --retry-failed.
        set -eu
        cd -- \(ShellWord.quoted(folder))
        mkdir -p logs
        array=$(sbatch --parsable \(Self.folderName)/array.sbatch "$@")
        array=${array%%;*}
        merge=$(sbatch --parsable --dependency="afterok:$array" --kill-on-invalid-dep=yes \
        \(Self.folderName)/collect.sbatch)
        echo "array $array, merge ${merge%%;*}"

        """
    }

    /// Does one shard of the sweep a task.
    public var array: String {
        let most = maxRunning.map { "%\($0)" } ?? ""
        let directives = ["--array=0-\(tasks - 1)\(most)", "--requeue"]
        // SLURM_ARRAY_TASK_COUNT would be less where some tasks are submitted again by hand.
        return script(
            name: "helio-sweep", log: "task-%a", directives: directives,
            command: "run", cores: demand.coresPerTask,
            arguments: #"--shard "$((SLURM_ARRAY_TASK_ID + 1))/\#(tasks)" "#
                + #"--threads \#(demand.coresPerTask) "$@""#)
    }

    /// Merges the runs.
    public var collector: String {
        script(
            name: "helio-sweep-merge", log: "merge", directives: [], command: "merge", cores: 1,
            arguments: "")
    }

    private func script(
        name: String, log: String, directives: [String], command: String, cores: Int,
        arguments: String
    ) -> String {
        var options = ["--job-name=\(name)"] + directives
        options += [
            "--ntasks=1", "--cpus-per-task=\(cores)", "--mem=\(demand.memory)",
            "--time=\(demand.time)",
        ]
        if let partition = demand.partition { options.append("--partition=\(partition)") }
        if let account = demand.account { options.append("--account=\(account)") }
        options += ["--output=logs/\(log).log", "--open-mode=append"]
        var lines = ["#!/bin/bash"] + options.map { "#SBATCH \($0)" } + ["set -e"] + setup
        // In place of the shell, so that Slurm's signals reach the program.
        let words = [
            "exec", ShellWord.quoted(program), command, "--sweep", ShellWord.quoted(sweepFile),
            "--out", ShellWord.quoted(folder), arguments,
        ]
        lines.append(words.filter { !$0.isEmpty }.joined(separator: " "))
        return lines.joined(separator: "\n") + "\n"
    }
}
