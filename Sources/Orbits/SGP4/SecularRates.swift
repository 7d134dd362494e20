/// The secular rates of an orbit under J2 and J4 [rad/min].
///
/// - Note: Hoots and Roehrich, Spacetrack Report #3 (1980), section 6.
struct SecularRates: Sendable {
    /// Rate of the mean anomaly.
    let mdot: Double

    /// Rate of the argument of perigee.
    let argpdot: Double

    /// Rate of the ascending node.
    let nodedot: Double

    init(orbit: BrouwerElements, gravity: GravityModel) {
        let cosio2 = orbit.cosio * orbit.cosio
        let cosio4 = cosio2 * cosio2
        let con42 = 1 - 5 * cosio2
        let con41 = 3 * cosio2 - 1
        let temp1 = 1.5 * gravity.j2 * orbit.pinvsq * orbit.no
        let temp2 = 0.5 * temp1 * gravity.j2 * orbit.pinvsq
        let temp3 = -0.46875 * gravity.j4 * orbit.pinvsq * orbit.pinvsq * orbit.no
        mdot =
            orbit.no + 0.5 * temp1 * orbit.rteosq * con41
            + 0.0625 * temp2 * orbit.rteosq * (13 - 78 * cosio2 + 137 * cosio4)
        argpdot =
            -0.5 * temp1 * con42 + 0.0625 * temp2 * (7 - 114 * cosio2 + 395 * cosio4)
            + temp3 * (3 - 36 * cosio2 + 49 * cosio4)
        nodedot =
            -temp1 * orbit.cosio
            + (0.5 * temp2 * (4 - 19 * cosio2) + 2 * temp3 * (3 - 7 * cosio2)) * orbit.cosio
    }
}
