import Results
import Scenarios

/// A command that runs an experiment and writes its results into a folder.
public protocol ExperimentCommand: HelioCommand {
    /// The options that every executable has.
    var shared: SharedOptions { get }
}

extension ExperimentCommand {
    /// Runs an experiment under a progress bar, puts its results in place and tells what there is to be
    /// told; at a terminal also what was found.
    ///
    /// - Parameters:
    ///   - experiment: The experiment.
    ///   - total: How much progress the run reports.
    ///   - unit: What is counted, such as `instants`.
    ///   - arguments: Options of the command line that change the results, for the manifest.
    ///   - body: Computes and writes; gives sentences for standard error.
    public func write(
        _ experiment: Experiment, total: Int, unit: String, arguments: [String: JSONValue] = [:],
        _ body: (ResultFolder, RunControl) async throws -> [String]
    ) async throws {
        let folder = try shared.resultFolder()
        let bar = ProgressBar(total: total, unit: unit, quiet: shared.quiet)
        let sentences = try await body(
            folder, RunControl(threads: shared.threadCount) { bar.advance(by: $0) })
        bar.finish()
        for sentence in experiment.notes + sentences { note(sentence) }
        noteRejections(experiment.rejections.count)
        let manifest = try experiment.finish(
            folder, program: Self.programName, arguments: arguments)
        guard StandardError.isTerminal else { return }
        for line in RunSummary(experiment, manifest, at: folder.path).lines { note(line) }
    }

    private func note(_ sentence: String) {
        StandardError.note(sentence, program: Self.programName, quiet: shared.quiet)
    }

    /// Tells that parts of an element file were left out, if any were.
    private func noteRejections(_ count: Int) {
        guard count > 0 else { return }
        let parts =
            count == 1 ? "1 part of the element file is" : "\(count) parts of the element file are"
        note("\(parts) left out; see rejected.csv")
    }
}
