import Orbits

/// A ground station: a name and a place on the scenario's Earth.
public struct GroundStation: Sendable, Hashable {
    /// Name, unique in a mesh.
    public var name: String

    /// Place over the ellipsoid.
    public var place: Geodetic

    /// Creates a station from its name and its place.
    public init(name: String, place: Geodetic) {
        self.name = name
        self.place = place
    }
}
