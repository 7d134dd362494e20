import Orbits

/// The Earth of a scenario by its name.
public enum EarthName: String, Sendable, CaseIterable {
    /// The ellipsoid WGS-84.
    case wgs84
    /// The ellipsoid WGS-72.
    case wgs72
    /// A sphere of 6371 km.
    case sphere

    /// The surface.
    public var ellipsoid: Ellipsoid {
        switch self {
        case .wgs84: .wgs84
        case .wgs72: .wgs72
        case .sphere: .sphere
        }
    }
}
