/// The frame in which a batch gives its states.
public enum BatchFrame: Sendable, Hashable, CaseIterable {
    /// TEME, the inertial frame of SGP4.
    case teme

    /// Earth-fixed, turned by ``EarthRotation`` at each instant.
    case earthFixed
}
