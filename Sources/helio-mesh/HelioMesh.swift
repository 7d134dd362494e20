import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioMesh: ExperimentCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-mesh",
        abstract: "Writes the contacts of a scenario, or its links at chosen instants.",
        discussion: """
            Without --at and --explain: when each link rises and sets in the window, in \
            contacts.csv, contacts.nc or both, and as contact plans of other programs. With --at: \
            the links at instants, in edges.csv. With --explain: which rule holds a link up or \
            down, and when, as text and, with --out, in explain.csv. Also errors.csv, \
            rejected.csv, scenario.yaml and manifest.json; of element sets also placement.csv, the \
            planes and slots of the satellites.

            EXAMPLE:
              helio-mesh --scenario london-new-york.yaml --out contacts
              helio-mesh --scenario london-new-york.yaml --at 0 --at 60 --out mesh
              helio-mesh --scenario london-new-york.yaml --explain London G1-1-0-0
            """,
        version: HeliographVersion.string)

    @OptionGroup var input: ScenarioOptions

    @Option(
        parsing: .unconditionalSingleValue,
        help: ArgumentHelp(
            "An instant: seconds since the scenario's epoch, or UTC such as 2026-08-23T00:01:00Z. "
                + "May be given again.", valueName: "time"),
        transform: MeshInstant.init(argument:))
    var at: [MeshInstant] = []

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Two nodes whose link is explained.", valueName: "name"))
    var explain: [String] = []

    @Option(help: "Form of the contacts: csv, netcdf or both.")
    var format = ResultFormat.csv

    @Option(
        help: ArgumentHelp(
            "Contacts for another program too: ion, tvg-util or a-sabr. May be given again.",
            valueName: "form"))
    var export: [ContactPlanExport] = []

    @Option(
        help: ArgumentHelp(
            "Data rate that exports give every link [Mbit/s].", valueName: "rate"))
    var rateMbps = 1_000.0

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        guard explain.isEmpty || explain.count == 2 else {
            throw ValidationError(
                "--explain has \(explain.count == 1 ? "one name" : "\(explain.count) names"), and "
                    + "two were expected, such as --explain London G1-1-0-0")
        }
        guard at.isEmpty || explain.isEmpty else {
            throw ValidationError("--at and --explain were given, and one of them was expected")
        }
        guard rateMbps > 0, rateMbps <= 1e9 else {
            throw ValidationError(
                "--rate-mbps is \(rateMbps), and a number above 0 up to 1e9 was expected")
        }
        guard export.isEmpty || (at.isEmpty && explain.isEmpty) else {
            throw ValidationError("--export goes with contacts, not with --at or --explain")
        }
    }

    func run() async throws {
        let experiment = try input.experiment()
        if !explain.isEmpty {
            try explain(experiment)
        } else if !at.isEmpty {
            try await writeMeshes(experiment)
        } else {
            try await writeContacts(experiment)
        }
    }

    private func writeContacts(_ experiment: Experiment) async throws {
        let window = experiment.windowS
        try await write(
            experiment, total: Int(window.upperBound - window.lowerBound), unit: "s",
            arguments: [
                "format": .string(format.rawValue),
                "export": .array(export.map { .string($0.rawValue) }),
                "rate_mbps": .number(rateMbps),
            ]
        ) { folder, control in
            let plan = try await ContactRun.run(
                experiment, format: format, exports: export, rateMbps: rateMbps, into: folder,
                control: control)
            return try [
                PlacementTable.write(of: experiment, into: folder),
                ContactRun.reasonForNone(plan, experiment),
            ].compactMap { $0 }
        }
    }

    private func writeMeshes(_ experiment: Experiment) async throws {
        let seconds = at.map { $0.seconds(since: experiment.epoch) }
        try await write(
            experiment, total: seconds.count, unit: "instants",
            arguments: ["at_s": .array(seconds.map { .number($0) })]
        ) { folder, control in
            try await MeshRun.run(
                experiment, atSeconds: seconds, into: folder, control: control)
            try OutageTable.write(of: experiment, into: folder)
            return try [PlacementTable.write(of: experiment, into: folder)].compactMap { $0 }
        }
    }

    private func explain(_ experiment: Experiment) throws {
        let run = try ExplanationRun(experiment, between: explain[0], and: explain[1])
        if shared.out != nil {
            let folder = try shared.resultFolder()
            try run.write(into: folder)
            try experiment.finish(
                folder, program: Self.programName,
                arguments: ["explain": .array(explain.map { .string($0) })])
        }
        try StandardOutput.write(run.text)
    }
}

extension ContactPlanExport: ExpressibleByArgument {}
