import ArgumentParser
import Scenarios

/// The sweep and its folder, which most subcommands want.
struct SweepOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The sweep, in YAML.", valueName: "file"), completion: .file())
    var sweep: String

    @Option(
        help: ArgumentHelp("Folder of the sweep's runs.", valueName: "dir"),
        completion: .directory)
    var out: String

    func validate() throws {
        guard !out.isEmpty else {
            throw ValidationError("--out is empty, and the path of a folder was expected")
        }
    }

    var folder: SweepFolder { SweepFolder(out) }

    func plan() throws -> SweepPlan { try SweepPlan(Sweep(contentsOf: sweep)) }
}
