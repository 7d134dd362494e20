import LaserMesh
import Routing

/// The intervals of all pairs, as the blocks of their window come in.
public struct RouteTimelines: Sendable {
    private let pairs: [NodePair]
    private let isEmptyWindow: Bool
    private var open: [RoutePieces]
    private var linked: Set<NodeID> = []
    private var isReached: [Bool]

    /// Begins without any block.
    public init(_ search: RouteIntervals) {
        pairs = search.pairs
        isEmptyWindow = search.windowS.isEmpty
        open = Array(repeating: RoutePieces(), count: pairs.count)
        isReached = Array(repeating: false, count: pairs.count)
    }

    /// Takes the next block.
    ///
    /// - Returns: The intervals that ended, with the places of their pairs: by the time of their end,
    ///   and of equal ones by pair.
    public mutating func take(
        _ block: RouteIntervals.Block
    ) -> [(pair: Int, interval: RouteInterval)] {
        linked.formUnion(block.linked)
        var ended: [(pair: Int, interval: RouteInterval)] = []
        for pair in pairs.indices {
            for interval in block.intervals[pair] {
                open[pair].append(interval)
                if interval.nodes != nil { isReached[pair] = true }
            }
            for interval in open[pair].takeEnded() { ended.append((pair, interval)) }
        }
        // The sort must keep the order of one pair's intervals, whose ends differ.
        ended.sort { ($0.interval.endS, $0.pair) < ($1.interval.endS, $1.pair) }
        return ended
    }

    /// The intervals that last to the end of the window.
    public func finish() -> [(pair: Int, interval: RouteInterval)] {
        pairs.indices.flatMap { pair in open[pair].intervals.map { (pair, $0) } }
    }

    /// Why a pair has no route at any time, or `nil` when it has one.
    public func reason(ofPair pair: Int) -> NoRoute? {
        if isEmptyWindow { return .emptyWindow }
        if isReached[pair] { return nil }
        for end in [pairs[pair].source, pairs[pair].destination] where !linked.contains(end) {
            return .noLink(end)
        }
        return .noPath
    }
}
