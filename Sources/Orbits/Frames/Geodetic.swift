/// A place given by geodetic latitude, longitude and height over an ``Ellipsoid``.
public struct Geodetic: Sendable, Hashable {
    /// Geodetic latitude, north positive [rad], −π/2...π/2.
    public var latitudeRad: Double

    /// Longitude, east positive [rad].
    public var longitudeRad: Double

    /// Height over the ellipsoid, along its normal [km].
    public var altitudeKm: Double

    /// Creates a place from angles in radians and a height in kilometres.
    public init(latitudeRad: Double, longitudeRad: Double, altitudeKm: Double = 0) {
        self.latitudeRad = latitudeRad
        self.longitudeRad = longitudeRad
        self.altitudeKm = altitudeKm
    }

    /// Creates a place from angles in degrees, as files write them, and a height in kilometres.
    public init(latitudeDeg: Double, longitudeDeg: Double, altitudeKm: Double = 0) {
        self.init(
            latitudeRad: latitudeDeg * (.pi / 180), longitudeRad: longitudeDeg * (.pi / 180),
            altitudeKm: altitudeKm)
    }

    /// Geodetic latitude [deg], for files.
    public var latitudeDeg: Double { latitudeRad * (180 / .pi) }

    /// Longitude [deg], for files.
    public var longitudeDeg: Double { longitudeRad * (180 / .pi) }
}
