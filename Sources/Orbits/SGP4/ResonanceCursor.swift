/// How far the integrator of a resonant deep-space orbit has run, for a caller who asks for many
/// times of one satellite.
///
/// With a cursor, times that move away from the epoch cost at most the steps between them, and the
/// states are the same to the last bit, in any order of times. A cursor belongs to one ``SGP4``; one
/// that comes from another satellite gives wrong states. For other orbits it has no effect.
public struct ResonanceCursor: Sendable {
    /// The largest distance from the epoch to which the integrator runs [min]: ten million steps.
    public static let largestMinutes = 7.2e9

    /// Time to which the integrator has run [min], a multiple of 720.
    var atime = 0.0

    /// Resonant longitude at that time [rad].
    var xli = 0.0

    /// Mean motion at that time [rad/min].
    var xni = 0.0

    /// Creates a cursor at the epoch.
    public init() {}
}
