/// Greenwich mean sidereal time of 1982.
///
/// ```
/// GMST = 67310.54841 s + (876600 h + 8640184.812866 s) T + 0.093104 s T² − 6.2e-6 s T³
/// ```
///
/// with T in Julian centuries of UT1 since J2000.0. UT1 is taken as UTC, which turns the Earth by
/// at most 0.9 s, or 420 m at the equator, for every node alike.
///
/// - Note: Aoki et al., "The new definition of Universal Time", Astronomy and Astrophysics 105
///   (1982) 359; Vallado, "Fundamentals of Astrodynamics and Applications", eq. 3-47.
public enum SiderealTime {
    /// Seconds of time to radians [rad/s].
    private static let radiansPerSecond = 2 * Double.pi / 86_400

    /// The angle from the mean equinox to the Greenwich meridian [rad], in 0..<2π.
    ///
    /// The whole turns of the term 876600 h T, which is 86,400 s a day, are taken out beforehand: in
    /// the sum they would cost six of the sixteen digits.
    public static func gmst1982(at instant: Instant) -> Double {
        let (whole, fraction) = instant.daysSinceJ2000
        let t = (whole + fraction) / 36_525
        let turns = (whole - whole.rounded(.down)) + fraction
        let seconds =
            67_310.54841 + 86_400 * turns
            + t * (8_640_184.812866 + t * (0.093104 - t * 6.2e-6))
        let angle = (seconds * radiansPerSecond).truncatingRemainder(dividingBy: 2 * .pi)
        return angle < 0 ? angle + 2 * .pi : angle
    }

    /// The rate of that angle [rad/s], the derivative of the formula.
    package static func gmst1982Rate(at instant: Instant) -> Double {
        let (whole, fraction) = instant.daysSinceJ2000
        let t = (whole + fraction) / 36_525
        let secondsPerDay =
            86_400 + (8_640_184.812866 + t * (2 * 0.093104 - t * 3 * 6.2e-6)) / 36_525
        return secondsPerDay * radiansPerSecond / 86_400
    }
}
