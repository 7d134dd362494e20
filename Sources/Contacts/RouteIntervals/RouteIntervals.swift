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
/// Links come up and go down when ``ContactFinder`` says so, of which the bounds hold here too; a topology
/// that depends on the satellites' places is asked at the ends of the cells, and its changes are halved
/// to a microsecond. What is certain, then, is that at every instant of an interval its route is the
/// one that a search on the mesh of that instant finds, but for a tenth of a microsecond beside its ends.
/// The window is cut where a station turns, so that every cell's nodes move smoothly.
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

    /// A part of the window in which no station turns, in cells of one length.
    private struct Part: Sendable {
        var windowS: Range<Double>
        var stepS: Double
        var firstBlock: Int
    }

    private let parts: [Part]
    private let stations: [Int]
    private let pairsOf: [NodeID: [Int]]
    private let destinations: [NodeID]

    /// Cells in a block: with both ends they fill the lanes of `BatchForwarding` twice.
    private static let cellsPerBlock = 15

    /// Prepares the search.
    ///
    /// - Parameters:
    ///   - mesh: The mesh, without a `MeshBuilder.followingObstacle`.
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
        precondition(mesh.builder.followingObstacle == nil)
        let borders = [windowS.lowerBound] + mesh.turnsS(within: windowS) + [windowS.upperBound]
        var parts: [Part] = []
        var blocks = 0
        for (from, to) in zip(borders, borders.dropFirst()) where from < to && !pairs.isEmpty {
            let cells = max(1, ((to - from) / greatestCellS).rounded(.up))
            parts.append(
                Part(windowS: from..<to, stepS: (to - from) / cells, firstBlock: blocks))
            blocks += Int((cells / Double(Self.cellsPerBlock)).rounded(.up))
        }
        self.parts = parts
        blockCount = blocks
        let first = mesh.constellation.count
        stations =
            rules.allowsGroundRelay
            ? Array(mesh.builder.observers.indices)
            : Set(pairs.flatMap { [$0.source.index, $0.destination.index] })
                .filter { $0 >= first }.map { $0 - first }.sorted()
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
    ///   (`BatchForwarding`), and some 0.2 ms for each change of a route.
    public func block(_ index: Int) -> Block {
        precondition(index >= 0 && index < blockCount)
        let part = parts.last { $0.firstBlock <= index } ?? parts[0]
        let first = (index - part.firstBlock) * Self.cellsPerBlock
        let times = (0...Self.cellsPerBlock).map {
            part.windowS.lowerBound + Double(first + $0) * part.stepS
        }
        let cells = LinkCells(
            mesh, MotionBlock(mesh, times: times, stepS: part.stepS), linking: stations)
        let nodes = cells.weights.nodeCount
        var intervals = [[RouteInterval]](repeating: [], count: pairs.count)
        var solver = BatchForwarding(rules: rules)
        var state = BatchForwardingState()
        // The weights of all nodes take 128 bytes a node and destination: 32 MB at once.
        let share = max(1, 250_000 / max(1, nodes))
        for begin in stride(from: 0, to: destinations.count, by: share) {
            let some = Array(destinations[begin..<min(begin + share, destinations.count)])
            solver.solve(cells.weights, to: some, keepingCosts: .all, into: &state)
            var routes = BlockRoutes(cells, state)
            for (place, destination) in some.enumerated() {
                for pair in pairsOf[destination] ?? [] {
                    intervals[pair] =
                        routes.pieces(
                            from: pairs[pair].source, to: place,
                            until: min(part.windowS.upperBound, times[times.count - 1])
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
