import Orbits

/// Fibre along the great circle, longer than it by a declared factor.
///
/// ```
/// RTT = 2 · stretch · great circle · refractive index / c
/// ```
///
/// With a stretch of one no cable can be faster, whatever its route. Measured cables are 1.3 to 2.1
/// times as long as the great circle.
public struct GreatCircleFibre: Sendable, Hashable {
    /// Group index of refraction; 1.468 for standard single-mode fibre at 1550 nm, in which light
    /// goes at 204,200 km/s.
    ///
    /// - Note: Corning SMF-28 Ultra product information: 1.4676 at 1310 nm, 1.4682 at 1550 nm.
    public var refractiveIndex: Double

    /// Length of the cable over the length of the great circle.
    public var stretch: Double

    /// Creates the model; without arguments, a straight cable of standard fibre.
    public init(refractiveIndex: Double = 1.468, stretch: Double = 1) {
        self.refractiveIndex = refractiveIndex
        self.stretch = stretch
    }

    /// Round-trip time over a great circle [ms].
    ///
    /// - Parameter greatCircleKm: Its length [km].
    public func rttMs(greatCircleKm: Double) -> Double {
        2_000 * stretch * greatCircleKm * refractiveIndex / Physics.speedOfLightKmPerS
    }
}
