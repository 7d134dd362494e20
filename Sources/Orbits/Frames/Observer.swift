#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A place on the Earth with its local horizon: east, north and up.
public struct Observer: Sendable, Hashable {
    /// The place.
    public let place: Geodetic

    /// Its Earth-fixed position.
    public let position: ITRFPosition

    /// Unit vector to the east.
    public let east: SIMD3<Double>

    /// Unit vector to the north.
    public let north: SIMD3<Double>

    /// Unit vector along the ellipsoid's normal.
    public let up: SIMD3<Double>

    /// The skyline; `nil` for a free view down to the horizon.
    public let mask: AzimuthMask?

    /// Creates the observer at a place of an ellipsoid.
    public init(at place: Geodetic, on ellipsoid: Ellipsoid = .wgs84, mask: AzimuthMask? = nil) {
        self.mask = mask
        self.place = place
        position = ellipsoid.position(of: place)
        up = ellipsoid.normal(at: place)
        let sinLatitude = sin(place.latitudeRad)
        let sinLongitude = sin(place.longitudeRad)
        let cosLongitude = cos(place.longitudeRad)
        east = SIMD3(-sinLongitude, cosLongitude, 0)
        north = SIMD3(
            -sinLatitude * cosLongitude, -sinLatitude * sinLongitude, cos(place.latitudeRad))
    }

    /// Azimuth, elevation and range of a target.
    public func lookAngles(to target: ITRFPosition) -> LookAngles {
        let d = target.km - position.km
        let range = (d * d).sum().squareRoot()
        let eastward = (d * east).sum()
        let northward = (d * north).sum()
        let upward = (d * up).sum()
        var azimuth = atan2(eastward, northward)
        if azimuth < 0 { azimuth += 2 * .pi }
        let level = (eastward * eastward + northward * northward).squareRoot()
        return LookAngles(
            azimuthRad: azimuth, elevationRad: atan2(upward, level), rangeKm: range)
    }
}
