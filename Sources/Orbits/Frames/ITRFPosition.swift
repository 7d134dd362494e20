/// A position in the Earth-fixed frame: x through Greenwich on the equator, z along the axis [km].
///
/// Polar motion is not applied; it moves a point by less than 20 m.
public struct ITRFPosition: Sendable, Hashable {
    /// Cartesian coordinates [km].
    public var km: SIMD3<Double>

    /// Creates a position from its Cartesian coordinates [km].
    public init(km: SIMD3<Double>) { self.km = km }

    /// The straight-line distance to another position [km].
    public func distanceKm(to other: ITRFPosition) -> Double {
        let d = other.km - km
        return (d * d).sum().squareRoot()
    }
}
