import Foundation
import Orbits
import TestSupport
import Testing

struct FramesTests {
    /// Vallado's example of TEME and the pseudo Earth-fixed frame: 2004-04-06 07:51:28.386009 UTC,
    /// UT1 − UTC = −0.4399619 s ("Fundamentals of Astrodynamics and Applications", example 3-15;
    /// AIAA 2006-6753, appendix C).
    @Test func publishedExample() throws {
        let ut1 = Instant(
            year: 2004, month: 4, day: 6,
            secondOfDay: 7 * 3_600 + 51 * 60 + 28.386009 - 0.4399619)
        let teme = TEMEState(
            positionKm: SIMD3(5_094.18016210, 6_127.64465950, 6_380.34453270),
            velocityKmPerS: SIMD3(-4.746131487, 0.785818041, 5.531931288))
        let state = EarthRotation(at: ut1).itrf(teme)
        let position = SIMD3(-1_033.4750312, 7_901.3055856, 6_380.3445327)
        let velocity = SIMD3(-3.225632747, -2.872442511, 5.531931288)
        // The example's Julian date is one Double: 20 µs, or 1e-5 km.
        #expect(largest(state.position.km - position) < 1.2e-5)
        // The example's rate lacks the precession of the equinox and has the length of the day.
        #expect(largest(state.velocityKmPerS - velocity) < 1e-7)
    }

    /// Against Skyfield (Tests/Oracles/frames.py).
    @Test func oracleOfEarthFixedStates() throws {
        let rows = try CSVFixture("itrf.csv").rows
        #expect(rows.count == 30)
        for row in rows {
            let instant = try Instant(
                julianDate: row.number("jd"), dayFraction: row.number("fraction"))
            let state = try EarthRotation(at: instant).itrf(
                TEMEState(
                    positionKm: row.vector("x y z"), velocityKmPerS: row.vector("vx vy vz")))
            #expect(try largest(state.position.km - row.vector("ix iy iz")) < 1e-9)
            #expect(try largest(state.velocityKmPerS - row.vector("ivx ivy ivz")) < 1e-12)
        }
    }

    @Test func velocityIsTheDerivative() throws {
        let sgp4 = try SGP4(J2PropagatorTests.shell())
        let j2 = try J2Propagator(J2PropagatorTests.shell())
        // SGP4's velocity leaves out small terms; that of Kepler with J2 is exact.
        for (theory, bound) in [(sgp4 as any Propagator, 5e-3), (j2, 1e-8)] {
            for k in 0..<40 {
                let instant = theory.epoch.advanced(bySeconds: Double(k) * 333.3)
                let p = try [-2.0, -1, 1, 2].map { h in
                    let time = instant.advanced(bySeconds: h)
                    return try EarthRotation(at: time).itrf(theory.state(at: time)).position.km
                }
                let near = 8 * (p[2] - p[1])
                let derivative = (near - (p[3] - p[0])) / 12
                let state = try EarthRotation(at: instant).itrf(theory.state(at: instant))
                #expect(largest(derivative - state.velocityKmPerS) < bound)
            }
        }
    }

    @Test func inverseRotation() {
        var random = SeededGenerator(seed: 11)
        func vector(_ size: Double) -> SIMD3<Double> {
            SIMD3(
                Double.random(in: -size...size, using: &random),
                Double.random(in: -size...size, using: &random),
                Double.random(in: -size...size, using: &random))
        }
        for k in 0..<500 {
            let rotation = EarthRotation(
                at: Instant.j2000.advanced(bySeconds: Double(k) * 1_234_567.8))
            let teme = TEMEState(positionKm: vector(42_000), velocityKmPerS: vector(8))
            let fixed = rotation.itrf(teme)
            let back = rotation.teme(fixed)
            #expect(largest(back.positionKm - teme.positionKm) < 1e-10)
            #expect(largest(back.velocityKmPerS - teme.velocityKmPerS) < 1e-13)
            #expect(rotation.itrf(temePositionKm: teme.positionKm) == fixed.position)
        }
    }

    /// What stands still over the ground has no velocity there.
    @Test func restingOnTheEarth() {
        let rotation = EarthRotation(at: .j2000)
        let station = Ellipsoid.wgs84.position(of: Geodetic(latitudeDeg: 51.5, longitudeDeg: 0))
        let teme = rotation.teme(ITRFState(position: station, velocityKmPerS: .zero))
        let speed = (teme.velocityKmPerS * teme.velocityKmPerS).sum().squareRoot()
        #expect(abs(speed - 7.2921158553e-5 * 6_378.137 * cos(0.8988) * 1.002) < 1e-3)
        #expect(largest(rotation.itrf(teme).velocityKmPerS) < 1e-15)
    }
}
