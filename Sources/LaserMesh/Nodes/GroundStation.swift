import Orbits

/// A ground station: a name and a place on the scenario's Earth.
public struct GroundStation: Sendable, Hashable {
    /// Name, unique in a mesh.
    public var name: String

    /// Place over the ellipsoid; of a station that moves, where it starts.
    public var place: Geodetic

    /// The skyline; `nil` for a free view down to the horizon.
    public var mask: AzimuthMask?

    /// How it moves; `nil` for a station that stays.
    public var track: StationTrack?

    /// The people whom it serves, to whom traffic is in proportion; `nil` where that is not known.
    public var population: Double?

    /// Creates a station from its name and its place.
    public init(
        name: String, place: Geodetic, mask: AzimuthMask? = nil, track: StationTrack? = nil,
        population: Double? = nil
    ) {
        self.name = name
        self.place = place
        self.mask = mask
        self.track = track
        self.population = population
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
