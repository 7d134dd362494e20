import LaserMesh
import Routing

/// The best routes of pairs over a window, as intervals with exact ends.
///
/// No instants are sampled. The window is cut into cells of at most a second. In a cell each link's
/// length lies between bounds that follow from its ends' positions and from how fast and how bent a
/// satellite can fly, and each link is known to be up, to be down, or to change at instants that are
/// found as roots. From the bounds it follows which routes can be the best ones somewhere in the
/// cell, mostly a single one, and where there are several, the instants at which one becomes shorter
/// than another are found as roots too.
///
/// What is certain, then, is that at every instant of an interval its route is the one that a search
/// on the mesh of that instant finds, but for a tenth of a microsecond beside its ends. Two things are
/// not: a laser that a topology other than a ``LinkList`` chooses by the satellites' places is looked
/// for at the ends of the cells, so that one that is chosen twice within a cell, or not, is missed;
/// and a laser whose line dips below the grazing altitude for less than 0.1 ms may be.
///
/// The blocks of the window may be worked on in any order and at the same time, and are then joined
/// by ``RouteTimelines``.
public struct RouteIntervals: Sendable {
    /// The mesh.
    public let mesh: MovingMesh

    /// The pairs.
    public let pairs: [NodePair]

    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// The window [s], half-open.
    public let windowS: Range<Double>

    /// The number of blocks, each of which is some cells.
    public let blockCount: Int

    private let stepS: Double
    private let pairsOf: [NodeID: [Int]]
    private let destinations: [NodeID]

    /// Cells in a block: with both ends they fill the lanes of ``BatchForwarding`` twice.
    private static let cellsPerBlock = 15

    /// Prepares the search.
    ///
    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - pairs: The pairs.
    ///   - rules: What a route may do, and what it costs.
    ///   - windowS: The window [s]; one of no length has no intervals.
    ///   - greatestCellS: The longest cell [s]. It changes how long the work takes, and not what is
    ///     found.
    public init(
        _ mesh: MovingMesh, pairs: [NodePair], rules: RoutingRules = RoutingRules(),
        windowS: Range<Double>, greatestCellS: Double = 1
    ) {
        precondition(
            greatestCellS > 0 && windowS.lowerBound.isFinite && windowS.upperBound.isFinite)
        self.mesh = mesh
        self.pairs = pairs
        self.rules = rules
        self.windowS = windowS
        let duration = windowS.upperBound - windowS.lowerBound
        let cells = max(1, (duration / greatestCellS).rounded(.up))
        stepS = duration > 0 ? duration / cells : greatestCellS
        let perBlock = Double(Self.cellsPerBlock)
        blockCount = windowS.isEmpty || pairs.isEmpty ? 0 : Int((cells / perBlock).rounded(.up))
        pairsOf = Dictionary(grouping: pairs.indices) { pairs[$0].destination }
        destinations = pairsOf.keys.sorted()
    }

    /// What one block says about all pairs.
    public struct Block: Sendable {
        /// The intervals of each pair, cut off at the block's ends.
        var intervals: [[RouteInterval]]

        /// Ends of pairs that have a link at some time of the block, or may.
        var linked: Set<NodeID>
    }

    /// The intervals of all pairs in a block.
    ///
    /// - Complexity: About that of the exact forwarding states at the ends of its cells
    ///   (``BatchForwarding``), and some 0.2 ms for each change of a route.
    public func block(_ index: Int) -> Block {
        precondition(index >= 0 && index < blockCount)
        let first = index * Self.cellsPerBlock
        let times = (0...Self.cellsPerBlock).map {
            windowS.lowerBound + Double(first + $0) * stepS
        }
        let cells = LinkCells(mesh, MotionBlock(mesh, times: times, stepS: stepS))
        let nodes = cells.weights.nodeCount
        var intervals = [[RouteInterval]](repeating: [], count: pairs.count)
        var solver = BatchForwarding(rules: rules)
        var state = BatchForwardingState()
        // The weights of all nodes take 128 bytes a node and destination: 32 MB at once.
        let share = max(1, 250_000 / max(1, nodes))
        for begin in stride(from: 0, to: destinations.count, by: share) {
            let some = Array(destinations[begin..<min(begin + share, destinations.count)])
            solver.solve(cells.weights, to: some, keepingCosts: .all, into: &state)
            var routes = BlockRoutes(mesh, cells, state)
            for (place, destination) in some.enumerated() {
                for pair in pairsOf[destination] ?? [] {
                    intervals[pair] =
                        routes.pieces(
                            from: pairs[pair].source, to: place,
                            until: min(windowS.upperBound, times[times.count - 1])
                        ).intervals
                }
            }
        }
        var linked: Set<NodeID> = []
        for pair in pairs {
            for end in [pair.source, pair.destination]
            where !cells.weights.row(of: end).isEmpty { linked.insert(end) }
        }
        return Block(intervals: intervals, linked: linked)
    }

    /// The intervals of all pairs over the whole window, block after block.
    ///
    /// - Complexity: That of ``block(_:)`` for all blocks.
    public func timelines() -> [RouteTimeline] {
        var timelines = RouteTimelines(self)
        var intervals = [[RouteInterval]](repeating: [], count: pairs.count)
        for index in 0..<blockCount {
            for (pair, interval) in timelines.take(block(index)) {
                intervals[pair].append(interval)
            }
        }
        for (pair, interval) in timelines.finish() { intervals[pair].append(interval) }
        return pairs.indices.map {
            RouteTimeline(
                pair: pairs[$0], rules: rules, intervals: intervals[$0],
                reason: timelines.reason(ofPair: $0))
        }
    }
}
