import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioForward: HelioCommand {
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

    @Option(help: ArgumentHelp("The scenario, in YAML.", valueName: "file"), completion: .file())
    var scenario: String

    @Option(help: "Form of the forwarding state: netcdf, csv or both.")
    var format = ResultFormat.netcdf

    @Flag(
        help: "Leave the latencies out of forwarding.nc, which is then smaller and written sooner.")
    var noLatency = false

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
        try await ForwardRun.run(
            experiment, format: format, hasLatency: !noLatency, into: folder,
            control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
        bar.finish()
        for note in experiment.notes { shared.note(note, program: Self.programName) }
        try experiment.finish(
            folder, program: Self.programName,
            arguments: [
                "format": .string(format.rawValue), "latency": .bool(!noLatency),
            ])
    }
}

extension ResultFormat: ExpressibleByArgument {}
