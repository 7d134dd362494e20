import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioResilience: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-resilience",
        abstract: "Finds how latency and reach suffer when satellites and links fail at random.",
        discussion: """
            Writes resilience.csv, resilience_distribution.csv, resilience_samples.csv, \
            errors.csv, rejected.csv, scenario.yaml and manifest.json.

            EXAMPLE:
              helio-resilience --scenario resilience.yaml --out resilience
            """,
        version: HeliographVersion.string)

    @OptionGroup var input: ScenarioOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let experiment = try input.experiment()
        let total = ResilienceRun.steps(of: experiment)
        try await write(experiment, total: total, unit: "samples") {
            try await ResilienceRun.run(experiment, into: $0, control: $1)
            return []
        }
    }
}
