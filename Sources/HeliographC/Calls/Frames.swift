import CHeliograph
import Orbits

/// `helio_teme_to_earth_fixed()`, as `heliograph.h` describes it.
@c @implementation
public func helio_teme_to_earth_fixed(
    _ epoch: helio_instant, _ seconds: UnsafePointer<Double>?, _ instant_count: Int,
    _ satellite_count: Int, _ planes: UnsafePointer<helio_planes>?
) -> helio_status {
    status { () throws(CallFailure) in
        let start = try Check.instant(epoch)
        let times = try Check.array(seconds, count: instant_count, "seconds")
        guard (0...Check.largestCount).contains(satellite_count) else {
            throw .size("satellite_count", found: satellite_count, expected: "0 or more")
        }
        let planes = try StatePlanes(planes, satellites: satellite_count, instants: times.count)
        planes.turnToEarthFixed(
            at: try instants(times, since: start), satellites: satellite_count)
    }
}

/// `helio_earth_fixed_to_geodetic()`, as `heliograph.h` describes it.
@c @implementation
public func helio_earth_fixed_to_geodetic(
    _ earth: Int32, _ count: Int, _ x_km: UnsafePointer<Double>?,
    _ y_km: UnsafePointer<Double>?, _ z_km: UnsafePointer<Double>?,
    _ latitude_deg: UnsafeMutablePointer<Double>?,
    _ longitude_deg: UnsafeMutablePointer<Double>?,
    _ altitude_km: UnsafeMutablePointer<Double>?
) -> helio_status {
    status { () throws(CallFailure) in
        let ellipsoid = try ellipsoid(earth)
        let (x, y, z) = (
            try Check.array(x_km, count: count, "x_km"),
            try Check.array(y_km, count: count, "y_km"),
            try Check.array(z_km, count: count, "z_km")
        )
        guard count > 0 else { return }
        let latitude = try Check.pointer(latitude_deg, "latitude_deg")
        let longitude = try Check.pointer(longitude_deg, "longitude_deg")
        let altitude = try Check.pointer(altitude_km, "altitude_km")
        for index in 0..<count {
            let place = ellipsoid.geodetic(
                of: ITRFPosition(km: SIMD3(x[index], y[index], z[index])))
            latitude[index] = place.latitudeDeg
            longitude[index] = place.longitudeDeg
            altitude[index] = place.altitudeKm
        }
    }
}

/// `helio_geodetic_to_earth_fixed()`, as `heliograph.h` describes it.
@c @implementation
public func helio_geodetic_to_earth_fixed(
    _ earth: Int32, _ count: Int, _ latitude_deg: UnsafePointer<Double>?,
    _ longitude_deg: UnsafePointer<Double>?, _ altitude_km: UnsafePointer<Double>?,
    _ x_km: UnsafeMutablePointer<Double>?, _ y_km: UnsafeMutablePointer<Double>?,
    _ z_km: UnsafeMutablePointer<Double>?
) -> helio_status {
    status { () throws(CallFailure) in
        let ellipsoid = try ellipsoid(earth)
        let (latitude, longitude, altitude) = (
            try Check.array(latitude_deg, count: count, "latitude_deg"),
            try Check.array(longitude_deg, count: count, "longitude_deg"),
            try Check.array(altitude_km, count: count, "altitude_km")
        )
        guard count > 0 else { return }
        let x = try Check.pointer(x_km, "x_km")
        let y = try Check.pointer(y_km, "y_km")
        let z = try Check.pointer(z_km, "z_km")
        for index in 0..<count {
            let p = ellipsoid.position(
                of: Geodetic(
                    latitudeDeg: latitude[index], longitudeDeg: longitude[index],
                    altitudeKm: altitude[index])
            ).km
            (x[index], y[index], z[index]) = (p.x, p.y, p.z)
        }
    }
}

/// The Earth that a number names.
func ellipsoid(_ earth: Int32) throws(CallFailure) -> Ellipsoid {
    switch Int(earth) {
    case HELIO_EARTH_WGS84: return .wgs84
    case HELIO_EARTH_WGS72: return .wgs72
    case HELIO_EARTH_SPHERE: return .sphere
    default: throw .argument("earth", found: earth, expected: "one of HELIO_EARTH_...")
    }
}
