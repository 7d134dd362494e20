import Orbits

/// How near the Earth's centre a satellite comes in a block of samples, how fast it moves, and how
/// far a cubic through its samples is from its orbit.
///
/// The bounds hold for two-body motion about the Earth with what SGP4 adds to it, in the turning
/// frame. With r the least radius and q = √(µ/r³), the derivatives of a two-body orbit are bounded by
/// |r″| ≤ µ/r² = q² r, |r‴| ≤ 2 µ v/r³ ≤ 2√2 q³ r, and, each term of
///
/// ```
/// r⁗ = −µ [a/r³ − 6 v (r·v)/r⁵ − 3 r (v² + r·a)/r⁵ + 15 r (r·v)²/r⁷]
/// ```
///
/// taken at its greatest with v² ≤ 2µ/r, by |r⁗| ≤ µ/r³ (4 a + 24 v²/r) ≤ 52 q⁴ r. A frame that turns
/// with ω adds binomially: a factor of (1 + ω/q)⁴. J2 adds less than 0.5 % to the acceleration.
///
/// A cubic through two positions with exact velocities errs by h⁴/384 |r⁗|. Velocities by differences
/// of the fourth order err by h³/6 |r⁗| at most, each Taylor remainder taken at its greatest, and move
/// the cubic by no more than a quarter of the step times that: h⁴/24 |r⁗|.
struct OrbitBounds {
    /// Gravitational parameter of the Earth [km³/s²], the greatest of the models in use.
    private static let mu = 398_600.8

    /// Rate at which the Earth turns [rad/s].
    private static let omega = 7.2921160e-5

    /// No nearer to the centre than this between any two samples [km].
    let leastRadiusKm: Double

    /// No faster than this, relative to the turning Earth [km/s].
    let speedKmPerS: Double

    /// No greater acceleration than this, relative to the turning Earth [km/s²].
    let accelerationKmPerS2: Double

    /// No farther than this is the cubic through two neighbouring samples from the orbit [km].
    let interpolationErrorKm: Double

    /// Bounds from the extremes of samples.
    ///
    /// - Parameters:
    ///   - radiiKm: Least and greatest distance from the centre at a sample [km].
    ///   - meanSpeedKmPerS: Greatest mean speed from a sample to the next, relative to the Earth [km/s].
    ///   - stepS: The longest time between samples [s].
    init(radiiKm: ClosedRange<Double>, meanSpeedKmPerS: Double, stepS: Double) {
        let radius = 0.99 * radiiKm.lowerBound
        let q = (Self.mu / (radius * radius * radius)).squareRoot()
        let greatest = radiiKm.upperBound * 1.01
        // No faster than at the perigee of a parabola; only its small Coriolis term needs it.
        let escape = (2 * Self.mu / radius).squareRoot() + Self.omega * greatest
        let acceleration =
            1.005 * q * q * radius + 2 * Self.omega * escape + Self.omega * Self.omega * greatest
        let speed = min(escape, meanSpeedKmPerS + acceleration * stepS)
        // The chord between two samples dips towards the centre, and the orbit leaves the chord.
        let dip = stepS * stepS * (acceleration + speed * speed / radius) / 8
        leastRadiusKm = max(radius, radiiKm.lowerBound - dip)
        self.speedKmPerS = speed
        accelerationKmPerS2 = acceleration
        let turn = 1 + Self.omega / q
        let fourth =
            52 * q * q * q * q * radius * turn * turn * turn * turn
            + Self.omega * Self.omega * Self.omega * Self.omega * greatest
        interpolationErrorKm =
            stepS * stepS * stepS * stepS * (1.0 / 384 + 1.0 / 24) * fourth + 1e-6
    }
}
