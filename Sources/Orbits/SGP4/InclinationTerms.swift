#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the long- and short-period terms of SGP4 take from the inclination alone.
///
/// Near the Earth the inclination is constant and they are computed once; in deep space the Moon and
/// the Sun change it, and they are computed at every instant.
struct InclinationTerms: Sendable {
    /// Sine and cosine of the inclination.
    let sinip: Double
    let cosip: Double

    /// 3 cos² i − 1.
    let con41: Double

    /// 1 − cos² i.
    let x1mth2: Double

    /// 7 cos² i − 1.
    let x7thm1: Double

    /// Long-period coefficients of the eccentricity vector and of the mean longitude.
    let aycof: Double
    let xlcof: Double

    init(sinip: Double, cosip: Double, j3oj2: Double) {
        let cosisq = cosip * cosip
        // At an inclination of 180° the quotient has no limit; the published code holds it finite.
        let divisor = abs(cosip + 1) > 1.5e-12 ? 1 + cosip : 1.5e-12
        self.sinip = sinip
        self.cosip = cosip
        con41 = 3 * cosisq - 1
        x1mth2 = 1 - cosisq
        x7thm1 = 7 * cosisq - 1
        aycof = -0.5 * j3oj2 * sinip
        xlcof = -0.25 * j3oj2 * sinip * (3 + 5 * cosip) / divisor
    }
}
