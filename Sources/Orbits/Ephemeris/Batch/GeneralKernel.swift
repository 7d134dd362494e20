/// SGP4 for eight near-Earth states of any eccentricity and drag.
///
/// The operations on large angles are those of the scalar code, in its order. Kepler's equation is
/// that of ``LowEccentricityKernel``, solved by four steps of Newton's method from
/// x = p / √((1 − q)² + p²).
///
/// A state that the kernel cannot answer for is marked by NaN, and the scalar code decides on it: where
/// an angle is beyond ``VectorTrigonometry``, an eccentricity beyond 0.7, the last Newton step above
/// 1e-7 rad (the error is then below 1e-13 rad, since each step squares it), where the orbit lies low
/// or has grown beyond bounds, and wherever a code of ``SGP4Error`` may be due, by a wide margin.
enum GeneralKernel {
    /// Fills a tile; NaN where the scalar code must decide.
    @inline(never)
    static func run(_ c: UnsafePointer<Lanes>, _ tile: KernelTile, _ gravity: GravityFactors) {
        var step = 0
        while step < tile.steps {
            let states = states(c, tile.minutes(c, step), gravity)
            tile.storePosition(states, step)
            if tile.hasVelocity { tile.storeVelocity(states, step) }
            step &+= 1
        }
        if tile.isEarthFixed { tile.turn() }
    }

    @inline(__always)
    private static func states(
        _ c: UnsafePointer<Lanes>, _ t: Lanes, _ gravity: GravityFactors
    ) -> ShortPeriods.States {
        let xmdf = c[NearEarthConstants.mo] + c[NearEarthConstants.mdot] * t
        let argpdf = c[NearEarthConstants.argpo] + c[NearEarthConstants.argpdot] * t
        let t2 = t * t
        let nodedf = c[NearEarthConstants.nodeo] + c[NearEarthConstants.nodedot] * t
        let nodem = nodedf + c[NearEarthConstants.nodecf] * t2

        let cube = 1 + c[NearEarthConstants.eta] * VectorTrigonometry.sineCosine(xmdf).cosine
        let change = cube * cube * cube - c[NearEarthConstants.delmo]
        let shift = c[NearEarthConstants.omgcof] * t + c[NearEarthConstants.xmcof] * change
        let mm = xmdf + shift
        let argpm = argpdf - shift
        let t3 = t2 * t
        let t4 = t3 * t
        let powers =
            c[NearEarthConstants.d2] * t2 + c[NearEarthConstants.d3] * t3
            + c[NearEarthConstants.d4] * t4
        let tempa = (1 - c[NearEarthConstants.cc1] * t) - powers
        let sinmm = VectorTrigonometry.sineCosine(mm).sine
        let rounding = c[NearEarthConstants.bstarCC5] * (sinmm - c[NearEarthConstants.sinmao])
        let tempe = c[NearEarthConstants.bstarCC4] * t + rounding
        let fourth = c[NearEarthConstants.t4cof] + t * c[NearEarthConstants.t5cof]
        let templ =
            c[NearEarthConstants.t2cof] * t2 + (c[NearEarthConstants.t3cof] * t3 + t4 * fourth)

        let em = c[NearEarthConstants.ecco] - tempe
        let ep = em.replacing(with: 1e-6, where: em .< 1e-6)
        let (sinargp, cosargp) = VectorTrigonometry.sineCosine(argpm)
        let am = c[NearEarthConstants.ao] * tempa * tempa
        let perLatus = 1 / (am * (1 - ep * ep))
        let axnl = ep * cosargp
        let aynl = ep * sinargp + perLatus * c[NearEarthConstants.aycof]
        let meanLatitude = (mm + c[NearEarthConstants.no] * templ) + argpm
        let u = meanLatitude + perLatus * c[NearEarthConstants.xlcof] * axnl
        let (sineU, cosineU) = VectorTrigonometry.sineCosineAsReduced(u)

        let p = axnl * sineU - aynl * cosineU
        let q = axnl * cosineU + aynl * sineU
        let along = 1 - q
        var x = p / (along * along + p * p).squareRoot()
        var last = x
        var round = 0
        while round < 4 {
            let (s, c) = VectorTrigonometry.reducedSineCosine(x)
            last = (x - p * c - q * s) / (1 + p * s - q * c)
            x -= last
            round &+= 1
        }
        let (sx, cx) = VectorTrigonometry.reducedSineCosine(x)
        let radius = 1 + p * sx - q * cx
        let el2 = axnl * axnl + aynl * aynl
        let betal = (1 - el2).squareRoot()
        let perRootAm = c[NearEarthConstants.perRootAo] / tempa
        let perPl = 1 / (am * (1 - el2))
        let (sineNode, cosineNode) = VectorTrigonometry.sineCosine(nodem)
        var states = ShortPeriods(
            sineE: sineU * cx + cosineU * sx, cosineE: cosineU * cx - sineU * sx,
            axnl: axnl, aynl: aynl, esine: p * cx + q * sx, radius: radius,
            perRadius: 1 / radius, betal: betal, perOnePlusBetal: 1 / (1 + betal),
            am: am, perRootAm: perRootAm, perPl: perPl,
            sineNode: sineNode, cosineNode: cosineNode, nodeShift: Lanes(repeating: 0)
        ).states(c, gravity)

        let large = VectorTrigonometry.largestAngle
        var isSound = (xmdf .< large) .& (xmdf .> -large)
        isSound = isSound .& (mm .< large) .& (mm .> -large)
        isSound = isSound .& (argpm .< large) .& (argpm .> -large)
        isSound = isSound .& (nodem .< large) .& (nodem .> -large)
        let larger = VectorTrigonometry.largestReducedAngle
        isSound = isSound .& (u .< larger) .& (u .> -larger)
        isSound = isSound .& (em .> -0.000_999) .& (em .< 0.7) .& (el2 .< 0.49)
        isSound = isSound .& (tempa .> 0.125) .& (tempa .< 8) .& (perPl .< 1.1)
        isSound = isSound .& (last .< 1e-7) .& (last .> -1e-7) .& (states.mrt .> 1.000_001)
        states.x = Lanes(repeating: .nan).replacing(with: states.x, where: isSound)
        return states
    }
}
