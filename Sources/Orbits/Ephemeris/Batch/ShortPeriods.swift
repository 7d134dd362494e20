/// The end that both near-Earth kernels share: from the solution of Kepler's equation to a state.
struct ShortPeriods {
    /// Sine and cosine of the eccentric longitude.
    var sineE: Lanes
    var cosineE: Lanes

    /// The eccentricity vector.
    var axnl: Lanes
    var aynl: Lanes

    /// e sin E and 1 − e cos E, and the reciprocal of the latter.
    var esine: Lanes
    var radius: Lanes
    var perRadius: Lanes

    /// √(1 − e²), and the reciprocal of one plus it.
    var betal: Lanes
    var perOnePlusBetal: Lanes

    /// Semi-major axis, the reciprocal of its root, the reciprocal of the semi-latus rectum.
    var am: Lanes
    var perRootAm: Lanes
    var perPl: Lanes

    /// Sine and cosine of the node, and an angle up to 1e-4 rad by which it is turned on.
    var sineNode: Lanes
    var cosineNode: Lanes
    var nodeShift: Lanes

    /// Position [km], velocity [km/s] and radius [Earth radii] of eight states.
    struct States {
        var x: Lanes
        var y: Lanes
        var z: Lanes
        var vx: Lanes
        var vy: Lanes
        var vz: Lanes
        var mrt: Lanes
    }

    /// The states, with the constants of the satellites and of the gravity model.
    ///
    /// The short periods turn the argument of latitude, the node and the inclination by at most
    /// 1e-3 rad; instead of the angles, their known sines and cosines are turned.
    @inline(__always)
    func states(_ c: UnsafePointer<Lanes>, _ gravity: GravityFactors) -> States {
        let share = esine * perOnePlusBetal
        let sinu = perRadius * (sineE - aynl - axnl * share)
        let cosu = perRadius * (cosineE - axnl + aynl * share)
        let sin2u = (cosu + cosu) * sinu
        let cos2u = 1 - (sinu + sinu) * sinu
        let temp1 = perPl * gravity.halfJ2
        let temp2 = temp1 * perPl
        let x1mth2 = c[NearEarthConstants.x1mth2]
        let con41 = c[NearEarthConstants.con41]
        let secular = 1 - temp2 * betal * con41
        let mrt = am * radius * secular + temp1 * 0.5 * x1mth2 * cos2u

        let turn = temp2 * c[NearEarthConstants.x7thm1] * sin2u
        let (st, ct) = VectorTrigonometry.tinySineCosine(turn)
        let sinsu = sinu * ct - cosu * st
        let cossu = cosu * ct + sinu * st

        let w = temp2 * c[NearEarthConstants.shortPeriod]
        let (sn, cn) = VectorTrigonometry.tinySineCosine(nodeShift + w * sin2u)
        let snod = sineNode * cn + cosineNode * sn
        let cnod = cosineNode * cn - sineNode * sn
        let sinip = c[NearEarthConstants.sinip]
        let cosip = c[NearEarthConstants.cosip]
        let (si, ci) = VectorTrigonometry.tinySineCosine(w * sinip * cos2u)
        let sini = sinip * ci + cosip * si
        let cosi = cosip * ci - sinip * si

        let xmx = snod * cosi
        let xmy = cnod * cosi
        let ux = cnod * cossu - xmx * sinsu
        let uy = xmy * sinsu + snod * cossu
        let uz = sini * sinsu
        let length = mrt * gravity.earthRadiusKm

        let rate = temp1 * perRootAm * perRootAm * perRootAm
        let speed = perRadius * perRootAm
        let mvt = (esine * speed - rate * x1mth2 * sin2u) * gravity.speedKmPerS
        let rvdot = (betal * speed + rate * (x1mth2 * cos2u + con41)) * gravity.speedKmPerS
        let fx = xmx * cossu + cnod * sinsu
        let fy = xmy * cossu - snod * sinsu
        let fz = sini * cossu
        return States(
            x: ux * length, y: uy * length, z: uz * length,
            vx: ux * mvt - fx * rvdot, vy: uy * mvt + fy * rvdot, vz: uz * mvt + fz * rvdot,
            mrt: mrt)
    }
}

/// The gravity model as the kernels use it.
struct GravityFactors: Sendable {
    let halfJ2: Double
    let earthRadiusKm: Double

    /// Velocity unit of the theory [km/s].
    let speedKmPerS: Double

    init(_ gravity: GravityModel) {
        halfJ2 = 0.5 * gravity.j2
        earthRadiusKm = gravity.earthRadiusKm
        speedKmPerS = gravity.earthRadiusKm * gravity.xke / 60
    }
}
