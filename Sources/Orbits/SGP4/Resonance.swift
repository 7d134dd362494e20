#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The resonance of an orbit of 12 or 24 hours with the tesseral harmonics of the Earth.
///
/// The resonant longitude and the mean motion are integrated from the epoch in steps of 720 min by a
/// Taylor series of the second order.
///
/// - Note: Spacetrack Report #3, section 7; AIAA 2006-6753, `dsinit` and `dspace`.
struct Resonance: Sendable {
    /// Which harmonics act.
    enum Terms: Sendable {
        /// Mean motion of one revolution a day.
        case synchronous(del1: Double, del2: Double, del3: Double)
        /// Mean motion of two revolutions a day and an eccentricity of 0.5 or more.
        case halfDay(HalfDayTerms)
    }

    let terms: Terms

    /// Resonant longitude at epoch [rad] and its rate less the mean motion [rad/min].
    let xlamo: Double
    let xfact: Double

    /// Sidereal angle at epoch [rad].
    let gsto: Double

    let no: Double
    let argpo: Double
    let argpdot: Double

    /// Rate of the sidereal angle [rad/min].
    private static let rptim = 4.37526908801129966e-3

    /// Step of the integrator [min].
    private static let step = 720.0

    /// The resonance of an orbit, or `nil` when it has none.
    init?(
        _ elements: ElementSet, orbit: BrouwerElements, rates: SecularRates,
        bodiesMeanAnomalyRate dmdt: Double, bodiesPerigeeRate domdt: Double,
        bodiesNodeRate dnodt: Double, gsto: Double, gravity: GravityModel
    ) {
        let nm = orbit.no
        let em = orbit.ecco
        let aonv = pow(nm / gravity.xke, 2.0 / 3)
        let theta = reduced(gsto)
        no = nm
        argpo = elements.argumentOfPerigeeRad
        argpdot = rates.argpdot
        self.gsto = gsto
        let (mo, nodeo) = (elements.meanAnomalyRad, elements.raanRad)

        if nm < 0.0052359877, nm > 0.0034906585 {
            let emsq = em * em
            let cosim = orbit.cosio
            let g200 = 1 + emsq * (-2.5 + 0.8125 * emsq)
            let g310 = 1 + 2 * emsq
            let g300 = 1 + emsq * (-6 + 6.60937 * emsq)
            let onePlus = 1 + cosim
            let f220 = 0.75 * onePlus * onePlus
            let f311 = 0.9375 * orbit.sinio * orbit.sinio * (1 + 3 * cosim) - 0.75 * onePlus
            let f330 = 1.875 * onePlus * onePlus * onePlus
            let scale = 3 * nm * nm * aonv * aonv
            terms = .synchronous(
                del1: scale * f311 * g310 * 2.1460748e-6 * aonv,
                del2: 2 * scale * f220 * g200 * 1.7891679e-6,
                del3: 3 * scale * f330 * g300 * 2.2123015e-7 * aonv)
            xlamo = reduced(mo + nodeo + argpo - theta)
            xfact =
                rates.mdot + (rates.argpdot + rates.nodedot) - Self.rptim + dmdt + domdt + dnodt
                - no
        } else if nm >= 8.26e-3, nm <= 9.24e-3, em >= 0.5 {
            terms = .halfDay(HalfDayTerms(orbit: orbit, aonv: aonv))
            xlamo = reduced(mo + nodeo + nodeo - theta - theta)
            xfact = rates.mdot + dmdt + 2 * (rates.nodedot + dnodt - Self.rptim) - no
        } else {
            return nil
        }
    }

    /// Replaces the mean anomaly and the mean motion by those of the resonance.
    ///
    /// - Complexity: One step for each 720 min between the cursor, or the epoch, and the time.
    func replaceMeanMotion(
        in mean: inout DeepSpace.Elements, at t: Double, cursor: inout ResonanceCursor
    ) {
        if cursor.atime == 0 || t * cursor.atime <= 0 || abs(t) < abs(cursor.atime) {
            cursor.atime = 0
            cursor.xli = xlamo
            cursor.xni = no
        }
        let delt = t > 0 ? Self.step : -Self.step
        var rate = rates(at: cursor)
        while abs(t - cursor.atime) >= Self.step {
            cursor.xli += rate.xldot * delt + rate.xndt * (Self.step * Self.step / 2)
            cursor.xni += rate.xndt * delt + rate.xnddt * (Self.step * Self.step / 2)
            cursor.atime += delt
            rate = rates(at: cursor)
        }
        let ft = t - cursor.atime
        let nm = cursor.xni + rate.xndt * ft + rate.xnddt * ft * ft * 0.5
        let xl = cursor.xli + rate.xldot * ft + rate.xndt * ft * ft * 0.5
        let theta = reduced(gsto + t * Self.rptim)
        mean.mm =
            switch terms {
            case .synchronous: xl - mean.nodem - mean.argpm + theta
            case .halfDay: xl - 2 * mean.nodem + 2 * theta
            }
        mean.nm = nm
    }

    private func rates(
        at cursor: ResonanceCursor
    ) -> (xndt: Double, xnddt: Double, xldot: Double) {
        let xldot = cursor.xni + xfact
        let xli = cursor.xli
        switch terms {
        case .synchronous(let del1, let del2, let del3):
            let one = xli - 0.13130908
            let two = 2 * (xli - 2.8843198)
            let three = 3 * (xli - 0.37448087)
            let xndt = del1 * sin(one) + del2 * sin(two) + del3 * sin(three)
            let slope = del1 * cos(one) + 2 * del2 * cos(two) + 3 * del3 * cos(three)
            return (xndt, slope * xldot, xldot)
        case .halfDay(let terms):
            let (xndt, slope) = terms.pull(
                longitude: xli, argumentOfPerigee: argpo + argpdot * cursor.atime)
            return (xndt, slope * xldot, xldot)
        }
    }
}
