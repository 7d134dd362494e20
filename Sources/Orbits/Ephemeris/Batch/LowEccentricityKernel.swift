/// SGP4 for eight states within their ``NearEarthWindow``: nearly circular orbits under little drag.
///
/// Three sines and cosines a state, of M, ω and Ω without drag; all the others are turned from them by
/// small angles. With u the mean latitude, x = E − u, p = e sin u and q = e cos u (both counted
/// from the perigee), Kepler's equation reads
///
/// ```
/// f(x) = x − p cos x − q sin x = 0
/// ```
///
/// The start p (1 + q + q²) errs by less than 0.6 e³ = 1.9e-5 at the bound e = 1/32, and the
/// third-order step by Chebyshev that follows by less than e (0.6 e³)³ / 3 + 2 e² (0.6 e³)³ < 1e-16.
/// At the solution e sin E is x itself. The powers of e that the series of √(1 − e²) and of the
/// reciprocals leave out are below 3e-15.
///
/// No code of ``SGP4Error`` can occur inside the window.
enum LowEccentricityKernel {
    /// Sines and cosines of the three angles that grow in proportion to time, at one step.
    struct Angles {
        var sineM: Lanes
        var cosineM: Lanes
        var sineW: Lanes
        var cosineW: Lanes
        var sineNode: Lanes
        var cosineNode: Lanes
    }

    /// The steps that go through the three stages together.
    static let stageSteps = 8

    /// Fills a tile.
    ///
    /// The work is cut into three loops, of angles, of Kepler's equation and of the short periods:
    /// one chain of dependent operations from time to state is longer than what a processor looks
    /// ahead, three shorter ones overlap from step to step.
    static func run(_ c: UnsafePointer<Lanes>, _ tile: KernelTile, _ gravity: GravityFactors) {
        var first = 0
        while first < tile.steps {
            let stage = tile.stage(first, stageSteps)
            fillAngles(c, stage)
            finish(c, stage, gravity)
            first &+= stageSteps
        }
    }

    /// Second and third stage of a few steps, whose angles are there.
    @inline(__always)
    static func finish(_ c: UnsafePointer<Lanes>, _ tile: KernelTile, _ gravity: GravityFactors) {
        solve(c, tile)
        if tile.hasVelocity {
            addShortPeriods(c, tile, gravity)
        } else {
            addShortPeriodsToPosition(c, tile, gravity)
        }
        if tile.isEarthFixed { tile.turn() }
    }

    @inline(never)
    private static func fillAngles(_ c: UnsafePointer<Lanes>, _ tile: KernelTile) {
        var step = 0
        while step < tile.steps {
            let t = tile.minutes(c, step)
            let (sineM, cosineM) = VectorTrigonometry.sineCosine(
                c[NearEarthConstants.mo] + c[NearEarthConstants.mdot] * t)
            let (sineW, cosineW) = VectorTrigonometry.sineCosine(
                c[NearEarthConstants.argpo] + c[NearEarthConstants.argpdot] * t)
            let (sineNode, cosineNode) = VectorTrigonometry.sineCosine(
                c[NearEarthConstants.nodeo] + c[NearEarthConstants.nodedot] * t)
            tile.angles[step] = Angles(
                sineM: sineM, cosineM: cosineM, sineW: sineW, cosineW: cosineW,
                sineNode: sineNode, cosineNode: cosineNode)
            step &+= 1
        }
    }

    @inline(never)
    private static func solve(_ c: UnsafePointer<Lanes>, _ tile: KernelTile) {
        var step = 0
        while step < tile.steps {
            tile.periods[step] = solution(c, tile.minutes(c, step), tile.angles[step])
            step &+= 1
        }
    }

    @inline(never)
    private static func addShortPeriods(
        _ c: UnsafePointer<Lanes>, _ tile: KernelTile, _ gravity: GravityFactors
    ) {
        var step = 0
        while step < tile.steps {
            let states = tile.periods[step].states(c, gravity)
            tile.storePosition(states, step)
            tile.storeVelocity(states, step)
            step &+= 1
        }
    }

    @inline(never)
    private static func addShortPeriodsToPosition(
        _ c: UnsafePointer<Lanes>, _ tile: KernelTile, _ gravity: GravityFactors
    ) {
        var step = 0
        while step < tile.steps {
            tile.storePosition(tile.periods[step].states(c, gravity), step)
            step &+= 1
        }
    }

    /// Adds drag and long periods to the mean elements of one step and solves Kepler's equation.
    @inline(__always)
    private static func solution(
        _ c: UnsafePointer<Lanes>, _ t: Lanes, _ angles: Angles
    ) -> ShortPeriods {
        // Drag: what it adds to the perigee it takes from the anomaly.
        let cube = 1 + c[NearEarthConstants.eta] * angles.cosineM
        let change = cube * cube * cube - c[NearEarthConstants.delmo]
        let shift = c[NearEarthConstants.omgcof] * t + c[NearEarthConstants.xmcof] * change
        let (ss, cs) = VectorTrigonometry.sixteenthSineCosine(shift)
        let sinmm = angles.sineM * cs + angles.cosineM * ss
        let sinargp = angles.sineW * cs - angles.cosineW * ss
        let cosargp = angles.cosineW * cs + angles.sineW * ss

        let t2 = t * t
        let high = c[NearEarthConstants.d3] + t * c[NearEarthConstants.d4]
        let falls = c[NearEarthConstants.cc1] + t * (c[NearEarthConstants.d2] + t * high)
        let tempa = 1 - t * falls
        let rounding = c[NearEarthConstants.bstarCC5] * (sinmm - c[NearEarthConstants.sinmao])
        let tempe = c[NearEarthConstants.bstarCC4] * t + rounding
        let fourth = c[NearEarthConstants.t4cof] + t * c[NearEarthConstants.t5cof]
        let third = c[NearEarthConstants.t3cof] + t * fourth
        let templ = t2 * (c[NearEarthConstants.t2cof] + t * third)

        let em = c[NearEarthConstants.ecco] - tempe
        let ep = em.replacing(with: 1e-6, where: em .< 1e-6)
        let perTempa = 1 / tempa
        let perAm = c[NearEarthConstants.perAo] * perTempa * perTempa
        let epsq = ep * ep
        let perLatus = perAm * ((1 + epsq) * (1 + epsq * epsq))
        let axnl = ep * cosargp
        let aynl = ep * sinargp + perLatus * c[NearEarthConstants.aycof]

        // The mean latitude u, from M + ω and what drag and long periods add.
        let sineSum = angles.sineM * angles.cosineW + angles.cosineM * angles.sineW
        let cosineSum = angles.cosineM * angles.cosineW - angles.sineM * angles.sineW
        let longPeriod = perLatus * c[NearEarthConstants.xlcof] * axnl
        let (sd, cd) = VectorTrigonometry.quarterSineCosine(
            c[NearEarthConstants.no] * templ + longPeriod)
        let sineU = sineSum * cd + cosineSum * sd
        let cosineU = cosineSum * cd - sineSum * sd

        let p = axnl * sineU - aynl * cosineU
        let q = axnl * cosineU + aynl * sineU
        let start = p + p * q * (1 + q)
        let (s0, c0) = VectorTrigonometry.sixteenthSineCosine(start)
        let f = start - p * c0 - q * s0
        let slope = 1 + p * s0 - q * c0
        let perSlope = 1 / slope
        let newton = f * perSlope
        let bend = p * c0 + q * s0
        let step = newton + (newton * newton) * (bend * 0.5) * perSlope
        let x = start - step
        let half = step * step * 0.5
        let sx = s0 - c0 * step - s0 * half
        let cx = c0 + s0 * step - c0 * half
        let radius = 1 + p * sx - q * cx
        let relative = (radius - slope) * perSlope
        let perRadius = perSlope * (1 - relative * (1 - relative))

        let y = axnl * axnl + aynl * aynl
        let tail = y * 0.0390625 + 0.0625
        let perOnePlusBetal = y * (y * tail + 0.125) + 0.5
        let betal = 1 - y * perOnePlusBetal
        let am = c[NearEarthConstants.ao] * tempa * tempa
        return ShortPeriods(
            sineE: sineU * cx + cosineU * sx, cosineE: cosineU * cx - sineU * sx,
            axnl: axnl, aynl: aynl, esine: x, radius: radius, perRadius: perRadius,
            betal: betal, perOnePlusBetal: perOnePlusBetal,
            am: am, perRootAm: c[NearEarthConstants.perRootAo] * perTempa,
            perPl: perAm * ((1 + y) * (1 + y * y)),
            sineNode: angles.sineNode, cosineNode: angles.cosineNode,
            nodeShift: c[NearEarthConstants.nodecf] * t2)
    }
}
