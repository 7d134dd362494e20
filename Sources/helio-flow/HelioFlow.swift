import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioFlow: HelioCommand {
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

    @Option(help: ArgumentHelp("The scenario, in YAML.", valueName: "file"), completion: .file())
    var scenario: String

    @Flag(help: "Accept TLE lines whose checksum is wrong.")
    var allowBadChecksum = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        var keys = try Scenario(contentsOf: scenario)
        if allowBadChecksum { keys.constellation.allowBadChecksums() }
        let experiment = try Experiment(keys)
        let folder = try shared.resultFolder()
        let bar = ProgressBar(
            total: experiment.window.count, unit: "instants", quiet: shared.quiet)
        try await FlowRun.run(
            experiment, into: folder,
            control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
        bar.finish()
        shared.noteRejections(experiment.rejections.count, program: Self.programName)
        try experiment.finish(folder, program: Self.programName)
    }
}
