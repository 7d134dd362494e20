#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What the Moon, the Sun and the resonances with the Earth's rotation do to one orbit of 225 minutes
/// or more.
///
/// An immutable class, so that the many satellites near the Earth do not carry its constants.
final class DeepSpace: Sendable {
    /// The mean elements at a time: those of ``SGP4`` with the names of the published code.
    struct Elements {
        var em: Double
        var inclm: Double
        var nodem: Double
        var argpm: Double
        var mm: Double
        var nm: Double
    }

    let sun: ThirdBodyTerms
    let moon: ThirdBodyTerms
    let resonance: Resonance?

    /// Secular rates by Moon and Sun together [1/min, rad/min].
    let dedt: Double
    let didt: Double
    let dmdt: Double
    let domdt: Double
    let dnodt: Double

    /// - Throws: ``SGP4Error/outOfDomain`` when a coefficient overflows.
    init(
        _ elements: ElementSet, orbit: BrouwerElements, rates: SecularRates,
        gravity: GravityModel, mode: OperationMode
    ) throws(SGP4Error) {
        // The published code holds the epoch in one Double, which rounds it to 40 µs. The verification
        // states of orbits that reach the Moon have it in them: without it they differ by 4 mm.
        let julianDate = elements.epoch.julianDate + elements.epoch.dayFraction
        // SGP4 counts days from 1950 January 0, the bodies' constants from 1900 January 0.
        let daysSince1950 = julianDate - 2_433_281.5
        let day = daysSince1950 + 18_261.5
        let snodm = sin(elements.raanRad)
        let cnodm = cos(elements.raanRad)
        let argpo = elements.argumentOfPerigeeRad
        sun = ThirdBodyTerms(
            body: .sun(day: day, cnodm: cnodm, snodm: snodm), orbit: orbit, argpo: argpo)
        moon = ThirdBodyTerms(
            body: .moon(day: day, cnodm: cnodm, snodm: snodm), orbit: orbit, argpo: argpo)

        dedt = sun.secular.pe + moon.secular.pe
        didt = sun.secular.pinc + moon.secular.pinc
        dmdt = sun.secular.pl + moon.secular.pl
        domdt = sun.secular.pgh + moon.secular.pgh
        dnodt = sun.secular.ph + moon.secular.ph
        guard (dedt + didt + dmdt + domdt + dnodt).isFinite else { throw .outOfDomain }

        resonance = Resonance(
            elements, orbit: orbit, rates: rates, bodiesMeanAnomalyRate: dmdt,
            bodiesPerigeeRate: domdt, bodiesNodeRate: dnodt,
            gsto: Self.siderealAngle(julianDate: julianDate, mode: mode),
            gravity: gravity)
    }

    /// Adds the secular terms of Moon and Sun, and the resonance, to the mean elements.
    ///
    /// - Throws: ``SGP4Error/outOfDomain`` when the integrator would have to run too far.
    func addSecular(
        to mean: inout Elements, at t: Double, cursor: inout ResonanceCursor
    ) throws(SGP4Error) {
        mean.em += dedt * t
        mean.inclm += didt * t
        mean.argpm += domdt * t
        mean.nodem += dnodt * t
        mean.mm += dmdt * t
        if let resonance {
            guard abs(t) <= ResonanceCursor.largestMinutes else { throw .outOfDomain }
            resonance.replaceMeanMotion(in: &mean, at: t, cursor: &cursor)
        }
    }

    /// Adds the long-periodic terms of Moon and Sun to the mean elements.
    ///
    /// Below 0.2 rad of inclination Lyddane's form is used, which has no division by its sine.
    ///
    /// - Note: Lyddane 1963, DOI 10.1086/109179; AIAA 2006-6753, `dpper`.
    func addPeriodics(to mean: inout Elements, at t: Double, mode: OperationMode) {
        let s = sun.periodics(at: t)
        let m = moon.periodics(at: t)
        let pinc = s.pinc + m.pinc
        let pl = s.pl + m.pl
        let pgh = s.pgh + m.pgh
        let ph = s.ph + m.ph
        mean.inclm += pinc
        mean.em += s.pe + m.pe
        let sinip = sin(mean.inclm)
        let cosip = cos(mean.inclm)

        if mean.inclm >= 0.2 {
            let node = ph / sinip
            mean.argpm += pgh - cosip * node
            mean.nodem += node
            mean.mm += pl
            return
        }

        let sinop = sin(mean.nodem)
        let cosop = cos(mean.nodem)
        let alfdp = sinip * sinop + (ph * cosop + pinc * cosip * sinop)
        let betdp = sinip * cosop + (-ph * sinop + pinc * cosip * cosop)
        var nodep = reduced(mean.nodem)
        if nodep < 0, mode == .afspc { nodep += 2 * .pi }
        let xls =
            mean.mm + mean.argpm + pl + pgh + (cosip - pinc * sinip) * nodep
        let before = nodep
        nodep = atan2(alfdp, betdp)
        if nodep < 0, mode == .afspc { nodep += 2 * .pi }
        if abs(before - nodep) > .pi {
            nodep += nodep < before ? 2 * .pi : -2 * .pi
        }
        mean.nodem = nodep
        mean.mm += pl
        mean.argpm = xls - mean.mm - cosip * nodep
    }

    /// The sidereal angle at the epoch [rad]: of 1982 in mode i, of 1970 in mode a.
    ///
    /// - Note: Spacetrack Report #3, `THETAG`; AIAA 2006-6753, `initl`.
    static func siderealAngle(julianDate: Double, mode: OperationMode) -> Double {
        guard mode == .afspc else {
            return SiderealTime.gmst1982(at: Instant(julianDate: julianDate))
        }
        let turn = 2 * Double.pi
        let ts70 = julianDate - 2_433_281.5 - 7_305
        // The published code rounds an epoch just below midnight up to it.
        let ds70 = (ts70 + 1e-8).rounded(.down)
        let tfrac = ts70 - ds70
        let c1 = 1.72027916940703639e-2
        let angle = reduced(
            1.7321343856509374 + c1 * ds70 + (c1 + turn) * tfrac
                + ts70 * ts70 * 5.07551419432269442e-15)
        return angle < 0 ? angle + turn : angle
    }
}
