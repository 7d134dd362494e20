import ArgumentParser
import Console
import Results

@main
struct HelioSweep: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-sweep",
        abstract: "Runs a scenario many times with varied values, and merges the results.",
        discussion: """
            Runs that are done already are not done again, so that a sweep that was stopped goes on \
            where it was.

            EXAMPLE:
              helio-sweep plan --sweep sweep-elevation.yaml
              helio-sweep run --sweep sweep-elevation.yaml --out sweep
              helio-sweep merge --sweep sweep-elevation.yaml --out sweep
            """,
        version: HeliographVersion.string,
        subcommands: [
            PlanCommand.self, RunCommand.self, StatusCommand.self, MergeCommand.self,
            SlurmCommand.self,
        ])

    func run() throws {
        throw ValidationError(
            "the subcommand is missing; give one of plan, run, status, merge, slurm")
    }
}
