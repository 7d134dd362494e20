/// A position and a velocity in TEME, the inertial frame of SGP4: true equator, mean equinox.
public struct TEMEState: Sendable, Hashable {
    /// Position: x towards the mean equinox, z along the Earth's axis [km].
    public var positionKm: SIMD3<Double>

    /// Velocity in the inertial frame [km/s].
    public var velocityKmPerS: SIMD3<Double>

    /// Creates a state from a position [km] and a velocity [km/s].
    public init(positionKm: SIMD3<Double>, velocityKmPerS: SIMD3<Double>) {
        self.positionKm = positionKm
        self.velocityKmPerS = velocityKmPerS
    }
}
