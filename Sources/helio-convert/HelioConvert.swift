import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioConvert: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-convert",
        abstract: "Writes a scenario in the form of another simulator, or reads that form.",
        discussion: """
            To hypatia: tles.txt, ground_stations.txt, isls.txt, gsl_interfaces_info.txt, \
            description.txt and the forwarding state at every instant, which its ns-3 module reads. \
            From hypatia: a scenario with its tables, and next_hops.csv.

            EXAMPLES:
              helio-convert --to hypatia --scenario kuiper.yaml --out kuiper_630
              helio-convert --from hypatia kuiper_630 --out kuiper
            """,
        version: HeliographVersion.string)

    @Option(help: "The form to write.")
    var to: ExchangeForm?

    @Option(help: "The form to read.")
    var from: ExchangeForm?

    @Option(help: ArgumentHelp("The scenario, in YAML.", valueName: "file"), completion: .file())
    var scenario: String?

    @Option(
        help: "Hypatia's algorithm: who may relay, and to which satellite a station speaks.")
    var algorithm = HypatiaAlgorithm.freeOneOnlyOverISLs

    @Argument(help: ArgumentHelp("What is read.", valueName: "in"), completion: .directory)
    var input: String?

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        switch (to, from) {
        case (nil, nil): throw ValidationError("give --to or --from, and a form")
        case (.some, .some): throw ValidationError("--to and --from exclude each other")
        case (.some, nil):
            guard scenario != nil else { throw ValidationError("--to needs --scenario") }
            guard input == nil else { throw ValidationError("--to reads no folder but a scenario") }
        case (nil, .some):
            guard input != nil else { throw ValidationError("--from needs the folder to read") }
            guard scenario == nil else { throw ValidationError("--from reads no scenario") }
        }
    }

    func run() async throws {
        if let scenario {
            let experiment = try Experiment(Scenario(contentsOf: scenario))
            let folder = try shared.resultFolder()
            let bar = ProgressBar(
                total: experiment.window.count, unit: "instants", quiet: shared.quiet)
            try await HypatiaExport.run(
                experiment, algorithm: algorithm, into: folder,
                control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
            bar.finish()
            try experiment.finish(
                folder, program: Self.programName,
                arguments: ["algorithm": .string(algorithm.rawValue)])
        } else if let input {
            let directory = try HypatiaDirectory(path: input)
            let folder = try shared.resultFolder()
            try directory.write(into: folder)
            try folder.finish(Manifest(program: Self.programName))
        }
    }
}

/// The form of another simulator's files.
enum ExchangeForm: String, CaseIterable, ExpressibleByArgument {
    /// The network state of Hypatia.
    case hypatia
}

extension HypatiaAlgorithm: ExpressibleByArgument {}
