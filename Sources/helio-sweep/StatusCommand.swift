import ArgumentParser
import Console
import Results
import Scenarios

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Counts the runs that are done, failed and missing, as CSV on standard output.",
        discussion: """
            Runs that share their results, since their scenarios are the same, count as one.

            EXAMPLE:
              helio-sweep status --sweep sweep-elevation.yaml --out sweep --shards 4
            """)

    @OptionGroup var options: SweepOptions

    @Option(help: ArgumentHelp("Count for each of so many shards as well.", valueName: "n"))
    var shards = 1

    func validate() throws {
        guard (1...100_000).contains(shards) else {
            throw ValidationError("--shards is \(shards), and 1 to 100000 was expected")
        }
    }

    func run() throws {
        let plan = try options.plan()
        var rows = RowBuffer()
        for column in ["shard", "runs", "done", "failed", "missing"] { rows.append(column) }
        rows.endRow()
        for shard in shards > 1 ? SweepShard.all(shards) : [] {
            append(plan, shard, named: shard.description, to: &rows)
        }
        append(plan, .whole, named: "all", to: &rows)
        try StandardOutput.write(rows.bytes)
    }

    private func append(
        _ plan: SweepPlan, _ shard: SweepShard, named name: String, to rows: inout RowBuffer
    ) {
        let counts = options.folder.counts(of: plan.distinctRuns(of: shard))
        rows.row(name, counts.total, counts.done, counts.failed, counts.missing)
    }
}
