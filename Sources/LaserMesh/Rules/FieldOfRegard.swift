#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

/// The directions into which a laser terminal can point, in its satellite's local orbital frame.
///
/// Azimuth counts from the direction of flight, clockwise seen from above, so that 90° points to the
/// right; elevation counts from the local horizontal, up positive.
public struct FieldOfRegard: Sendable, Hashable {
    /// First azimuth, from which the field extends clockwise [rad].
    public var fromAzimuthRad: Double

    /// How far it extends in azimuth, 0...2π [rad].
    public var azimuthWidthRad: Double

    /// Least elevation [rad].
    public var leastElevationRad: Double

    /// Greatest elevation [rad]; below the least one for a terminal that can point nowhere.
    public var greatestElevationRad: Double

    /// Everywhere.
    public static let everywhere = FieldOfRegard(
        fromAzimuthRad: 0, azimuthWidthRad: 2 * .pi, leastElevationRad: -.pi / 2,
        greatestElevationRad: .pi / 2)

    /// Creates a field from its limits.
    public init(
        fromAzimuthRad: Double, azimuthWidthRad: Double, leastElevationRad: Double,
        greatestElevationRad: Double
    ) {
        self.fromAzimuthRad = fromAzimuthRad
        self.azimuthWidthRad = azimuthWidthRad
        self.leastElevationRad = leastElevationRad
        self.greatestElevationRad = greatestElevationRad
    }

    /// Whether there is no direction in it.
    public var isEmpty: Bool { greatestElevationRad < leastElevationRad }

    /// How far a direction is inside of the nearest limit; negative outside of it [rad].
    ///
    /// - Parameter direction: Components radial, along-track and cross-track, of any length above 0,
    ///   as `OrbitAxes.components(of:)` gives them.
    public func marginRad(_ direction: SIMD3<Double>) -> Double {
        let level = (direction.y * direction.y + direction.z * direction.z).squareRoot()
        let elevation = atan2(direction.x, level)
        var margin = min(elevation - leastElevationRad, greatestElevationRad - elevation)
        if azimuthWidthRad < 2 * .pi {
            // The cross-track axis points to the left of the flight.
            let azimuth = atan2(-direction.z, direction.y)
            let middle = fromAzimuthRad + azimuthWidthRad / 2
            let offset = (azimuth - middle).remainder(dividingBy: 2 * .pi)
            margin = min(margin, azimuthWidthRad / 2 - abs(offset))
        }
        return margin
    }
}
