import LaserMesh
import Orbits
import Routing

/// The forwarding state at the instants of a block.
struct ForwardBlock: Sendable {
    /// Next hops and latencies, instant by instant.
    let rows: ForwardingRows

    /// Satellites without a position: instant, satellite and code.
    let rejected: [(instant: Int, satellite: Int, error: SGP4Error)]

    /// Finds the forwarding state to all stations at the instants of a block.
    init(_ experiment: Experiment, instants: Range<Int>) {
        var query = OneToAll(rules: experiment.scenario.routing)
        let destinations = experiment.stationNodes
        var rows = ForwardingRows()
        var rejected: [(instant: Int, satellite: Int, error: SGP4Error)] = []
        for index in instants {
            let seconds = experiment.window.seconds(at: index)
            let (mesh, errors) = experiment.mesh(at: experiment.instant(atSeconds: seconds))
            rejected += errors.map { (index, $0.0, $0.1) }
            rows.append(to: destinations, in: mesh, by: &query)
        }
        self.rows = rows
        self.rejected = rejected
    }
}
