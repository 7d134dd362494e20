import ArgumentParser
import Console
import Scenarios

struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Lists the runs of a sweep as CSV on standard output.",
        discussion: """
            EXAMPLE:
              helio-sweep plan --sweep sweep-elevation.yaml
            """)

    @Option(help: ArgumentHelp("The sweep, in YAML.", valueName: "file"), completion: .file())
    var sweep: String

    func run() throws {
        try StandardOutput.write(SweepPlan(Sweep(contentsOf: sweep)).table.bytes)
    }
}
