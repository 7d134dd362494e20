#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The direction of the Sun from the Earth's centre.
///
/// ```
/// L = 280.460° + 0.9856474° n        g = 357.528° + 0.9856003° n
/// λ = L + 1.915° sin g + 0.020° sin 2g        ε = 23.439° − 0.0000004° n
/// s = (cos λ, cos ε sin λ, sin ε sin λ)
/// ```
///
/// with n in days since J2000.0, on the mean equator of date. It is good to 0.01° from 1950 to 2050,
/// which moves the edge of the night by a kilometre; UTC stands for the uniform time, which adds
/// less than a thousandth of a degree.
///
/// - Note: The Astronomical Almanac, section C, "Low-precision formulas for the Sun".
public enum SunDirection {
    /// The unit vector towards the Sun in the axes of the turning Earth.
    public static func itrf(at instant: Instant) -> SIMD3<Double> {
        let (whole, fraction) = instant.daysSinceJ2000
        let days = whole + fraction
        let radians = Double.pi / 180
        let anomaly = (357.528 + 0.985_600_3 * days) * radians
        let longitude =
            (280.460 + 0.985_647_4 * days + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
            * radians
        let obliquity = (23.439 - 4e-7 * days) * radians
        let direction = SIMD3(
            cos(longitude), cos(obliquity) * sin(longitude), sin(obliquity) * sin(longitude))
        return EarthRotation(at: instant).itrf(temePositionKm: direction).km
    }
}
