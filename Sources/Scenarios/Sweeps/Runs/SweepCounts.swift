/// How many runs are done, failed and missing.
public struct SweepCounts: Sendable, Hashable {
    /// Runs with results.
    public var done = 0

    /// Runs whose failure is recorded.
    public var failed = 0

    /// All others.
    public var missing = 0

    /// All runs.
    public var total: Int { done + failed + missing }

    init() {}
}
