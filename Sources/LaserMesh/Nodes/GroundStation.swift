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

    /// Creates a station from its name, its geodetic latitude and longitude in degrees, north and
    /// east positive, and its height [km].
    public init(
        name: String, latitudeDeg: Double, longitudeDeg: Double, altitudeKm: Double = 0
    ) {
        self.init(
            name: name,
            place: Geodetic(
                latitudeDeg: latitudeDeg, longitudeDeg: longitudeDeg, altitudeKm: altitudeKm))
    }
}
