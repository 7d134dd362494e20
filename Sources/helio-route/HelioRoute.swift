import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioRoute: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-route",
        abstract: "Finds the routes of each pair of a scenario at every instant.",
        discussion: """
            Writes latency.csv, routes.csv, waypoints.csv, intervals.csv, summary.csv, errors.csv, \
            rejected.csv, scenario.yaml and manifest.json. Where the scenario names a routing.algorithm, \
            the routes of a pair have ranks, and notes.csv says where an answer is not what was asked \
            for; widths.csv, stretch.csv and stretch_summary.csv come with the algorithms that have such. \
            routing.intervals: exact, or --exact-intervals, finds the intervals by their ends and adds \
            lifetimes.csv and reasons.csv; routing.hold adds held.csv and policies.csv, and \
            routing.in_flight flights.csv, routing.parcel arrivals.csv.

            EXAMPLE:
              helio-route --scenario london-new-york.yaml --out results
            """,
        version: HeliographVersion.string)

    @Option(help: ArgumentHelp("The scenario, in YAML.", valueName: "file"), completion: .file())
    var scenario: String

    @Flag(help: "Accept TLE lines whose checksum is wrong.")
    var allowBadChecksum = false

    @Flag(help: "Find the intervals of routes by their ends, not from samples.")
    var exactIntervals = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        var keys = try Scenario(contentsOf: scenario)
        if allowBadChecksum { keys.constellation.allowBadChecksums() }
        if exactIntervals { keys.overTime.intervals = .exact }
        let experiment = try Experiment(keys)
        let folder = try shared.resultFolder()
        let bar = ProgressBar(
            total: RouteRun.progressCount(of: experiment), unit: "instants", quiet: shared.quiet)
        let notes = try await RouteRun.run(
            experiment, into: folder,
            control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
        bar.finish()
        for note in experiment.notes { shared.note(note, program: Self.programName) }
        shared.noteRejections(experiment.rejections.count, program: Self.programName)
        if notes > 0 {
            let answers = notes == 1 ? "1 answer is" : "\(notes) answers are"
            StandardError.note(
                "\(answers) not what was asked for; see notes.csv", program: Self.programName,
                quiet: shared.quiet)
        }
        try experiment.finish(folder, program: Self.programName)
    }
}
