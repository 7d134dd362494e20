#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension SGP4 {
    /// Propagates the satellite as ``state(minutesSinceEpoch:)`` does, resuming the integrator of a
    /// resonant orbit where it stands.
    ///
    /// - Parameters:
    ///   - minutes: Time since ``epoch`` [min]; may be negative.
    ///   - cursor: The integrator's state of this satellite; it is moved.
    /// - Returns: Position [km] and velocity [km/s] in TEME, the same with any cursor of this
    ///   satellite.
    /// - Throws: As ``state(minutesSinceEpoch:)``.
    /// - Complexity: O(1); for a resonant orbit one step for each 720 min that the cursor moves.
    public func state(
        minutesSinceEpoch minutes: Double, resuming cursor: inout ResonanceCursor
    ) throws(SGP4Error) -> TEMEState {
        let t = minutes
        guard t.isFinite else { throw .outOfDomain }

        let xmdf = mo + rates.mdot * t
        let argpdf = argpo + rates.argpdot * t
        let nodem = nodeo + rates.nodedot * t + drag.nodecf * (t * t)
        var mm = xmdf
        var argpm = argpdf
        var tempa = 1 - drag.cc1 * t
        var tempe = drag.bstarCC4 * t
        var templ = drag.t2cof * (t * t)
        if !drag.isSimple {
            let cosine = 1 + drag.eta * cos(xmdf)
            let shift = drag.omgcof * t + drag.xmcof * (cosine * cosine * cosine - drag.delmo)
            mm = xmdf + shift
            argpm = argpdf - shift
            let t2 = t * t
            let t3 = t2 * t
            let t4 = t3 * t
            tempa -= drag.d2 * t2 + drag.d3 * t3 + drag.d4 * t4
            tempe += drag.bstarCC5 * (sin(mm) - drag.sinmao)
            templ += drag.t3cof * t3 + t4 * (drag.t4cof + t * drag.t5cof)
        }

        if let deepSpace {
            let mean = DeepSpace.Elements(
                em: orbit.ecco, inclm: orbit.inclo, nodem: nodem, argpm: argpm, mm: mm,
                nm: orbit.no)
            return try deepSpaceState(
                of: deepSpace, secular: mean, tempa: tempa, tempe: tempe, templ: templ, at: t,
                cursor: &cursor)
        }
        let am = orbit.ao * tempa * tempa
        let em = try checkedEccentricity(orbit.ecco - tempe)
        return try osculating(
            am: am, ep: em, xincp: orbit.inclo, argpp: argpm, nodep: nodem,
            meanLatitude: mm + orbit.no * templ + argpm, terms: inclination)
    }

    /// Adds what the Moon, the Sun and the resonances do, and turns the elements into a state.
    @inline(never)
    private func deepSpaceState(
        of deepSpace: DeepSpace, secular: DeepSpace.Elements, tempa: Double, tempe: Double,
        templ: Double, at t: Double, cursor: inout ResonanceCursor
    ) throws(SGP4Error) -> TEMEState {
        var mean = secular
        try deepSpace.addSecular(to: &mean, at: t, cursor: &cursor)
        guard mean.nm > 0 else { throw .meanMotion }
        let am = pow(xke / mean.nm, 2.0 / 3) * tempa * tempa
        mean.em = try checkedEccentricity(mean.em - tempe)
        mean.mm += orbit.no * templ
        let longitude = reduced(mean.mm + mean.argpm + mean.nodem)
        mean.nodem = reduced(mean.nodem)
        mean.argpm = reduced(mean.argpm)
        mean.mm = reduced(longitude - mean.argpm - mean.nodem)

        deepSpace.addPeriodics(to: &mean, at: t, mode: mode)
        if mean.inclm < 0 {
            mean.inclm = -mean.inclm
            mean.nodem += .pi
            mean.argpm -= .pi
        }
        guard mean.em >= 0, mean.em <= 1 else { throw .perturbedEccentricity }
        let (sinip, cosip) = (sin(mean.inclm), cos(mean.inclm))
        let terms = InclinationTerms(sinip: sinip, cosip: cosip, j3oj2: j3oj2)
        return try osculating(
            am: am, ep: mean.em, xincp: mean.inclm, argpp: mean.argpm, nodep: mean.nodem,
            meanLatitude: mean.mm + mean.argpm, terms: terms)
    }

    /// The mean eccentricity within the bounds of the theory.
    private func checkedEccentricity(_ em: Double) throws(SGP4Error) -> Double {
        guard em >= -0.001, em < 1 else { throw .meanEccentricity }
        return max(em, 1e-6)
    }

    /// Adds the long- and short-period terms and turns the elements into a state.
    ///
    /// - Parameter meanLatitude: Mean anomaly plus argument of perigee [rad].
    @inline(__always)
    private func osculating(
        am: Double, ep: Double, xincp: Double, argpp: Double, nodep: Double,
        meanLatitude: Double, terms: InclinationTerms
    ) throws(SGP4Error) -> TEMEState {
        let (sinargp, cosargp) = (sin(argpp), cos(argpp))
        let axnl = ep * cosargp
        let perLatus = 1 / (am * (1 - ep * ep))
        let aynl = ep * sinargp + perLatus * terms.aycof
        let u = reduced(meanLatitude + perLatus * terms.xlcof * axnl)

        // Kepler's equation in the eccentric longitude. The step is held below 0.95 rad, and the
        // rounds below eleven, as published: a converged answer would differ for orbits near e = 1.
        var eo1 = u
        var step = Double.infinity
        var sineo1 = 0.0
        var coseo1 = 0.0
        var round = 0
        while abs(step) >= 1e-12, round < 10 {
            (sineo1, coseo1) = (sin(eo1), cos(eo1))
            step =
                (u - aynl * coseo1 + axnl * sineo1 - eo1)
                / (1 - coseo1 * axnl - sineo1 * aynl)
            if abs(step) >= 0.95 { step = step > 0 ? 0.95 : -0.95 }
            eo1 += step
            round += 1
        }

        let ecose = axnl * coseo1 + aynl * sineo1
        let esine = axnl * sineo1 - aynl * coseo1
        let el2 = axnl * axnl + aynl * aynl
        let pl = am * (1 - el2)
        guard pl >= 0 else { throw .semiLatusRectum }

        let rl = am * (1 - ecose)
        let rootAm = am.squareRoot()
        let rdotl = rootAm * esine / rl
        let rvdotl = pl.squareRoot() / rl
        let betal = (1 - el2).squareRoot()
        let share = esine / (1 + betal)
        let sinu = am / rl * (sineo1 - aynl - axnl * share)
        let cosu = am / rl * (coseo1 - axnl + aynl * share)
        let sin2u = (cosu + cosu) * sinu
        let cos2u = 1 - 2 * sinu * sinu
        let temp1 = 0.5 * j2 / pl
        let temp2 = temp1 / pl

        let mrt =
            rl * (1 - 1.5 * temp2 * betal * terms.con41) + 0.5 * temp1 * terms.x1mth2 * cos2u
        let su = atan2(sinu, cosu) - 0.25 * temp2 * terms.x7thm1 * sin2u
        let xnode = nodep + 1.5 * temp2 * terms.cosip * sin2u
        let xinc = xincp + 1.5 * temp2 * terms.cosip * terms.sinip * cos2u
        // The mean motion over ke is the power −3/2 of the semi-major axis.
        let rate = temp1 / (am * rootAm)
        let mvt = rdotl - rate * terms.x1mth2 * sin2u
        let rvdot = rvdotl + rate * (terms.x1mth2 * cos2u + 1.5 * terms.con41)

        let (sinsu, cossu) = (sin(su), cos(su))
        let (snod, cnod) = (sin(xnode), cos(xnode))
        let (sini, cosi) = (sin(xinc), cos(xinc))
        let xmx = -snod * cosi
        let xmy = cnod * cosi
        let outward = SIMD3(
            xmx * sinsu + cnod * cossu, xmy * sinsu + snod * cossu, sini * sinsu)
        let forward = SIMD3(
            xmx * cossu - cnod * sinsu, xmy * cossu - snod * sinsu, sini * cossu)

        let position = outward * (mrt * earthRadiusKm)
        let velocity = (outward * mvt + forward * rvdot) * (earthRadiusKm * xke / 60)
        guard (position + velocity).sum().isFinite else { throw .outOfDomain }
        guard mrt >= 1 else { throw .decayed }
        return TEMEState(positionKm: position, velocityKmPerS: velocity)
    }
}

/// An angle without its whole turns, of the same sign [rad].
@inline(__always)
func reduced(_ angle: Double) -> Double {
    let turn = 2 * Double.pi
    return abs(angle) < turn ? angle : angle.truncatingRemainder(dividingBy: turn)
}
