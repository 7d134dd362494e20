import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioResilience: HelioCommand {
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
            total: ResilienceRun.steps(of: experiment), unit: "samples", quiet: shared.quiet)
        try await ResilienceRun.run(
            experiment, into: folder,
            control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
        bar.finish()
        shared.noteRejections(experiment.rejections.count, program: Self.programName)
        try experiment.finish(folder, program: Self.programName)
    }
}
