/// How many runs fit into memory at the same time.
///
/// What a run takes is declared, or it is learned: until the first run has ended it is alone, unless it
/// has been at work for long, and then it counts with twice what it has taken so far. Afterwards it is the
/// most that the process has grown, shared among the runs that were at work.
struct MemoryBudget {
    /// The part of the memory that is left to others.
    static let reserve = 0.1

    private let gauge: MemoryGauge
    private let declaredBytes: Int?
    /// What the process took before the first run.
    private let base: Int
    /// What a run takes, as learned so far; `nil` before one has ended.
    private var learnedBytes: Int?
    private var mostRunning = 0

    /// Starts a budget before the first run.
    ///
    /// - Parameters:
    ///   - gauge: The memory.
    ///   - declaredBytes: What a run takes; `nil` to learn it.
    init(_ gauge: MemoryGauge, declaredBytes: Int?) {
        self.gauge = gauge
        self.declaredBytes = declaredBytes
        base = gauge.resident() ?? 0
    }

    /// Tells how many runs are at work.
    mutating func works(on running: Int) { mostRunning = max(mostRunning, running) }

    /// Learns from runs that have ended what a run takes.
    mutating func learn() {
        guard declaredBytes == nil, let peak = gauge.peak() else { return }
        learnedBytes = max(learnedBytes ?? 1, max(0, peak - base) / max(1, mostRunning))
    }

    /// How many runs may be at work at the same time, 1 at least.
    ///
    /// - Parameters:
    ///   - threads: The most that are wanted.
    ///   - running: How many are at work.
    ///   - isLong: Whether the first ones have been at work for long.
    func limit(threads: Int, running: Int, isLong: Bool) -> Int {
        guard let available = gauge.available(), let resident = gauge.resident() else {
            return threads
        }
        let grown = max(0, resident - base)
        let each: Int
        if let known = declaredBytes ?? learnedBytes {
            each = known
        } else if running > 0, isLong {
            each = 2 * grown / running
        } else {
            return 1
        }
        let ours = Double(available) * (1 - Self.reserve) + Double(grown)
        return max(1, min(threads, Int(min(ours / Double(max(1, each)), Double(threads)))))
    }
}
