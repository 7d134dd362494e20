#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The coefficients with which one body acts on one orbit: long-periodic in the body's own motion,
/// and secular.
///
/// - Note: Vallado et al., AIAA 2006-6753, `dscom`, `dpper` and `dsinit`.
struct ThirdBodyTerms: Sendable {
    /// What the body adds to the elements at one time.
    struct Shift {
        /// Eccentricity.
        var pe: Double
        /// Inclination [rad].
        var pinc: Double
        /// Mean anomaly [rad].
        var pl: Double
        /// Argument of perigee, with the share of the node [rad].
        var pgh: Double
        /// Node, times the sine of the inclination [rad].
        var ph: Double
    }

    /// Mean anomaly of the body at epoch [rad], its rate [rad/min] and its eccentricity.
    let zmo: Double
    let zn: Double
    let ze: Double

    let e2: Double
    let e3: Double
    let i2: Double
    let i3: Double
    let l2: Double
    let l3: Double
    let l4: Double
    let gh2: Double
    let gh3: Double
    let gh4: Double
    let h2: Double
    let h3: Double

    /// Secular rates of the same five [1/min, rad/min].
    let secular: Shift

    init(body: ThirdBody, orbit: BrouwerElements, argpo: Double) {
        let em = orbit.ecco
        let emsq = em * em
        let betasq = orbit.omeosq
        let (sinim, cosim) = (orbit.sinio, orbit.cosio)
        let (sinomm, cosomm) = (sin(argpo), cos(argpo))

        let a1 = body.zcosg * body.zcosh + body.zsing * body.zcosi * body.zsinh
        let a3 = -body.zsing * body.zcosh + body.zcosg * body.zcosi * body.zsinh
        let a7 = -body.zcosg * body.zsinh + body.zsing * body.zcosi * body.zcosh
        let a8 = body.zsing * body.zsini
        let a9 = body.zsing * body.zsinh + body.zcosg * body.zcosi * body.zcosh
        let a10 = body.zcosg * body.zsini
        let a2 = cosim * a7 + sinim * a8
        let a4 = cosim * a9 + sinim * a10
        let a5 = -sinim * a7 + cosim * a8
        let a6 = -sinim * a9 + cosim * a10

        let x1 = a1 * cosomm + a2 * sinomm
        let x2 = a3 * cosomm + a4 * sinomm
        let x3 = -a1 * sinomm + a2 * cosomm
        let x4 = -a3 * sinomm + a4 * cosomm
        let x5 = a5 * sinomm
        let x6 = a6 * sinomm
        let x7 = a5 * cosomm
        let x8 = a6 * cosomm

        let z31 = 12 * x1 * x1 - 3 * x3 * x3
        let z32 = 24 * x1 * x2 - 6 * x3 * x4
        let z33 = 12 * x2 * x2 - 3 * x4 * x4
        let y1 = 3 * (a1 * a1 + a2 * a2) + z31 * emsq
        let y2 = 6 * (a1 * a3 + a2 * a4) + z32 * emsq
        let y3 = 3 * (a3 * a3 + a4 * a4) + z33 * emsq
        let z1 = y1 + y1 + betasq * z31
        let z2 = y2 + y2 + betasq * z32
        let z3 = y3 + y3 + betasq * z33
        let z11 = -6 * a1 * a5 + emsq * (-24 * x1 * x7 - 6 * x3 * x5)
        let z12 =
            -6 * (a1 * a6 + a3 * a5)
            + emsq * (-24 * (x2 * x7 + x1 * x8) - 6 * (x3 * x6 + x4 * x5))
        let z13 = -6 * a3 * a6 + emsq * (-24 * x2 * x8 - 6 * x4 * x6)
        let z21 = 6 * a2 * a5 + emsq * (24 * x1 * x5 - 6 * x3 * x7)
        let z22 =
            6 * (a4 * a5 + a2 * a6)
            + emsq * (24 * (x2 * x5 + x1 * x6) - 6 * (x4 * x7 + x3 * x8))
        let z23 = 6 * a4 * a6 + emsq * (24 * x2 * x6 - 6 * x4 * x8)

        let s3 = body.strength / orbit.no
        let s2 = -0.5 * s3 / orbit.rteosq
        let s4 = s3 * orbit.rteosq
        let s1 = -15 * em * s4
        let s5 = x1 * x3 + x2 * x4
        let s6 = x2 * x3 + x1 * x4
        let s7 = x2 * x4 - x1 * x3

        zmo = body.meanAnomaly
        zn = body.meanMotion
        ze = body.eccentricity
        e2 = 2 * s1 * s6
        e3 = 2 * s1 * s7
        i2 = 2 * s2 * z12
        i3 = 2 * s2 * (z13 - z11)
        l2 = -2 * s3 * z2
        l3 = -2 * s3 * (z3 - z1)
        l4 = -2 * s3 * (-21 - 9 * emsq) * ze
        gh2 = 2 * s4 * z32
        gh3 = 2 * s4 * (z33 - z31)
        gh4 = -18 * s4 * ze
        h2 = -2 * s2 * z22
        h3 = -2 * s2 * (z23 - z21)

        // Within 3° of the equator the node is not defined well enough to divide by the sine.
        let isFlat = orbit.inclo < 5.2359877e-2 || orbit.inclo > .pi - 5.2359877e-2
        let node = isFlat || sinim == 0 ? 0 : -zn * s2 * (z21 + z23) / sinim
        secular = Shift(
            pe: s1 * zn * s5, pinc: s2 * zn * (z11 + z13),
            pl: -zn * s3 * (z1 + z3 - 14 - 6 * emsq),
            pgh: s4 * zn * (z31 + z33 - 6) - cosim * node, ph: node)
    }

    /// The long-periodic terms at a time since the epoch [min].
    func periodics(at t: Double) -> Shift {
        let zm = zmo + zn * t
        let zf = zm + 2 * ze * sin(zm)
        let sinzf = sin(zf)
        let f2 = 0.5 * sinzf * sinzf - 0.25
        let f3 = -0.5 * sinzf * cos(zf)
        return Shift(
            pe: e2 * f2 + e3 * f3, pinc: i2 * f2 + i3 * f3, pl: l2 * f2 + l3 * f3 + l4 * sinzf,
            pgh: gh2 * f2 + gh3 * f3 + gh4 * sinzf, ph: h2 * f2 + h3 * f3)
    }
}
