import ArgumentParser
import Console
import Results
import Scenarios

@main
struct HelioConvert: HelioCommand {
    static let configuration = CommandConfiguration(
        commandName: "helio-convert",
        abstract: "Writes a scenario in the form of another program, or reads that form.",
        discussion: """
            What is read becomes a scenario with its tables. The forms:

            \(ExchangeForm.table)

            EXAMPLES:
              helio-convert --to hypatia --scenario kuiper.yaml --out kuiper_630
              helio-convert --to graphml --at 60 --scenario kuiper.yaml --out graph
              helio-convert --from hypatia kuiper_630 --out kuiper
              helio-convert --from constellation-code D:550:53:1584/72/39 --out starlink
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

    @Option(
        help: ArgumentHelp(
            "The instant of a form that holds one: seconds since the scenario's epoch, or UTC "
                + "(default: the first of the window).", valueName: "time"),
        transform: MeshInstant.init(argument:))
    var at: MeshInstant?

    @Option(
        help: ArgumentHelp(
            "To czml: the time between places (default: about a hundred of them). From starperf: "
                + "the time between its slots, or of its XML the step of the window.",
            valueName: "s"))
    var stepS: Double?

    @Argument(
        help: ArgumentHelp(
            "What is read: a file or a folder, or a constellation code.", valueName: "in"),
        completion: .file())
    var input: String?

    @OptionGroup var shared: SharedOptions

    private var options: ExchangeOptions {
        ExchangeOptions(algorithm: algorithm, at: at, stepS: stepS)
    }

    func validate() throws {
        switch (to, from) {
        case (nil, nil): throw ValidationError("give --to or --from, and a form")
        case (.some, .some): throw ValidationError("--to and --from exclude each other")
        case (.some(let form), nil):
            guard form.isWritten else {
                throw ValidationError("--to \(form.rawValue): this form is read only")
            }
            guard scenario != nil else { throw ValidationError("--to needs --scenario") }
            guard input == nil else { throw ValidationError("--to reads no folder but a scenario") }
        case (nil, .some(let form)):
            guard form.isRead else {
                throw ValidationError("--from \(form.rawValue): this form is written only")
            }
            guard input != nil else { throw ValidationError("--from needs what is to be read") }
            guard scenario == nil else { throw ValidationError("--from reads no scenario") }
        }
        guard at == nil || to?.isOfInstant == true else {
            throw ValidationError("--at goes with --to and a form that holds one instant")
        }
        guard stepS == nil || to == .czml || from == .starPerf else {
            throw ValidationError("--step-s goes with --to czml and --from starperf")
        }
        if let stepS, !(stepS >= 0.001 && stepS.isFinite) {
            throw ValidationError("--step-s is \(stepS), and 0.001 or more was expected")
        }
    }

    func run() async throws {
        if let to, let scenario {
            let experiment = try Experiment(Scenario(contentsOf: scenario))
            let folder = try shared.resultFolder()
            let bar = ProgressBar(
                total: to.steps(of: experiment, options: options), unit: "steps",
                quiet: shared.quiet)
            let arguments = try await to.write(
                experiment, options: options, into: folder,
                control: RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
            bar.finish()
            try experiment.finish(folder, program: Self.programName, arguments: arguments)
        } else if let from, let input {
            let folder = try from.read(input, options: options) { try shared.resultFolder() }
            try folder.finish(
                Manifest(program: Self.programName, arguments: ["from": .string(from.rawValue)]))
        }
    }
}

extension HypatiaAlgorithm: ExpressibleByArgument {}
