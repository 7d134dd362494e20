#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The Sun or the Moon as SDP4 knows it: a body on an ellipse whose plane stands still.
///
/// - Note: Hujsak, "A restricted four body solution for resonating satellites without drag",
///   Spacetrack Report #1 (1979); Vallado et al., AIAA 2006-6753, `dscom`.
struct ThirdBody {
    /// Strength of the perturbation [rad/min].
    let strength: Double

    /// Mean motion of the body [rad/min].
    let meanMotion: Double

    /// Eccentricity of its orbit.
    let eccentricity: Double

    /// Mean anomaly at the epoch [rad].
    let meanAnomaly: Double

    /// Cosine and sine of the argument of its perigee.
    let zcosg: Double
    let zsing: Double

    /// Cosine and sine of its inclination.
    let zcosi: Double
    let zsini: Double

    /// Cosine and sine of the satellite's node, counted from the body's.
    let zcosh: Double
    let zsinh: Double

    /// The Sun on a day, for a satellite whose node has the given cosine and sine.
    static func sun(day: Double, cnodm: Double, snodm: Double) -> ThirdBody {
        ThirdBody(
            strength: 2.9864797e-6, meanMotion: 1.19459e-5, eccentricity: 0.01675,
            meanAnomaly: reduced(6.2565837 + 0.017201977 * day),
            zcosg: 0.1945905, zsing: -0.98088458, zcosi: 0.91744867, zsini: 0.39785416,
            zcosh: cnodm, zsinh: snodm)
    }

    /// The Moon on a day, whose node turns once in 18.6 years.
    static func moon(day: Double, cnodm: Double, snodm: Double) -> ThirdBody {
        let xnodce = reduced(4.5236020 - 9.2422029e-4 * day)
        let stem = sin(xnodce)
        let ctem = cos(xnodce)
        let zcosil = 0.91375164 - 0.03568096 * ctem
        let zsinil = (1 - zcosil * zcosil).squareRoot()
        let zsinhl = 0.089683511 * stem / zsinil
        let zcoshl = (1 - zsinhl * zsinhl).squareRoot()
        let gam = 5.8351514 + 0.0019443680 * day
        let zx = 0.39785416 * stem / zsinil
        let zy = zcoshl * ctem + 0.91744867 * zsinhl * stem
        let perigee = gam + atan2(zx, zy) - xnodce
        return ThirdBody(
            strength: 4.7968065e-7, meanMotion: 1.5835218e-4, eccentricity: 0.05490,
            meanAnomaly: reduced(4.7199672 + 0.22997150 * day - gam),
            zcosg: cos(perigee), zsing: sin(perigee), zcosi: zcosil, zsini: zsinil,
            zcosh: zcoshl * cnodm + zsinhl * snodm, zsinh: snodm * zcoshl - cnodm * zsinhl)
    }
}
