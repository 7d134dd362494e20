/// The local orbital frame of a satellite: radial, along the track, across it.
///
/// The radial axis points away from the Earth's centre, the cross-track axis along the angular
/// momentum r × v, and the along-track axis completes the right-handed frame: it is the direction of
/// flight of a circular orbit.
public struct OrbitAxes: Sendable, Hashable {
    /// Unit vector away from the Earth's centre.
    public let radial: SIMD3<Double>

    /// Unit vector in the plane of the orbit, ahead.
    public let along: SIMD3<Double>

    /// Unit vector along the angular momentum.
    public let cross: SIMD3<Double>

    /// Creates the frame of a position and an inertial velocity, in any units and any one frame; NaN
    /// where the two are parallel.
    public init(position: SIMD3<Double>, velocity: SIMD3<Double>) {
        func unit(_ v: SIMD3<Double>) -> SIMD3<Double> { v / (v * v).sum().squareRoot() }
        func product(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
            SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
        }
        radial = unit(position)
        cross = unit(product(position, velocity))
        along = product(cross, radial)
    }

    /// The components of a vector: radial, along-track and cross-track, in its own unit.
    public func components(of vector: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3((vector * radial).sum(), (vector * along).sum(), (vector * cross).sum())
    }
}
