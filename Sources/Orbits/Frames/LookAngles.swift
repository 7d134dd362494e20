/// Where an observer sees a target.
public struct LookAngles: Sendable, Hashable {
    /// Azimuth from north through east [rad], 0..<2π.
    public var azimuthRad: Double

    /// Elevation over the plane that is perpendicular to the ellipsoid's normal [rad].
    public var elevationRad: Double

    /// Straight-line distance [km].
    public var rangeKm: Double

    /// Creates look angles from their three values.
    public init(azimuthRad: Double, elevationRad: Double, rangeKm: Double) {
        self.azimuthRad = azimuthRad
        self.elevationRad = elevationRad
        self.rangeKm = rangeKm
    }
}
