import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioMesh: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-mesh",
        abstract: "Writes the links of a scenario's mesh at chosen instants.",
        discussion: """
            Writes edges.csv, errors.csv, rejected.csv, scenario.yaml and manifest.json; of element \
            sets also placement.csv, the planes and slots of the satellites.

            EXAMPLE:
              helio-mesh --scenario london-new-york.yaml --at 0 --at 60 --out mesh
            """,
        version: HeliographVersion.string)

    @Option(help: ArgumentHelp("The scenario, in YAML.", valueName: "file"), completion: .file())
    var scenario: String

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "An instant: seconds since the scenario's epoch, or UTC such as 2026-08-23T00:01:00Z. "
                + "May be given again.", valueName: "time"),
        transform: { text in
            guard let instant = MeshInstant(text: text) else {
                throw ValidationError(
                    "expected seconds since the epoch, or UTC such as 2026-08-23T00:01:00Z")
            }
            return instant
        })
    var at: [MeshInstant] = []

    @Flag(help: "Accept TLE lines whose checksum is wrong.")
    var allowBadChecksum = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard !at.isEmpty else {
            throw ValidationError("--at is missing; give an instant, such as --at 0")
        }
    }

    func run() async throws {
        var keys = try Scenario(contentsOf: scenario)
        if allowBadChecksum { keys.constellation.allowBadChecksums() }
        let experiment = try Experiment(keys)
        let folder = try shared.resultFolder()
        let seconds = at.map { $0.seconds(since: experiment.epoch) }
        let bar = ProgressBar(total: seconds.count, unit: "instants", quiet: shared.quiet)
        try await MeshRun.run(
            experiment, atSeconds: seconds, into: folder,
            control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
        bar.finish()
        try shared.note(
            PlacementTable.write(of: experiment, into: folder), program: Self.programName)
        shared.noteRejections(experiment.rejections.count, program: Self.programName)
        try experiment.finish(
            folder, program: Self.programName,
            arguments: ["at_s": .array(seconds.map { .number($0) })])
    }
}
