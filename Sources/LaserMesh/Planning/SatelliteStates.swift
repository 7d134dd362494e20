import Orbits

/// Where the satellites are at an instant and how they move.
public struct SatelliteStates: Sendable {
    /// The instant, since the scenario's epoch [s].
    public var seconds: Double

    /// Earth-fixed positions [km].
    public var positions: PositionPlanes

    /// Velocities relative to the turning Earth, in its axes [km/s].
    public var velocities: PositionPlanes

    /// Creates the states of an instant.
    public init(seconds: Double, positions: PositionPlanes, velocities: PositionPlanes) {
        self.seconds = seconds
        self.positions = positions
        self.velocities = velocities
    }
}
