import Orbits

/// A satellite that its theory rejects from some instant on.
public struct SatelliteRejection: Error, Sendable, Hashable {
    /// The satellite, counted from 0.
    public var satellite: Int

    /// The first instant at which it is known to be rejected, since the epoch [s].
    public var seconds: Double

    /// The theory's code.
    public var error: SGP4Error
}
