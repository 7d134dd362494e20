import Orbits
import TestSupport
import Testing

@Suite struct PassingDistanceTests {
    /// Handley, HotNets 2018: of 24 planes the offset of 13/24 of a slot keeps satellites a little over
    /// 90 km apart.
    @Test func `the widest phasing of 24 planes is the published one`() {
        let shell = Shell(
            name: "H", planes: 24, slots: 66, inclinationDeg: 53, altitudeKm: 550)
        let best = shell.widestWalkerPhasing()
        #expect(best.f == 13)
        // Of Datasets/tools/phasing.py; a larger Earth or height changes it in proportion.
        #expect(abs(best.leastPassingDistanceKm - 93.8603) < 1e-3)
        #expect((90...95).contains(best.leastPassingDistanceKm))
    }

    @Test(arguments: [
        (5, 4, 0.93, Phasing.walker(2), 2 * Double.pi), (4, 3, 1.2, .halfSlot, 2 * .pi),
        (6, 5, 1.5, .slotFraction(0.3), .pi), (3, 7, 0.4, .walker(1), 2 * .pi),
    ])
    func `no two satellites come nearer, and some come as near`(
        planes: Int, slots: Int, inclinationRad: Double, phasing: Phasing, spreadRad: Double
    ) {
        let shell = Shell(
            name: "D", planes: planes, slots: slots, inclinationRad: inclinationRad,
            meanMotionRadPerMin: 0.06, phasing: phasing, raanSpreadRad: spreadRad)
        let mu = GravityModel.wgs72.muKm3PerS2
        let radius = root(mu / (0.001 * 0.001))
        let sets = shell.elementSets(epoch: .j2000)
        var least = Double.infinity
        for step in 0..<2_000 {
            let turn = 2 * Double.pi * Double(step) / 2_000
            let points = sets.map { set in
                let u = set.meanAnomalyRad + turn
                let (so, co) = (sine(set.raanRad), cosine(set.raanRad))
                let across = sine(u) * cosine(set.inclinationRad)
                return radius
                    * SIMD3(
                        co * cosine(u) - so * across, so * cosine(u) + co * across,
                        sine(u) * sine(set.inclinationRad))
            }
            for a in points.indices {
                for b in points[(a + 1)...].indices where a / slots != b / slots {
                    let d = points[a] - points[b]
                    least = min(least, (d * d).sum().squareRoot())
                }
            }
        }
        let distance = shell.leastPassingDistanceKm()
        #expect(least >= distance - 1e-6)
        #expect(least < distance + 25)
    }

    private func root(_ x: Double) -> Double {
        var r = 7_000.0
        for _ in 0..<60 { r -= (r * r * r - x) / (3 * r * r) }
        return r
    }
}
