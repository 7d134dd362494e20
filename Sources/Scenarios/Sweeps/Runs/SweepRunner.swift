import Results

/// Runs what is missing of a sweep.
public struct SweepRunner: Sendable {
    /// The runs of the sweep.
    public let plan: SweepPlan

    /// Where their results go.
    public let folder: SweepFolder

    private let inputs = SweepInputs()

    /// Creates a runner.
    public init(_ plan: SweepPlan, folder: SweepFolder) {
        self.plan = plan
        self.folder = folder
    }

    /// The runs of a shard that are still to be done; creates the folder where it is missing.
    ///
    /// - Parameters:
    ///   - shard: The part of the sweep.
    ///   - retryingFailed: Whether runs that failed are among them.
    public func missing(
        in shard: SweepShard = .whole, retryingFailed: Bool = false
    ) throws(ResultError) -> [SweepRun] {
        try folder.prepare()
        return plan.distinctRuns(of: shard).filter { run in
            !folder.isDone(run) && (retryingFailed || folder.failure(of: run) == nil)
        }
    }

    /// Does some runs, several at a time, and records those that fail.
    ///
    /// - Parameters:
    ///   - runs: What ``missing(in:retryingFailed:)`` gave.
    ///   - threads: Runs at the same time.
    ///   - progress: Told from time to time how many more runs are over.
    /// - Returns: How many of them failed.
    /// - Throws: `ResultError` when the results cannot be written; those that were stay.
    public func run(
        _ runs: [SweepRun], threads: Int,
        progress: @escaping @Sendable (_ runs: Int) -> Void = { _ in }
    ) async throws -> Int {
        precondition(threads >= 1)
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            var failed = 0
            var started = 0
            var running = 0
            while started < runs.count || running > 0 {
                if started < runs.count, running < threads {
                    let run = runs[started]
                    group.addTask { try perform(run) }
                    started += 1
                    running += 1
                    continue
                }
                guard let isDone = try await group.next() else { break }
                running -= 1
                failed += isDone ? 0 : 1
                progress(1)
            }
            return failed
        }
    }

    /// Does one run, unless another process has done it meanwhile.
    ///
    /// - Returns: Whether it has results.
    private func perform(_ run: SweepRun) throws -> Bool {
        if folder.isDone(run) { return true }
        let bytes: [UInt8]
        do {
            bytes = try results(of: run)
        } catch {
            try folder.fail(run, Self.message(error))
            return false
        }
        try folder.finish(run, bytes)
        return true
    }

    private func results(of run: SweepRun) throws -> [UInt8] {
        let tree = plan.tree(of: run)
        let scenario: Scenario
        do throws(ScenarioError) {
            scenario = try Scenario(text: tree.canonicalText, file: plan.sweep.baseFile)
        } catch {
            throw error.withoutLine
        }
        do {
            let experiment = try inputs.experiment(scenario, tree: tree)
            return SweepRunFile.bytes(
                try SweepTables.run(experiment, keep: plan.sweep.keep), keep: plan.sweep.keep)
        } catch let error as ScenarioError {
            throw error.withoutLine
        }
    }

    private static func message(_ error: any Error) -> String {
        (error as? any ReportableError)?.message
            ?? PrintableText.oneLine("a fault of the program, please report it: \(error)")
    }
}
