import Foundation
import TestSupport
import Testing

@testable import Orbits

struct J2PropagatorTests {
    static func shell(eccentricity: Double = 0.0005) -> ElementSet {
        ElementSet(
            catalogNumber: CatalogNumber(1), epoch: Instant(year: 2026, month: 8, day: 23),
            inclinationRad: 53.05 * .pi / 180, raanRad: 1, eccentricity: eccentricity,
            argumentOfPerigeeRad: 0.7, meanAnomalyRad: 0.3,
            meanMotionRadPerMin: 15.06 / ElementSet.revPerDayPerRadPerMin)
    }

    @Test func ratesOfThePublishedFormulas() throws {
        let j2 = try J2Propagator(Self.shell(eccentricity: 0.02))
        let gravity = GravityModel.wgs72
        let a = j2.semiMajorAxisKm
        let n = 60 * (gravity.muKm3PerS2 / (a * a * a)).squareRoot()
        let p = a * (1 - 0.02 * 0.02)
        let k = n * gravity.j2 * (gravity.earthRadiusKm / p) * (gravity.earthRadiusKm / p)
        let sin2 = pow(sin(j2.inclinationRad), 2)
        #expect(abs(j2.raanRateRadPerMin + 1.5 * k * cos(j2.inclinationRad)) < 1e-15)
        #expect(abs(j2.argumentOfPerigeeRateRadPerMin - 0.75 * k * (4 - 5 * sin2)) < 1e-15)
        let drift = 0.75 * k * (1 - 0.02 * 0.02).squareRoot() * (2 - 3 * sin2)
        #expect(abs(j2.meanAnomalyRateRadPerMin - n - drift) < 1e-14)
        // 550 km and 53°: the node goes back by 4.5° a day.
        let degreesPerDay = j2.raanRateRadPerMin * 1_440 * 180 / .pi
        #expect(abs(degreesPerDay + 4.5) < 0.1)
    }

    /// The mean motion of the set is that of the mean anomaly, which the recovery must give back.
    @Test func periodIsTheOneOfTheElementSet() throws {
        let set = Self.shell()
        let j2 = try J2Propagator(set)
        let difference = j2.meanAnomalyRateRadPerMin / set.meanMotionRadPerMin - 1
        #expect(abs(difference) < 1e-6)
        let period = 2 * Double.pi / j2.meanAnomalyRateRadPerMin
        let radii = try [0, period, 10 * period].map { t in
            let r = try j2.state(minutesSinceEpoch: t).positionKm
            return (r * r).sum().squareRoot()
        }
        #expect(abs(radii[1] - radii[0]) < 1e-8)
        #expect(abs(radii[2] - radii[0]) < 1e-8)
    }

    @Test func nodeAndInclinationAfterADay() throws {
        let j2 = try J2Propagator(Self.shell(eccentricity: 0.01))
        let state = try j2.state(minutesSinceEpoch: 1_440)
        // The velocity holds the turning of the plane; without it the plane is that of the elements.
        let spin = SIMD3(0, 0, j2.raanRateRadPerMin / 60)
        let r = state.positionKm
        let normal = cross(r, state.velocityKmPerS - cross(spin, r))
        let raan = atan2(normal.x, -normal.y)
        let expected = 1 + j2.raanRateRadPerMin * 1_440
        #expect(abs(raan - expected) < 1e-12)
        let inclination = acos(normal.z / (normal * normal).sum().squareRoot())
        #expect(abs(inclination - j2.inclinationRad) < 1e-12)
    }

    @Test(arguments: [0, 0.001, 0.05]) func velocityIsTheDerivative(eccentricity: Double) throws {
        let j2 = try J2Propagator(Self.shell(eccentricity: eccentricity))
        let h = 1.0 / 60
        for t in stride(from: -200.0, through: 200, by: 7.3) {
            let states = try [-2, -1, 1, 2].map { k in
                try j2.state(minutesSinceEpoch: t + k * h).positionKm
            }
            let near = 8 * (states[2] - states[1])
            let derivative = (near - (states[3] - states[0])) / 12
            let velocity = try j2.state(minutesSinceEpoch: t).velocityKmPerS
            #expect(largest(derivative - velocity) < 1e-8)
        }
    }

    @Test func staysNearSGP4() throws {
        let set = Self.shell()
        let sgp4 = try SGP4(set)
        let j2 = try J2Propagator(set)
        var worst = 0.0
        for t in stride(from: 0.0, through: 95.6, by: 0.5) {
            let a = try sgp4.state(minutesSinceEpoch: t).positionKm
            let b = try j2.state(minutesSinceEpoch: t).positionKm
            worst = max(worst, ((a - b) * (a - b)).sum().squareRoot())
        }
        #expect(worst < 13)
        #expect(worst > 1)
    }

    @Test func keplerEquation() {
        var random = SeededGenerator(seed: 7)
        var eccentricities = [0, 1e-12, 0.1, 0.5, 0.9, 0.99, 0.999999, 1 - 1e-12, 1.0.nextDown]
        for _ in 0..<50 { eccentricities.append(Double.random(in: 0..<1, using: &random)) }
        for e in eccentricities {
            var anomalies = [0, 1e-300, 1e-12, 1e-6, 0.001, 1, 3, 3.14159, .pi]
            for _ in 0..<20 { anomalies.append(Double.random(in: 0...(.pi), using: &random)) }
            for expected in anomalies {
                // From E to M and back; near e = 1 and E = 0 by the series, which loses nothing.
                let odd =
                    expected < 0.1
                    ? pow(expected, 3) / 6 - pow(expected, 5) / 120 + pow(expected, 7) / 5_040
                        - pow(expected, 9) / 362_880
                    : expected - sin(expected)
                let mean = (1 - e) * expected + e * odd
                let found = KeplerEquation.eccentricAnomaly(
                    meanAnomalyRad: mean, eccentricity: e)
                #expect(abs(found - expected) <= 1e-14 + 1e-10 * expected, "e \(e) E \(expected)")
                let mirrored = KeplerEquation.eccentricAnomaly(
                    meanAnomalyRad: -mean, eccentricity: e)
                #expect(abs(mirrored) == abs(found))
            }
        }
        let turned = KeplerEquation.eccentricAnomaly(
            meanAnomalyRad: 1 + 20 * .pi, eccentricity: 0.3)
        let plain = KeplerEquation.eccentricAnomaly(meanAnomalyRad: 1, eccentricity: 0.3)
        #expect(abs(turned - plain) < 1e-13)
    }

    @Test func invalidElements() {
        var set = Self.shell()
        set.eccentricity = 0.5
        #expect(throws: SGP4Error.subOrbital) { try J2Propagator(set) }
        set.eccentricity = 1
        #expect(throws: SGP4Error.meanEccentricity) { try J2Propagator(set) }
        set = Self.shell()
        set.meanMotionRadPerMin = 0
        #expect(throws: SGP4Error.meanMotion) { try J2Propagator(set) }
        set = Self.shell()
        set.raanRad = .nan
        #expect(throws: SGP4Error.outOfDomain) { try J2Propagator(set) }
    }

    @Test func kindsOfAScenario() throws {
        let set = Self.shell()
        #expect(PropagatorKind(rawValue: "kepler-j2") == .keplerJ2)
        #expect(PropagatorKind(rawValue: "sgp4") == .sgp4)
        for kind in PropagatorKind.allCases {
            let satellite = try SatellitePropagator(set, kind: kind, gravity: .wgs84)
            let state = try satellite.state(minutesSinceEpoch: 12)
            let expected =
                switch kind {
                case .sgp4: try SGP4(set, gravity: .wgs84).state(minutesSinceEpoch: 12)
                case .keplerJ2: try J2Propagator(set, gravity: .wgs84).state(minutesSinceEpoch: 12)
                }
            #expect(state == expected)
            #expect(satellite.epoch == set.epoch)
            var cursor = ResonanceCursor()
            #expect(try satellite.state(minutesSinceEpoch: 12, resuming: &cursor) == expected)
        }
    }
}

private func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
}
