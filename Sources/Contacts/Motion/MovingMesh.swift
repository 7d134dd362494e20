import LaserMesh
import Orbits

/// A mesh over time: satellites in motion, the links that they may have, and ground stations.
///
/// It is immutable and shared by all threads. Times are seconds from an epoch.
public struct MovingMesh: Sendable {
    /// The satellites.
    public let constellation: Constellation

    /// Makes the mesh of an instant.
    public let builder: MeshBuilder

    /// The instant from which seconds count.
    public let epoch: Instant

    /// Creates the mesh over time of satellites, a builder and an epoch.
    public init(_ constellation: Constellation, builder: MeshBuilder, epoch: Instant) {
        self.constellation = constellation
        self.builder = builder
        self.epoch = epoch
    }

    /// The number of nodes, satellites first.
    public var nodeCount: Int { constellation.count + builder.observers.count }

    /// When stations turn within a window, or set out or arrive, ascending [s].
    func turnsS(within windowS: Range<Double>) -> [Double] {
        let turns = builder.observers.indices.flatMap { builder.track(of: $0)?.atS ?? [] }
        return Set(turns.filter { $0 > windowS.lowerBound && $0 < windowS.upperBound }).sorted()
    }

    /// The mesh at a time [s].
    ///
    /// - Complexity: O(satellites · stations), and what the topology takes.
    public func mesh(atSeconds seconds: Double) -> Mesh {
        builder.mesh(
            of: constellation.positions(at: epoch.advanced(bySeconds: seconds)),
            atSeconds: seconds)
    }

    /// The Earth-fixed position of a node at a time [km]; NaN for a satellite that its theory
    /// rejects there.
    ///
    /// - Complexity: O(1); one satellite is propagated.
    public func positionKm(of node: NodeID, atSeconds seconds: Double) -> SIMD3<Double> {
        let station = node.index - constellation.count
        if station >= 0 { return builder.observer(station, atSeconds: seconds).position.km }
        let instant = epoch.advanced(bySeconds: seconds)
        guard let state = try? constellation.state(of: node.index, at: instant) else {
            return SIMD3(repeating: .nan)
        }
        return EarthRotation(at: instant).itrf(temePositionKm: state.positionKm).km
    }

    /// The length of a list of nodes at a time [km], whether its links are up or not; NaN where a
    /// satellite has no position.
    ///
    /// - Complexity: O(nodes).
    public func lengthKm(of nodes: [NodeID], atSeconds seconds: Double) -> Double {
        var length = 0.0
        var previous: SIMD3<Double>?
        for node in nodes {
            let position = positionKm(of: node, atSeconds: seconds)
            if let previous {
                let d = position - previous
                length += LengthGrid.nearest(km: (d * d).sum().squareRoot())
            }
            previous = position
        }
        return length
    }

    /// Earth-fixed positions of the satellites at some times [s], all times of one satellite after
    /// another.
    ///
    /// - Complexity: O(satellites · times).
    public func positions(atSeconds times: [Double]) -> PositionBlock {
        var block = PositionBlock(satelliteCount: constellation.count, atSeconds: times)
        // Taken out, so that each is the only reference to its memory and nothing is copied.
        var (xs, ys, zs): ([Double], [Double], [Double]) = ([], [], [])
        swap(&xs, &block.x)
        swap(&ys, &block.y)
        swap(&zs, &block.z)
        var x = xs.mutableSpan
        var y = ys.mutableSpan
        var z = zs.mutableSpan
        _ = constellation.positions(
            at: times.map { epoch.advanced(bySeconds: $0) },
            layout: .satelliteMajor(instants: times.count), x: &x, y: &y, z: &z)
        swap(&xs, &block.x)
        swap(&ys, &block.y)
        swap(&zs, &block.z)
        return block
    }
}
