#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// An ellipsoid of revolution that stands for the Earth's surface.
public struct Ellipsoid: Sendable, Hashable {
    /// Equatorial radius [km].
    public let equatorialRadiusKm: Double

    /// Flattening, (a − b) / a; zero for a sphere.
    public let flattening: Double

    /// WGS-84, for ground stations by default (NIMA TR8350.2).
    public static let wgs84 = Ellipsoid(
        equatorialRadiusKm: 6_378.137, flattening: 1 / 298.257223563)

    /// WGS-72, as some published simulators use it.
    public static let wgs72 = Ellipsoid(equatorialRadiusKm: 6_378.135, flattening: 1 / 298.26)

    /// A sphere of 6371 km, for papers that assume one.
    public static let sphere = Ellipsoid(equatorialRadiusKm: 6_371, flattening: 0)

    /// Creates an ellipsoid from its equatorial radius [km] and its flattening, in 0..<1.
    public init(equatorialRadiusKm: Double, flattening: Double) {
        precondition(equatorialRadiusKm > 0 && flattening >= 0 && flattening < 1)
        self.equatorialRadiusKm = equatorialRadiusKm
        self.flattening = flattening
    }

    /// Polar radius [km].
    public var polarRadiusKm: Double { equatorialRadiusKm * (1 - flattening) }

    /// Mean radius (2a + b) / 3 [km], the radius of great-circle distances.
    public var meanRadiusKm: Double { (2 * equatorialRadiusKm + polarRadiusKm) / 3 }

    /// Square of the first eccentricity.
    public var eccentricitySquared: Double { flattening * (2 - flattening) }

    /// The Earth-fixed position of a place.
    public func position(of place: Geodetic) -> ITRFPosition {
        let sinLatitude = sin(place.latitudeRad)
        let cosLatitude = cos(place.latitudeRad)
        let e2 = eccentricitySquared
        let n = equatorialRadiusKm / (1 - e2 * sinLatitude * sinLatitude).squareRoot()
        let equatorial = (n + place.altitudeKm) * cosLatitude
        return ITRFPosition(
            km: SIMD3(
                equatorial * cos(place.longitudeRad), equatorial * sin(place.longitudeRad),
                (n * (1 - e2) + place.altitudeKm) * sinLatitude))
    }

    /// The place of an Earth-fixed position: the inverse of ``position(of:)``.
    ///
    /// Bowring's formula for the parametric latitude, repeated until it stands still; from 100 km below
    /// the surface to beyond the Moon the round trip closes within 1e-9 km. Within 43 km of the
    /// centre, where normals cross, the answer is one of several. On the axis the longitude is zero.
    ///
    /// - Complexity: O(1); three rounds at most for satellites.
    /// - Note: B. R. Bowring, "Transformation from spatial to geographical coordinates", Survey
    ///   Review 23 (1976) 323, DOI 10.1179/sre.1976.23.181.323.
    public func geodetic(of position: ITRFPosition) -> Geodetic {
        let p = position.km
        let a = equatorialRadiusKm
        let b = polarRadiusKm
        let e2 = eccentricitySquared
        let secondE2 = e2 / (1 - e2)
        let equatorial = (p.x * p.x + p.y * p.y).squareRoot()
        var tangent = equatorial > 0 ? (p.z * a) / (equatorial * b) : 0
        var sinLatitude = p.z < 0 ? -1.0 : 1.0
        var cosLatitude = 0.0
        if equatorial > 0 {
            for _ in 0..<8 {
                let cosBeta = 1 / (1 + tangent * tangent).squareRoot()
                let sinBeta = tangent * cosBeta
                let up = p.z + secondE2 * b * sinBeta * sinBeta * sinBeta
                let out = equatorial - e2 * a * cosBeta * cosBeta * cosBeta
                let norm = (up * up + out * out).squareRoot()
                guard norm > 0 else { break }
                sinLatitude = up / norm
                cosLatitude = out / norm
                guard cosLatitude != 0 else { break }
                let next = (1 - flattening) * sinLatitude / cosLatitude
                let settled = abs(next - tangent) <= 1e-15 * (1 + abs(next))
                tangent = next
                if settled { break }
            }
        }
        let root = (1 - e2 * sinLatitude * sinLatitude).squareRoot()
        // p·n − a²/N along the normal: stable at the poles and at the equator alike.
        let altitude = equatorial * cosLatitude + p.z * sinLatitude - a * root
        return Geodetic(
            latitudeRad: atan2(sinLatitude, cosLatitude),
            longitudeRad: equatorial > 0 ? atan2(p.y, p.x) : 0, altitudeKm: altitude)
    }

    /// The outward normal of the ellipsoid at a geodetic latitude and longitude, of length one.
    public func normal(at place: Geodetic) -> SIMD3<Double> {
        let cosLatitude = cos(place.latitudeRad)
        return SIMD3(
            cosLatitude * cos(place.longitudeRad), cosLatitude * sin(place.longitudeRad),
            sin(place.latitudeRad))
    }

    /// The great-circle distance between two places on a sphere of ``meanRadiusKm`` [km].
    ///
    /// It differs from the geodesic of the ellipsoid by less than 0.6 %.
    public func greatCircleKm(from a: Geodetic, to b: Geodetic) -> Double {
        let sinHalfLatitude = sin((b.latitudeRad - a.latitudeRad) / 2)
        let sinHalfLongitude = sin((b.longitudeRad - a.longitudeRad) / 2)
        let h =
            sinHalfLatitude * sinHalfLatitude
            + cos(a.latitudeRad) * cos(b.latitudeRad) * sinHalfLongitude * sinHalfLongitude
        return 2 * meanRadiusKm * asin(min(1, h.squareRoot()))
    }
}
