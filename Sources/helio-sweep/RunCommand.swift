import ArgumentParser
import Console
import Foundation
import Scenarios

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Does the runs of a sweep that are missing.",
        discussion: """
            Each run is a file in DIR/runs. A run that fails is recorded in DIR/failed, and the \
            others go on. Shards may run at the same time, on one machine or on many. As many runs \
            are at work at the same time as memory allows, by what the first one takes, or by \
            memory_mb of the sweep.

            EXAMPLE:
              helio-sweep run --sweep sweep-elevation.yaml --out sweep --shard 1/4
            """)

    @OptionGroup var options: SweepOptions

    @Option(
        help: ArgumentHelp("Do one part of several only, such as 1/4.", valueName: "i/n"),
        transform: { text in
            guard let shard = SweepShard(text: text) else {
                throw ValidationError("expected i/n with i from 1 to n, such as 1/4")
            }
            return shard
        })
    var shard: SweepShard = .whole

    @Flag(help: "Do runs again that failed.")
    var retryFailed = false

    @Option(
        help: ArgumentHelp("The most runs at the same time (default: all cores).", valueName: "n"))
    var threads: Int?

    @Flag(help: "No progress bar and no notes on standard error.")
    var quiet = false

    func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads is \(threads), and 1 to 1024 was expected")
        }
    }

    func run() async throws {
        let runner = SweepRunner(try options.plan(), folder: options.folder)
        let runs = try runner.missing(in: shard, retryingFailed: retryFailed)
        let bar = ProgressBar(total: runs.count, unit: "runs", quiet: quiet)
        let most = threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
        let failed = try await runner.run(runs, threads: most) { progress in
            let note = "\(progress.atOnce) of \(most) at a time, as memory allows"
            bar.advance(by: progress.ended, note: progress.atOnce < most ? note : nil)
        }
        bar.finish()
        guard failed > 0 else { return }
        StandardError.note(
            "\(failed) of \(runs.count) runs failed; the reasons are in \(options.out)/failed",
            program: HelioSweep.programName, quiet: quiet)
    }
}
