/// The theories by which a satellite is propagated, by the names that a scenario gives them.
public enum PropagatorKind: String, Sendable, CaseIterable {
    /// ``SGP4``: the theory of the element sets.
    case sgp4

    /// ``J2Propagator``: Kepler motion with the secular terms of J2.
    case keplerJ2 = "kepler-j2"
}
