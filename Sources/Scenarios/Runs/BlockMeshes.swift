import LaserMesh
import Orbits

/// The meshes of a scenario at consecutive instants, built together.
///
/// The memory of a block is used again for the next one.
struct BlockMeshes {
    /// The meshes.
    private(set) var batch = MeshBatch()

    /// Satellites without a position: instant, satellite and code, in the order of the tables.
    private(set) var rejected: [(instant: Int, satellite: Int, error: SGP4Error)] = []

    /// Earth-fixed positions of the satellites [km].
    private(set) var positions: PositionBlock

    private let experiment: Experiment
    private var builder: MeshBatchBuilder

    /// Creates meshes of no instant.
    init(_ experiment: Experiment) {
        self.experiment = experiment
        builder = MeshBatchBuilder(experiment.builder)
        positions = PositionBlock(satelliteCount: experiment.constellation.count, atSeconds: [])
    }

    /// Propagates the satellites and builds the meshes at some instants of the scenario's window.
    ///
    /// - Complexity: O(instants · (satellites + links)), and what the topology takes.
    mutating func build(_ instants: Range<Int>) {
        let seconds = instants.map { experiment.window.seconds(at: $0) }
        positions.reset(atSeconds: seconds)
        let times = seconds.map { experiment.instant(atSeconds: $0) }
        // Held here alone while they are written to, or they would be copied.
        var xs = exchange(&positions.x, with: [])
        var ys = exchange(&positions.y, with: [])
        var zs = exchange(&positions.z, with: [])
        var x = xs.mutableSpan
        var y = ys.mutableSpan
        var z = zs.mutableSpan
        let rejections = experiment.constellation.positions(
            at: times, layout: .satelliteMajor(instants: instants.count), x: &x, y: &y, z: &z)
        (positions.x, positions.y, positions.z) = (xs, ys, zs)
        rejected = rejections.map { (instants.lowerBound + $0.instant, $0.satellite, $0.error) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        builder.build(positions, into: &batch)
    }
}

private func exchange<Value>(_ place: inout Value, with value: Value) -> Value {
    let old = place
    place = value
    return old
}
