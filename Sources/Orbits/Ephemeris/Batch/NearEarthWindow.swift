/// The times at which the low-eccentricity kernel is right for one satellite, by proven bounds.
///
/// The kernel replaces the sine and cosine of small angles by short series and Kepler's equation by
/// one third-order step. Over |t| ≤ T each of the following is bounded by the sum of the magnitudes
/// of its terms, which grow with T, and the window is the largest T of a halving series for which all
/// the bounds hold:
///
/// | quantity | bound | what it proves |
/// |---|---|---|
/// | \|M\| + \|ω\|, \|Ω\| | ``largestAngle`` | sums of angles round to less than 4.6e-13 rad |
/// | drag shift of the perigee | 1/16 rad | series error below 7.3e-13, times the eccentricity |
/// | drag and long-period shift of the mean latitude | 1/4 rad | series error below 6.4e-15 |
/// | drag shift of the node | 1e-4 rad | series error below 4.2e-14 |
/// | relative change of √a | 1/4 | the semi-major axis is positive |
/// | osculating eccentricity | ``largestEccentricity`` | Kepler's error below 1e-15; see the kernel |
/// | mean eccentricity | above −0.001 | code 1 cannot occur |
/// | radius | above 1 Earth radius | codes 4 and 6 cannot occur |
///
/// The drag shift of the perigee, ω₁ t + x ((1 + η cos M)³ − δ), needs care: both cubes lie between
/// (1 − η)³ and (1 + η)³, so that their difference is at most 6 η + 2 η³, while each is near 1.
enum NearEarthWindow {
    /// Bound on the eccentricity, that of J3 included.
    static let largestEccentricity = 1.0 / 32

    /// Bound on an angle [rad].
    static let largestAngle = 1_024.0

    /// The half width of the window about the epoch [min]; −1 when it is empty.
    static func halfWidthMinutes(of theory: SGP4) -> Double {
        var minutes = 131_072.0
        while minutes >= 1 {
            if holds(theory, withinMinutes: minutes) { return minutes }
            minutes /= 2
        }
        return -1
    }

    /// Whether all the bounds hold for |t| up to a number of minutes; not when one is not a number.
    static func holds(_ theory: SGP4, withinMinutes t: Double) -> Bool {
        let (orbit, drag, terms) = (theory.orbit, theory.drag, theory.inclination)
        guard !theory.isDeepSpace, drag.eta < 1 else { return false }
        let t2 = t * t
        let t3 = t2 * t
        let t4 = t3 * t

        let rates = theory.rates
        let latitude =
            abs(theory.mo) + abs(theory.argpo) + t * (abs(rates.mdot) + abs(rates.argpdot))
        let node = abs(theory.nodeo) + t * abs(rates.nodedot)
        guard latitude <= largestAngle, node <= largestAngle else { return false }

        var tempa = t * abs(drag.cc1)
        var tempe = t * abs(drag.bstarCC4)
        var templ = t2 * abs(drag.t2cof)
        if !drag.isSimple {
            tempa += t2 * abs(drag.d2) + t3 * abs(drag.d3) + t4 * abs(drag.d4)
            tempe += 2 * abs(drag.bstarCC5)
            templ += t3 * abs(drag.t3cof) + t4 * abs(drag.t4cof) + t4 * t * abs(drag.t5cof)
            let cubes = drag.eta * (6 + 2 * drag.eta * drag.eta)
            let shift = t * abs(drag.omgcof) + abs(drag.xmcof) * cubes
            guard shift <= 1.0 / 16 else { return false }
        }
        guard tempa <= 0.25, t2 * abs(drag.nodecf) <= 1e-4 else { return false }

        guard orbit.ecco - tempe > -0.001 + 1e-9 else { return false }
        let eccentricity = max(orbit.ecco + tempe, 1e-6)
        guard eccentricity < largestEccentricity else { return false }
        let am = orbit.ao * (1 - tempa) * (1 - tempa)
        let perLatus = 1 / (am * (1 - eccentricity * eccentricity))
        let osculating = eccentricity + perLatus * abs(terms.aycof)
        guard osculating <= largestEccentricity else { return false }
        let shift = orbit.no * templ + perLatus * abs(terms.xlcof) * eccentricity
        guard shift <= 0.25 else { return false }

        let pl = am * (1 - osculating * osculating)
        let temp1 = 0.5 * theory.j2 / pl
        let radius =
            am * (1 - osculating) * (1 - 1.5 * temp1 / pl * abs(terms.con41))
            - 0.5 * temp1 * terms.x1mth2
        return radius >= 1 + 1e-6
    }
}
