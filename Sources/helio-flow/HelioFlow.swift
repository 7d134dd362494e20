import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioFlow: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-flow",
        abstract: "Spreads a scenario's traffic over its routes at every instant.",
        discussion: """
            Writes flows.csv, flow_routes.csv, unmet.csv, utilisation.csv, hot_spots.csv, \
            cuts.csv, flow_summary.csv, errors.csv, rejected.csv, scenario.yaml and \
            manifest.json.

            EXAMPLE:
              helio-flow --scenario gravity-traffic.yaml --out flows
            """,
        version: HeliographVersion.string)

    @OptionGroup var input: ScenarioOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let experiment = try input.experiment()
        try await write(experiment, total: experiment.window.count, unit: "instants") {
            try await FlowRun.run(experiment, into: $0, control: $1)
            return []
        }
    }
}
