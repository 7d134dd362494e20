import Orbits

/// The least height of a straight line between two points over the scenario's Earth.
///
/// The height over an ellipsoid along a line is convex, since it is the distance to a convex body:
/// it has one minimum, where the line is parallel to the surface below it.
public struct Clearance: Sendable, Hashable {
    /// The Earth's surface.
    public let ellipsoid: Ellipsoid

    /// Creates the rule for a surface.
    public init(over ellipsoid: Ellipsoid) { self.ellipsoid = ellipsoid }

    /// Whether no point of the segment is lower than a height.
    ///
    /// The spheres through the poles and through the equator settle all but the links that graze;
    /// those are measured by ``leastHeightKm(from:to:)``.
    ///
    /// - Parameters:
    ///   - heightKm: The grazing altitude [km].
    ///   - a: One end, Earth-fixed [km].
    ///   - b: The other end, Earth-fixed [km].
    /// - Complexity: O(1).
    public func isClear(
        ofHeightKm heightKm: Double, from a: SIMD3<Double>, to b: SIMD3<Double>
    ) -> Bool {
        let least = Self.leastRadiusKm(from: a, to: b)
        if least >= ellipsoid.equatorialRadiusKm + heightKm { return true }
        if least < ellipsoid.polarRadiusKm + heightKm { return false }
        return leastHeightKm(from: a, to: b) >= heightKm
    }

    /// The least geodetic height of any point of the segment [km], to 1e-9 km.
    ///
    /// - Complexity: O(1); about ten conversions to geodetic coordinates.
    public func leastHeightKm(from a: SIMD3<Double>, to b: SIMD3<Double>) -> Double {
        let d = b - a
        // The derivative of the height along the line is the normal times the direction. It grows
        // along the line, so that a bracket shrinks onto its root.
        func slope(_ s: Double) -> (height: Double, slope: Double) {
            let place = ellipsoid.geodetic(of: ITRFPosition(km: a + s * d))
            return (place.altitudeKm, (ellipsoid.normal(at: place) * d).sum())
        }
        var low = 0.0
        var high = 1.0
        let (heightA, slopeA) = slope(low)
        let (heightB, slopeB) = slope(high)
        if slopeA >= 0 { return heightA }
        if slopeB <= 0 { return heightB }
        var slopeLow = slopeA
        var slopeHigh = slopeB
        var best = min(heightA, heightB)
        for round in 0..<60 {
            // False position closes fast, a bisection every third round closes always.
            let s =
                round % 3 == 2
                ? (low + high) / 2 : low - slopeLow * (high - low) / (slopeHigh - slopeLow)
            let (height, rate) = slope(s)
            best = min(best, height)
            if rate < 0 {
                low = s
                slopeLow = rate
            } else {
                high = s
                slopeHigh = rate
            }
            // Near its minimum the height errs by the slope times the rest of the bracket.
            if abs(rate) * (high - low) < 1e-10 { break }
        }
        return best
    }

    /// The least distance of a segment from the Earth's centre [km].
    public static func leastRadiusKm(from a: SIMD3<Double>, to b: SIMD3<Double>) -> Double {
        let d = b - a
        let square = (d * d).sum()
        var s = square > 0 ? -(a * d).sum() / square : 0
        s = s < 0 ? 0 : s > 1 ? 1 : s
        let nearest = a + s * d
        return (nearest * nearest).sum().squareRoot()
    }
}
