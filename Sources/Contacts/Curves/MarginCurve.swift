import LaserMesh

/// A rule's margin over the time of one interval between samples, with bounds on how it bends.
///
/// The unit of a curve need not be that of the rule's margin; its sign is the same.
protocol MarginCurve {
    /// The margin by the cubics through the samples.
    func approximate(_ seconds: Double) -> Double

    /// The margin by the orbits themselves; NaN where a satellite has no state.
    func exact(_ seconds: Double, _ orbits: ExactOrbits) -> Double

    /// No farther than this is ``approximate(_:)`` from ``exact(_:_:)``; infinite where there are no
    /// cubics.
    var error: Double { get }

    /// How fast the margin changes and bends anywhere between two instants of the interval [s].
    func bounds(_ begin: Double, _ end: Double) -> CurveBounds

    /// Whether the rule certainly holds, or certainly does not, all the time between two instants;
    /// `nil` when a cheap look does not tell.
    func settled(_ begin: Double, _ end: Double) -> Bool?
}

extension MarginCurve {
    func settled(_ begin: Double, _ end: Double) -> Bool? { nil }
}
