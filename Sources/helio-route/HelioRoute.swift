import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioRoute: ExperimentCommand {
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

    @OptionGroup var input: ScenarioOptions

    @Flag(help: "Find the intervals of routes by their ends, not from samples.")
    var exactIntervals = false

    @OptionGroup var shared: SharedOptions

    func run() async throws {
        let experiment = try input.experiment { keys in
            if exactIntervals { keys.overTime.intervals = .exact }
        }
        let total = RouteRun.progressCount(of: experiment)
        try await write(experiment, total: total, unit: "instants") {
            let notes = try await RouteRun.run(experiment, into: $0, control: $1)
            guard notes > 0 else { return [] }
            let answers = notes == 1 ? "1 answer is" : "\(notes) answers are"
            return ["\(answers) not what was asked for; see notes.csv"]
        }
    }
}
