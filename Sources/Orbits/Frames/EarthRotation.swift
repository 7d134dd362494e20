#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The turn from TEME to the Earth-fixed frame at one instant, by GMST of 1982.
///
/// ```
/// r_ITRF = R3(GMST) r_TEME        v_ITRF = R3(GMST) v_TEME − ω × r_ITRF
/// ```
///
/// ω is the derivative of the same GMST, so that the velocity is the derivative of the position.
/// The equation of the equinoxes is left out on purpose: TEME refers to the mean equinox.
///
/// - Note: Vallado et al., "Revisiting Spacetrack Report #3", AIAA 2006-6753, appendix C,
///   DOI 10.2514/6.2006-6753, without polar motion.
public struct EarthRotation: Sendable, Hashable {
    /// Cosine of the sidereal angle.
    public let cosine: Double

    /// Sine of the sidereal angle.
    public let sine: Double

    /// Rate of the sidereal angle [rad/s].
    public let rateRadPerS: Double

    /// Creates the rotation of an instant.
    public init(at instant: Instant) {
        let angle = SiderealTime.gmst1982(at: instant)
        cosine = cos(angle)
        sine = sin(angle)
        rateRadPerS = SiderealTime.gmst1982Rate(at: instant)
    }

    /// The Earth-fixed position of a point of TEME [km].
    public func itrf(temePositionKm p: SIMD3<Double>) -> ITRFPosition {
        ITRFPosition(km: turned(p))
    }

    /// The Earth-fixed state of an inertial one.
    public func itrf(_ state: TEMEState) -> ITRFState {
        let position = turned(state.positionKm)
        let velocity = turned(state.velocityKmPerS)
        return ITRFState(
            position: ITRFPosition(km: position),
            velocityKmPerS: SIMD3(
                velocity.x + rateRadPerS * position.y,
                velocity.y - rateRadPerS * position.x,
                velocity.z))
    }

    /// The inertial state of an Earth-fixed one.
    public func teme(_ state: ITRFState) -> TEMEState {
        let p = state.position.km
        let v = state.velocityKmPerS
        let inertial = SIMD3(v.x - rateRadPerS * p.y, v.y + rateRadPerS * p.x, v.z)
        return TEMEState(positionKm: turnedBack(p), velocityKmPerS: turnedBack(inertial))
    }

    private func turned(_ v: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(cosine * v.x + sine * v.y, cosine * v.y - sine * v.x, v.z)
    }

    private func turnedBack(_ v: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(cosine * v.x - sine * v.y, cosine * v.y + sine * v.x, v.z)
    }
}
