import LaserMesh
import Orbits
import TestSupport
import Testing

@Suite struct ClearanceTests {
    /// The longest laser of a 550 km shell that grazes 80 km, as Hypatia's formula has it.
    @Test func `longest laser over a sphere`() {
        let radius = 6_378.135
        let rule = Clearance(over: Ellipsoid(equatorialRadiusKm: radius, flattening: 0))
        let orbit = radius + 550
        let half = (orbit * orbit - (radius + 80) * (radius + 80)).squareRoot()
        #expect(abs(2 * half - 5_016.591) < 0.001)
        for (length, isClear) in [(2 * half - 0.001, true), (2 * half + 0.001, false)] {
            let height = (orbit * orbit - length * length / 4).squareRoot()
            let a = SIMD3(length / 2, 0, height)
            let b = SIMD3(-length / 2, 0, height)
            #expect(rule.isClear(ofHeightKm: 80, from: a, to: b) == isClear)
        }
    }

    @Test(arguments: [Ellipsoid.wgs84, .wgs72, .sphere])
    func `least height equals that of dense sampling`(ellipsoid: Ellipsoid) {
        let rule = Clearance(over: ellipsoid)
        var random = SeededGenerator(seed: 3)
        var grazing = 0
        for _ in 0..<300 {
            let a = random.pointOnSphere(radius: 6_900)
            let b = random.pointOnSphere(radius: 7_500)
            let d = b - a
            let nearest = a + max(0, min(1, -(a * d).sum() / (d * d).sum())) * d
            guard (nearest * nearest).sum().squareRoot() > 4_000 else { continue }
            var sampled = Double.infinity
            let steps = 2_000
            for step in 0...steps {
                let point = a + Double(step) / Double(steps) * d
                sampled = min(
                    sampled, ellipsoid.geodetic(of: ITRFPosition(km: point)).altitudeKm)
            }
            let least = rule.leastHeightKm(from: a, to: b)
            #expect(least <= sampled + 1e-9)
            #expect(sampled - least < 0.01)
            #expect(abs(rule.leastHeightKm(from: b, to: a) - least) < 1e-8)
            for height in [least - 1e-6, least + 1e-6] {
                #expect(
                    rule.isClear(ofHeightKm: height, from: a, to: b) == (height <= least))
            }
            if abs(least) < 1_000 { grazing += 1 }
        }
        #expect(grazing > 50)
    }

    @Test func `a line that climbs is lowest at its lower end`() {
        let rule = Clearance(over: .wgs84)
        let a = Ellipsoid.wgs84.position(
            of: Geodetic(latitudeDeg: 50, longitudeDeg: 7, altitudeKm: 90))
        let b = Ellipsoid.wgs84.position(
            of: Geodetic(latitudeDeg: 50.2, longitudeDeg: 7.1, altitudeKm: 900))
        #expect(abs(rule.leastHeightKm(from: a.km, to: b.km) - 90) < 1e-8)
        #expect(abs(rule.leastHeightKm(from: b.km, to: a.km) - 90) < 1e-8)
    }

    @Test func `a missing position clears nothing`() {
        let rules = LaserRules()
        let gone = SIMD3(repeating: Double.nan)
        #expect(!rules.allow(lengthKm: .nan, from: gone, to: SIMD3(7_000, 0, 0)))
        #expect(!rules.allow(lengthKm: 100, from: gone, to: SIMD3(7_000, 0, 0)))
    }
}
