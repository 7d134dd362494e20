/// A position and a velocity in the Earth-fixed frame.
public struct ITRFState: Sendable, Hashable {
    /// Position in the Earth-fixed frame.
    public var position: ITRFPosition

    /// Velocity relative to the turning Earth, in its axes [km/s].
    public var velocityKmPerS: SIMD3<Double>

    /// Creates a state from a position and a velocity relative to the Earth [km/s].
    public init(position: ITRFPosition, velocityKmPerS: SIMD3<Double>) {
        self.position = position
        self.velocityKmPerS = velocityKmPerS
    }
}
