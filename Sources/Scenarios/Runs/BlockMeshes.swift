import LaserMesh
import Orbits

/// The meshes of a scenario at consecutive instants, built together.
struct BlockMeshes {
    /// The meshes.
    let batch: MeshBatch

    /// Satellites without a position: instant, satellite and code, in the order of the tables.
    let rejected: [(instant: Int, satellite: Int, error: SGP4Error)]

    /// Earth-fixed positions of the satellites [km].
    let positions: PositionBlock

    /// Propagates the satellites of a scenario and builds the meshes at some instants of its window.
    ///
    /// - Complexity: O(instants · (satellites + links)), and what the topology takes.
    init(_ experiment: Experiment, instants: Range<Int>) {
        let constellation = experiment.constellation
        let seconds = instants.map { experiment.window.seconds(at: $0) }
        var block = PositionBlock(satelliteCount: constellation.count, atSeconds: seconds)
        let times = seconds.map { experiment.instant(atSeconds: $0) }
        var (xs, ys, zs) = (block.x, block.y, block.z)
        var x = xs.mutableSpan
        var y = ys.mutableSpan
        var z = zs.mutableSpan
        let rejections = constellation.positions(
            at: times, layout: .satelliteMajor(instants: instants.count), x: &x, y: &y, z: &z)
        (block.x, block.y, block.z) = (xs, ys, zs)
        rejected = rejections.map { (instants.lowerBound + $0.instant, $0.satellite, $0.error) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        var builder = MeshBatchBuilder(experiment.builder)
        var batch = MeshBatch()
        builder.build(block, into: &batch)
        self.batch = batch
        positions = block
    }
}
