import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioCompare: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-compare",
        abstract: "Compares the mesh with fibre and with measured round-trip times.",
        discussion: """
            Writes comparison.csv, comparison_summary.csv, comparison_matrix.csv, crossover.csv, \
            calibration.csv, sites.csv, errors.csv, rejected.csv, scenario.yaml and manifest.json; with \
            compare.country_sets also sovereignty.csv, sovereignty_summary.csv and alibis.csv.

            EXAMPLE:
              helio-compare --scenario cloud-regions.yaml --out compare
            """,
        version: HeliographVersion.string)

    @OptionGroup var input: ScenarioOptions

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let comparison = try Comparison(input.experiment())
        let experiment = comparison.experiment
        try await write(
            experiment, total: CompareRun.progressCount(of: comparison), unit: "instants"
        ) {
            try await CompareRun.run(comparison, into: $0, control: $1)
            return []
        }
    }
}
