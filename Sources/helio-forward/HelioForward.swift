import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioForward: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-forward",
        abstract: "Finds the next hop of every node to every ground station at every instant.",
        discussion: """
            Writes forwarding.nc, forwarding.csv or both, and nodes.csv, errors.csv, rejected.csv, \
            scenario.yaml and manifest.json. The pairs of the scenario do not matter.

            EXAMPLE:
              helio-forward --scenario starlink.yaml --out forwarding
            """,
        version: HeliographVersion.string)

    @OptionGroup var input: ScenarioOptions

    @Option(help: "Form of the forwarding state: netcdf, csv or both.")
    var format = ResultFormat.netcdf

    @Flag(
        help: "Leave the latencies out of forwarding.nc, which is then smaller and written sooner.")
    var noLatency = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let experiment = try input.experiment()
        try await write(
            experiment, total: experiment.window.count, unit: "instants",
            arguments: ["format": .string(format.rawValue), "latency": .bool(!noLatency)]
        ) {
            try await ForwardRun.run(
                experiment, format: format, hasLatency: !noLatency, into: $0, control: $1)
            return []
        }
    }
}
