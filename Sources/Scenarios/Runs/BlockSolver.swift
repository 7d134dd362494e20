import LaserMesh
import Orbits
import Routing

/// Solves blocks of instants of a scenario one after another: positions, meshes and forwarding
/// states, in memory that is used again.
///
/// The answers do not depend on the blocks before, but come sooner after a block nearby: most nodes
/// then keep their place in the order of costs. Each task has a solver of its own.
///
/// ```swift
/// let solver = BlockSolver(experiment)
/// for first in stride(from: 0, to: experiment.window.count, by: 8) {
///     let instants = first..<min(first + 8, experiment.window.count)
///     solver.solve(instants, to: experiment.stationNodes)
///     hops.append(solver.forwarding.nextHop(from: satellite, to: 0, at: 0))
/// }
/// ```
public final class BlockSolver {
    /// The scenario.
    public let experiment: Experiment

    /// The meshes of the last block.
    private(set) var meshes: BlockMeshes

    /// The next hops of the last block.
    public private(set) var forwarding = BatchForwardingState()

    private var engine: BatchForwarding

    /// Creates a solver that has not solved anything.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - precision: How exactly costs are counted.
    public init(_ experiment: Experiment, precision: BatchForwarding.Precision = .exact) {
        self.experiment = experiment
        meshes = BlockMeshes(experiment)
        engine = BatchForwarding(rules: experiment.scenario.routing, precision: precision)
    }

    /// Finds the next hop of every node to some destinations at some instants of the window.
    ///
    /// - Parameters:
    ///   - instants: The instants, by their places in the window; whole eights leave no lane empty,
    ///     or whole sixteens of the fast precision.
    ///   - destinations: Where packets go, each once.
    ///   - scope: Which costs to keep.
    /// - Complexity: O(instants · (satellites + destinations · links)).
    public func solve(
        _ instants: Range<Int>, to destinations: [NodeID],
        keepingCosts scope: BatchForwardingState.CostScope = .stations
    ) {
        meshes.build(instants)
        engine.solve(meshes.batch, to: destinations, keepingCosts: scope, into: &forwarding)
    }

    /// Bytes of working memory that the solution for some destinations may take: about a cache.
    private static let workingBytes = 4 << 20

    /// How many destinations are solved at once, so that the working memory stays bounded.
    ///
    /// A node takes sixteen lanes of a next hop and a cost for each destination.
    static func destinationsAtOnce(nodes: Int) -> Int {
        max(8, workingBytes / max(1, nodes * 16 * 10))
    }

    /// Builds the meshes at some instants and hands over the forwarding states, some destinations at
    /// a time: their places among the destinations, their state and the meshes.
    func solve(
        _ instants: Range<Int>, to destinations: [NodeID],
        keepingCosts scope: BatchForwardingState.CostScope = .stations,
        _ body: (Range<Int>, BatchForwardingState, BlockMeshes) -> Void
    ) {
        meshes.build(instants)
        engine.solve(
            meshes.batch, to: destinations,
            share: Self.destinationsAtOnce(nodes: meshes.batch.nodeCount), keepingCosts: scope,
            using: &forwarding
        ) { body($0, $1, meshes) }
    }
}
