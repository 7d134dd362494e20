import LaserMesh
import Orbits
import Routing

/// The forwarding state of a scenario at consecutive instants.
///
/// The arrays hold instant by instant a row for each ground station as destination, and in it a
/// place for each node, satellites first.
public struct ForwardBlock: Sendable {
    /// Node that comes next on the best route, the destination itself at the destination, and -1
    /// where there is no route.
    public var nextHop: [Int32] { rows.nextHop }

    /// One-way latency of the best route [ms], correctly rounded; NaN where there is none.
    public var latencyMs: [Float] { rows.latencyMs }

    let rows: ForwardingRows

    /// Satellites without a position: instant, satellite and code.
    let rejected: [(instant: Int, satellite: Int, error: SGP4Error)]

    /// Fewer instants than this leave most lanes of a batch empty.
    static let leastBatch = 4

    /// Finds the forwarding state to all stations at some instants of a scenario's window.
    ///
    /// Several instants are solved together, a few one by one: over regular shells eight
    /// destinations at a time, over other meshes each for itself. The state is the same.
    ///
    /// - Complexity: O(instants · stations · links); of few instants O(instants · stations · (nodes +
    ///   links + greatest cost / shortest link)).
    public init(_ experiment: Experiment, instants: Range<Int>) {
        if instants.count >= Self.leastBatch {
            self.init(together: experiment, instants: instants)
        } else {
            self.init(plainly: experiment, instants: instants)
        }
    }

    /// All instants of the block in the lanes of one batch.
    init(together experiment: Experiment, instants: Range<Int>) {
        let meshes = BlockMeshes(experiment, instants: instants)
        rejected = meshes.rejected
        rows = ForwardingRows(
            to: experiment.stationNodes, in: meshes.batch, rules: experiment.scenario.routing)
    }

    /// Instant by instant.
    init(plainly experiment: Experiment, instants: Range<Int>) {
        let shells = ShellLayout.layouts(of: experiment.shells)
        let destinations = experiment.stationNodes
        var rows = ForwardingRows()
        var rejected: [(instant: Int, satellite: Int, error: SGP4Error)] = []
        for index in instants {
            let seconds = experiment.window.seconds(at: index)
            let (mesh, errors) = experiment.mesh(atSeconds: seconds)
            rejected += errors.map { (index, $0.0, $0.1) }
            rows.append(
                ForwardingState(
                    of: mesh, to: destinations, rules: experiment.scenario.routing, shells: shells))
        }
        self.rows = rows
        self.rejected = rejected
    }
}
