import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioDatacenter: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-datacenter",
        abstract: "Data centres on the ground and in orbit: training, serving, placement, cost.",
        discussion: """
            Writes for each part that the scenario has: collectives.csv, training.csv, shipping.csv, \
            serving.csv, inference.csv, meetup.csv, placement.csv, cost.csv and more; and sites.csv, \
            shortfalls.csv, errors.csv, rejected.csv, scenario.yaml and manifest.json.

            EXAMPLE:
              helio-datacenter --scenario training-five-regions.yaml --out training
            """,
        version: HeliographVersion.string)

    @OptionGroup var input: ScenarioOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let study = try DataCenterStudy(input.experiment())
        try await write(
            study.experiment, total: DataCenterRun.total(of: study), unit: "instants"
        ) {
            try await DataCenterRun.run(study, into: $0, control: $1)
        }
    }
}
