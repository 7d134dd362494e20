#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The coefficients of SGP4's drag: a power-law atmosphere above the height s.
///
/// - Note: Hoots and Roehrich, Spacetrack Report #3 (1980), section 6; Vallado et al., AIAA
///   2006-6753, `sgp4init`.
struct DragTerms: Sendable {
    /// Whether the terms of higher order are dropped: perigee below 220 km, or deep space.
    let isSimple: Bool

    let cc1: Double
    let bstarCC4: Double
    let bstarCC5: Double
    let d2: Double
    let d3: Double
    let d4: Double
    let t2cof: Double
    let t3cof: Double
    let t4cof: Double
    let t5cof: Double
    let omgcof: Double
    let xmcof: Double
    let nodecf: Double
    let eta: Double
    let delmo: Double
    let sinmao: Double

    /// - Throws: ``SGP4Error/subOrbital`` when the orbit touches the height s, where the density has
    ///   no bound, ``SGP4Error/outOfDomain`` when a coefficient overflows.
    init(
        orbit: BrouwerElements, bstar: Double, argpo: Double, mo: Double, isDeepSpace: Bool,
        gravity: GravityModel
    ) throws(SGP4Error) {
        let earthRadiusKm = gravity.earthRadiusKm
        let j2 = gravity.j2
        let (no, ao, ecco) = (orbit.no, orbit.ao, orbit.ecco)
        let cosio2 = orbit.cosio * orbit.cosio
        let con41 = 3 * cosio2 - 1
        let x1mth2 = 1 - cosio2

        let perigeeKm = (orbit.rp - 1) * earthRadiusKm
        let sfourKm = perigeeKm >= 156 ? 78 : perigeeKm >= 98 ? perigeeKm - 78 : 20
        let sfour = sfourKm / earthRadiusKm + 1
        let qzms2 = (120 - sfourKm) / earthRadiusKm
        let qzms24 = qzms2 * qzms2 * qzms2 * qzms2

        let tsi = 1 / (ao - sfour)
        eta = ao * ecco * tsi
        let etasq = eta * eta
        let eeta = ecco * eta
        let psisq = abs(1 - etasq)
        let coef = qzms24 * (tsi * tsi) * (tsi * tsi)
        let coef1 = coef / pow(psisq, 3.5)
        guard coef1.isFinite else { throw .subOrbital }

        let cc2 =
            coef1 * no
            * (ao * (1 + 1.5 * etasq + eeta * (4 + etasq))
                + 0.375 * j2 * tsi / psisq * con41 * (8 + 3 * etasq * (8 + etasq)))
        cc1 = bstar * cc2
        let isEccentric = ecco > 1e-4
        let cc3 =
            isEccentric ? -2 * coef * tsi * (gravity.j3 / j2) * no * orbit.sinio / ecco : 0
        let cc4 =
            2 * no * coef1 * ao * orbit.omeosq
            * (eta * (2 + 0.5 * etasq) + ecco * (0.5 + 2 * etasq)
                - j2 * tsi / (ao * psisq)
                * (-3 * con41 * (1 - 2 * eeta + etasq * (1.5 - 0.5 * eeta))
                    + 0.75 * x1mth2 * (2 * etasq - eeta * (1 + etasq)) * cos(2 * argpo)))
        let cc5 = 2 * coef1 * ao * orbit.omeosq * (1 + 2.75 * (etasq + eeta) + eeta * etasq)
        bstarCC4 = bstar * cc4
        bstarCC5 = bstar * cc5

        omgcof = bstar * cc3 * cos(argpo)
        xmcof = isEccentric ? -2.0 / 3 * coef * bstar / eeta : 0
        nodecf = 3.5 * orbit.omeosq * (-1.5 * j2 * orbit.pinvsq * no * orbit.cosio) * cc1
        t2cof = 1.5 * cc1
        let cosine = 1 + eta * cos(mo)
        delmo = cosine * cosine * cosine
        sinmao = sin(mo)

        isSimple = isDeepSpace || orbit.rp < 220 / earthRadiusKm + 1
        if isSimple {
            (d2, d3, d4, t3cof, t4cof, t5cof) = (0, 0, 0, 0, 0, 0)
        } else {
            let cc1sq = cc1 * cc1
            d2 = 4 * ao * tsi * cc1sq
            let third = d2 * tsi * cc1 / 3
            d3 = (17 * ao + sfour) * third
            d4 = 0.5 * third * ao * tsi * (221 * ao + 31 * sfour) * cc1
            t3cof = d2 + 2 * cc1sq
            t4cof = 0.25 * (3 * d3 + cc1 * (12 * d2 + 10 * cc1sq))
            t5cof =
                0.2
                * (3 * d4 + 12 * cc1 * d3 + 6 * d2 * d2 + 15 * cc1sq * (2 * d2 + cc1sq))
        }
        let coefficients = [
            cc1, bstarCC4, bstarCC5, d2, d3, d4, t3cof, t4cof, t5cof, omgcof, xmcof, nodecf, delmo,
        ]
        guard coefficients.allSatisfy(\.isFinite) else { throw .outOfDomain }
    }
}
