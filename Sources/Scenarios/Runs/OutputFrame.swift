/// The frame in which an ephemeris is written.
public enum OutputFrame: String, Sendable, CaseIterable {
    /// Inertial, the frame of SGP4: position and velocity.
    case teme

    /// Earth-fixed: position, and velocity relative to the Earth.
    case itrf

    /// Latitude, longitude and height over the scenario's Earth.
    case geodetic

    /// The columns that follow `time_s` and `satellite`.
    var columns: [String] {
        switch self {
        case .teme, .itrf: ["x_km", "y_km", "z_km", "vx_km_s", "vy_km_s", "vz_km_s"]
        case .geodetic: ["latitude_deg", "longitude_deg", "altitude_km"]
        }
    }

    /// The units of those columns, in the spelling of UDUNITS.
    var units: [String] {
        switch self {
        case .teme, .itrf: ["km", "km", "km", "km s-1", "km s-1", "km s-1"]
        case .geodetic: ["degrees_north", "degrees_east", "km"]
        }
    }
}
