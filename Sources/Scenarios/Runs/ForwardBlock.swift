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
    public var nextHop: [Int32] { rows.nextHop.values }

    /// One-way latency of the best route [ms], correctly rounded; NaN where there is none.
    public var latencyMs: [Float] { rows.latencyMs }

    let rows: ForwardingRows

    /// Satellites without a position: instant, satellite and code.
    let rejected: [(instant: Int, satellite: Int, error: SGP4Error)]

    /// Finds the forwarding state to all stations at some instants of a scenario's window.
    ///
    /// - Complexity: That of the search that `SearchChoice` names.
    public init(_ experiment: Experiment, instants: Range<Int>) {
        self.init(
            instants, by: BlockSolver(experiment),
            into: ForwardingRows(nodes: experiment.nodeCount, hasLatency: true))
    }

    /// Finds the forwarding state in the memory of other rows.
    init(_ instants: Range<Int>, by solver: BlockSolver, into rows: ForwardingRows) {
        switch SearchChoice.forForwarding(instants: instants.count) {
        case .together: self.init(together: instants, by: solver, into: rows)
        default: self.init(plainly: instants, of: solver.experiment, into: rows)
        }
    }

    /// All instants of the block in the lanes of one batch.
    init(together instants: Range<Int>, by solver: BlockSolver, into rows: ForwardingRows) {
        var rows = rows
        rows.fill(to: solver.experiment.stationNodes, instants, by: solver)
        self.rows = rows
        rejected = solver.meshes.rejected
    }

    /// Instant by instant.
    init(plainly instants: Range<Int>, of experiment: Experiment, into rows: ForwardingRows) {
        let shells = ShellLayout.layouts(of: experiment.shells)
        let destinations = experiment.stationNodes
        var rows = rows
        rows.removeAll()
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
