import ArgumentParser
import Console
import Scenarios

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Merges the runs of a sweep into one table.",
        discussion: """
            Writes merged_summary.csv and the like for other tables that are kept, with --netcdf also \
            merged_summary.nc with the axes as dimensions, statistics.csv, failures.csv, sweep.yaml, scenario.yaml and manifest.json into DIR/merged. A merge that \
            is there already is replaced.

            EXAMPLE:
              helio-sweep merge --sweep sweep-elevation.yaml --out sweep
            """)

    @OptionGroup var options: SweepOptions

    @Flag(help: "Merge although runs are missing.")
    var partial = false

    @Flag(name: .customLong("netcdf"), help: "Write the tables as netCDF-4 too.")
    var hasGrids = false

    @Flag(help: "No notes on standard error.")
    var quiet = false

    func run() throws {
        let plan = try options.plan()
        let counts = try SweepMerge.run(
            plan, from: options.folder, into: options.out + "/merged",
            program: HelioSweep.programName, isPartial: partial, hasGrids: hasGrids)
        if counts.failed + counts.missing > 0 {
            StandardError.note(
                "merged \(counts.done) runs; \(counts.failed) failed and \(counts.missing) are "
                    + "missing", program: HelioSweep.programName, quiet: quiet)
        }
    }
}
