/// The Earth's gravity as SGP4 knows it: four constants and three zonal harmonics.
///
/// - Note: Vallado et al., AIAA 2006-6753, table 1 and `getgravconst`.
public enum GravityModel: String, Sendable, CaseIterable {
    /// WGS-72, with which element sets are fitted; the default.
    case wgs72

    /// WGS-72 with the rounded constants of Spacetrack Report #3.
    case wgs72old

    /// WGS-84; element sets are not fitted with it.
    case wgs84

    /// Gravitational parameter [km³/s²].
    public var muKm3PerS2: Double {
        switch self {
        case .wgs72: 398_600.8
        case .wgs72old: 398_600.79964
        case .wgs84: 398_600.5
        }
    }

    /// Equatorial radius [km].
    public var earthRadiusKm: Double {
        switch self {
        case .wgs72, .wgs72old: 6_378.135
        case .wgs84: 6_378.137
        }
    }

    /// Square root of the gravitational parameter [Earth radii^1.5/min].
    public var xke: Double {
        switch self {
        case .wgs72old: 0.0743669161
        case .wgs72, .wgs84:
            60
                / (earthRadiusKm * earthRadiusKm * earthRadiusKm / muKm3PerS2).squareRoot()
        }
    }

    /// Second zonal harmonic, unnormalised.
    public var j2: Double {
        switch self {
        case .wgs72, .wgs72old: 0.001082616
        case .wgs84: 0.00108262998905
        }
    }

    /// Third zonal harmonic, unnormalised.
    public var j3: Double {
        switch self {
        case .wgs72, .wgs72old: -0.00000253881
        case .wgs84: -0.00000253215306
        }
    }

    /// Fourth zonal harmonic, unnormalised.
    public var j4: Double {
        switch self {
        case .wgs72, .wgs72old: -0.00000165597
        case .wgs84: -0.00000161098761
        }
    }
}
