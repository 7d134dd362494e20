import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioMotif: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-motif",
        abstract: "Judges all motifs of lasers for the pairs of a scenario, at one instant.",
        discussion: """
            A motif is two steps that every satellite of a shell takes. For each, motifs.csv has the \
            mean stretch and the mean hops of the pairs' best routes, and what their sum gains over \
            +Grid; with --zones-deg, zones.csv has the best motif of each zone of latitude. Also \
            written are scenario.yaml and manifest.json.

            EXAMPLE:
              helio-motif --scenario cities.yaml --max-range-km 5014 --zones-deg 18,36,90 --out motifs
            """,
        version: HeliographVersion.string)

    @OptionGroup var input: ScenarioOptions

    @Option(
        help: ArgumentHelp(
            "How far a step may lead (default: lasers.max_range_km of the scenario).",
            valueName: "km"))
    var maxRangeKm: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "The instant: seconds since the scenario's epoch, or UTC (default: the first one).",
            valueName: "time"),
        transform: MeshInstant.init(argument:))
    var at: MeshInstant?

    @Option(
        help: ArgumentHelp(
            "Ends of zones of latitude, ascending to 90, such as 18,36,90.", valueName: "list"))
    var zonesDeg: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let maxRangeKm, !(maxRangeKm > 0 && maxRangeKm <= 1_000_000) {
            throw ValidationError("--max-range-km is \(maxRangeKm), and 0 to 1000000 was expected")
        }
        _ = try zones()
    }

    func run() async throws {
        let experiment = try input.experiment()
        let range = maxRangeKm ?? experiment.scenario.lasers.maxRangeKm
        guard range.isFinite else {
            throw ValidationError(
                "--max-range-km is missing, and the scenario has no lasers.max_range_km")
        }
        let search = MotifRun.Search(
            seconds: at?.seconds(since: experiment.epoch) ?? experiment.window.seconds(at: 0),
            maxRangeKm: range, zonesDeg: try zones())
        let count = try MotifRun.motifCount(experiment, search)
        try await write(
            experiment, total: count, unit: "motifs",
            arguments: [
                "at_s": .number(search.seconds), "max_range_km": .number(search.maxRangeKm),
                "zones_deg": .array(search.zonesDeg.map { .number($0) }),
            ]
        ) {
            try await MotifRun.run(experiment, search, into: $0, control: $1)
            return []
        }
    }

    private func zones() throws -> [Double] {
        guard let zonesDeg else { return [] }
        let ends = zonesDeg.split(separator: ",", omittingEmptySubsequences: false)
            .map { Double($0) ?? .nan }
        guard ends.last == 90, ends.allSatisfy({ $0 > 0 }),
            zip(ends, ends.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            throw ValidationError(
                "--zones-deg is '\(zonesDeg)', and degrees ascending to 90 were expected")
        }
        return ends
    }
}
