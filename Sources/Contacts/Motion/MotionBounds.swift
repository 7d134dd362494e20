import Orbits

/// How fast and how bent a satellite's path can be, seen from the turning Earth.
///
/// A satellite on a closed orbit at radius r is slower than √(2 μ / r), and gravity pulls it with
/// μ / r². The turning frame adds ω r to the speed, and 2 ω v + ω² r (Coriolis and centrifugal) to
/// the acceleration:
///
/// ```
/// speed         ≤ √(2 μ / r_min) + ω r_max
/// acceleration  ≤ 1.1 μ / r_min² + 2 ω √(2 μ / r_min) + ω² r_max
/// ```
///
/// The factor 1.1 stands for the Earth's oblateness, which adds at most 3 J2 = 0.33 %, for drag and
/// the Moon, which add less, and for the difference between a theory's second derivative and
/// gravity: the periodic terms of SGP4 are of first order in J2, so that it is of the order of J2².
struct MotionBounds: Sendable {
    /// Greatest speed [km/s].
    let speedKmPerS: Double

    /// Greatest acceleration [km/s²].
    let accelerationKmPerS2: Double

    /// A ground station, which stands still.
    static let still = MotionBounds(speedKmPerS: 0, accelerationKmPerS2: 0)

    /// Bounds that are known.
    init(speedKmPerS: Double, accelerationKmPerS2: Double) {
        self.speedKmPerS = speedKmPerS
        self.accelerationKmPerS2 = accelerationKmPerS2
    }

    /// The bounds of a satellite between two radii [km].
    init(leastRadiusKm: Double, greatestRadiusKm: Double) {
        let mu = 398_600.8
        let omega = 7.292_116e-5
        let least = max(leastRadiusKm, 1)
        let inertial = (2 * mu / least).squareRoot()
        speedKmPerS = inertial + omega * greatestRadiusKm
        accelerationKmPerS2 =
            1.1 * mu / (least * least) + 2 * omega * inertial + omega * omega * greatestRadiusKm
    }

    /// The bounds of a satellite that is at two radii, or at radii between two, every `h` seconds.
    ///
    /// In between, a radius changes by less than the satellite flies meanwhile.
    init(between one: Double, _ other: Double, h: Double) {
        let (least, greatest) = (min(one, other), max(one, other))
        let rough = MotionBounds(leastRadiusKm: least, greatestRadiusKm: greatest)
        let slack = rough.speedKmPerS * h
        self.init(leastRadiusKm: least - slack, greatestRadiusKm: greatest + slack)
    }
}
