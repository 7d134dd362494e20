import ArgumentParser
import Console
import Orbits
import Results
import Scenarios

@main
struct HelioPropagate: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-propagate",
        abstract: "Writes the states of satellites over time.",
        discussion: """
            Satellites come from a scenario, or from a file of element sets: TLE, 3LE, or OMM as \
            CSV, JSON, XML or KVN, told by its content.

            Writes ephemeris.csv (or ephemeris.nc), errors.csv, rejected.csv, scenario.yaml and \
            manifest.json; of element sets also placement.csv, the planes and slots of the satellites.

            EXAMPLES:
              helio-propagate --elements starlink.tle --start 2026-08-23T00:00:00Z \
            --duration-s 5400 --step-s 60 --out ephemeris
              helio-propagate --scenario kuiper.yaml --frame itrf --write-tle --out kuiper
            """,
        version: HeliographVersion.string)

    @Option(help: ArgumentHelp("A scenario, in YAML.", valueName: "file"), completion: .file())
    var scenario: String?

    @Option(
        help: ArgumentHelp("A file of element sets, in place of a scenario.", valueName: "file"),
        completion: .file())
    var elements: String?

    @Option(
        help: ArgumentHelp(
            "First instant, with --elements (default: epoch of the newest element set).",
            valueName: "utc"),
        transform: { text in
            guard let instant = Instant(iso8601: text) else {
                throw ValidationError("expected UTC such as 2026-08-23T00:00:00Z")
            }
            return instant
        })
    var start: Instant?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Length of the window, with --elements (default: 6000).", valueName: "s")
    )
    var durationS: Double?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Time between instants, with --elements (default: 60).", valueName: "s"))
    var stepS: Double?

    @Option(help: "Frame of the states: teme, itrf or geodetic.")
    var frame = OutputFrame.teme

    @Option(help: "Form of the ephemeris: csv, netcdf or both.")
    var format = ResultFormat.csv

    @Flag(name: .customLong("write-tle"), help: "Also write the element sets, as satellites.tle.")
    var writeTLE = false

    @Flag(help: "Accept TLE lines whose checksum is wrong.")
    var allowBadChecksum = false

    @Option(
        name: .customLong("compare-with"),
        help: ArgumentHelp(
            "Older element sets of the same satellites: how far they drift, as drift.csv.",
            valueName: "file"), completion: .file())
    var compareWith: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard (scenario == nil) != (elements == nil) else {
            throw ValidationError("give either --scenario or --elements")
        }
        if scenario != nil, start != nil || durationS != nil || stepS != nil {
            throw ValidationError(
                "--start, --duration-s and --step-s go with --elements; a scenario has its window")
        }
    }

    func run() async throws {
        var keys = try source()
        if allowBadChecksum { keys.constellation.allowBadChecksums() }
        let experiment = try Experiment(keys)
        try await write(
            experiment, total: experiment.window.count, unit: "instants",
            arguments: ["frame": .string(frame.rawValue), "format": .string(format.rawValue)]
        ) { folder, control in
            try await PropagationRun.run(
                experiment, frame: frame, format: format, into: folder, control: control)
            if writeTLE { try PropagationRun.writeTLEs(of: experiment, into: folder) }
            let drift = try compareWith.flatMap {
                try ElementDrift.write(
                    olderElementsAt: $0, allowBadChecksum: allowBadChecksum, of: experiment,
                    into: folder)
            }
            return try [PlacementTable.write(of: experiment, into: folder), drift]
                .compactMap { $0 }
        }
    }

    private func source() throws -> Scenario {
        if let scenario { return try Scenario(contentsOf: scenario) }
        return try Scenario(
            elementsAt: elements ?? "", epoch: start, durationS: durationS ?? 6_000,
            stepS: stepS ?? 60)
    }
}
