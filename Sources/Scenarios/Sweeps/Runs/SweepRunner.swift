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

    /// How long the first run may be at work before others start beside it without knowing what it will
    /// have taken in the end.
    private static let longRun = Duration.seconds(5)

    /// How long it takes until memory is looked at again.
    private static let glance = Duration.milliseconds(250)

    /// Does some runs, several at a time as far as memory goes, and records those that fail.
    ///
    /// - Parameters:
    ///   - runs: What ``missing(in:retryingFailed:)`` gave.
    ///   - threads: The most runs at the same time.
    ///   - memory: The memory into which they have to fit.
    ///   - progress: Told whenever a run is over.
    /// - Returns: How many of them failed.
    /// - Throws: `ResultError` when the results cannot be written; those that were stay.
    public func run(
        _ runs: [SweepRun], threads: Int, memory: MemoryGauge = .system,
        progress: @escaping @Sendable (SweepProgress) -> Void = { _ in }
    ) async throws -> Int {
        precondition(threads >= 1)
        enum Event {
            case ended(isDone: Bool)
            case isLong
        }
        return try await withThrowingTaskGroup(of: Event.self) { group in
            var budget = MemoryBudget(memory, declaredBytes: plan.sweep.memoryBytes)
            var atOnce = budget.limit(threads: threads, running: 0, isLong: false)
            var looked = ContinuousClock.now
            var (started, running, ended, failed) = (0, 0, 0, 0)
            func wait() {
                group.addTask {
                    try? await Task.sleep(for: Self.longRun)
                    return .isLong
                }
            }
            if atOnce < threads { wait() }
            while ended < runs.count {
                if started < runs.count, running < atOnce {
                    let run = runs[started]
                    group.addTask { .ended(isDone: try perform(run)) }
                    started += 1
                    running += 1
                    budget.works(on: running)
                    continue
                }
                switch try await group.next() {
                case .ended(let isDone):
                    running -= 1
                    ended += 1
                    failed += isDone ? 0 : 1
                    let time = ContinuousClock.now
                    if ended == 1 || time - looked >= Self.glance {
                        budget.learn()
                        atOnce = budget.limit(threads: threads, running: running, isLong: false)
                        looked = time
                    }
                    progress(SweepProgress(ended: 1, running: running, atOnce: atOnce))
                case .isLong where ended == 0:
                    atOnce = budget.limit(threads: threads, running: running, isLong: true)
                    wait()
                case .isLong: break
                case nil: return failed
                }
            }
            group.cancelAll()
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
        let keep = plan.sweep.keep
        return SweepRunFile.bytes(
            try SweepTables.run(experiment(of: run), keep: keep), keep: keep)
    }

    /// Opens the scenario of a run; satellites and stations that it has in common with others are read
    /// once.
    ///
    /// - Throws: ``ScenarioError`` and what reading its files throws.
    public func experiment(of run: SweepRun) throws -> Experiment {
        let tree = plan.tree(of: run)
        return try inputs.experiment(Scenario(tree, file: plan.sweep.baseFile), tree: tree)
    }

    private static func message(_ error: any Error) -> String {
        (error as? any ReportableError)?.message
            ?? PrintableText.oneLine("a fault of the program, please report it: \(error)")
    }
}
