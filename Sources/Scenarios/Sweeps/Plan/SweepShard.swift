/// One of several parts of a sweep that are run apart from one another.
///
/// Runs are dealt out in turn by their number; runs with the same results go to the same shard, so
/// that no two shards write the same file.
public struct SweepShard: Sendable, Hashable, CustomStringConvertible {
    /// Which shard, from 1.
    public let index: Int

    /// How many there are.
    public let count: Int

    /// The whole sweep.
    public static let whole = SweepShard(index: 1, count: 1)

    private init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// Reads `i/n`, such as `1/4`; `nil` for any other text.
    public init?(text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), index >= 1,
            index <= count
        else { return nil }
        self.init(index: index, count: count)
    }

    /// All shards of a number of them, at least 1.
    public static func all(_ count: Int) -> [SweepShard] {
        precondition(count >= 1)
        return (1...count).map { SweepShard(index: $0, count: count) }
    }

    /// `i/n`.
    public var description: String { "\(index)/\(count)" }

    /// Whether a run belongs to the shard.
    public func contains(_ run: SweepRun) -> Bool { run.turn % count == index - 1 }
}
