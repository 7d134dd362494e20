/// The constants of eight near-Earth satellites, or of one eight times over, as the kernels read
/// them: one vector each, in this order.
///
/// The names are those of ``SGP4``; a factor that the formulas have everywhere is folded in.
enum NearEarthConstants {
    static let day = 0
    static let fraction = 1
    static let mo = 2
    static let mdot = 3
    static let argpo = 4
    static let argpdot = 5
    static let nodeo = 6
    static let nodedot = 7
    static let nodecf = 8
    static let cc1 = 9
    static let d2 = 10
    static let d3 = 11
    static let d4 = 12
    static let bstarCC4 = 13
    static let bstarCC5 = 14
    static let sinmao = 15
    static let no = 16
    static let t2cof = 17
    static let t3cof = 18
    static let t4cof = 19
    static let t5cof = 20
    static let omgcof = 21
    static let xmcof = 22
    static let delmo = 23
    static let eta = 24
    static let ecco = 25
    static let ao = 26
    static let perAo = 27
    static let perRootAo = 28
    static let aycof = 29
    static let xlcof = 30
    /// 1.5 con41.
    static let con41 = 31
    static let x1mth2 = 32
    /// 0.25 x7thm1.
    static let x7thm1 = 33
    /// 1.5 cos i, of which the short periods of node and inclination are made.
    static let shortPeriod = 34
    static let cosip = 35
    static let sinip = 36
    /// Half of ``NearEarthWindow``, from the epoch to either side [min]; −1 where it is empty.
    static let window = 37

    /// The number of vectors.
    static let count = 38

    /// The constants of one satellite, in order.
    static func values(of theory: SGP4) -> [Double] {
        let (orbit, drag, terms) = (theory.orbit, theory.drag, theory.inclination)
        // The published theory leaves these out below a perigee of 220 km.
        let full: Double = drag.isSimple ? 0 : 1
        return [
            theory.epoch.julianDate, theory.epoch.dayFraction, theory.mo, theory.rates.mdot,
            theory.argpo, theory.rates.argpdot, theory.nodeo, theory.rates.nodedot, drag.nodecf,
            drag.cc1, drag.d2, drag.d3, drag.d4, drag.bstarCC4, full * drag.bstarCC5,
            drag.sinmao, orbit.no, drag.t2cof, drag.t3cof, drag.t4cof, drag.t5cof,
            full * drag.omgcof, full * drag.xmcof, drag.delmo, drag.eta, orbit.ecco, orbit.ao,
            1 / orbit.ao, 1 / orbit.ao.squareRoot(), terms.aycof, terms.xlcof, 1.5 * terms.con41,
            terms.x1mth2, 0.25 * terms.x7thm1, 1.5 * terms.cosip, terms.cosip, terms.sinip,
            NearEarthWindow.halfWidthMinutes(of: theory),
        ]
    }
}
