import LaserMesh
import Numerics
import Orbits
import TestSupport
import Testing

@testable import Contacts

@Suite struct CurveTests {
    @Test func `cubics are within their bound of the orbits`() {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<100 {
            let orbits = ExactOrbits(
                constellation: Constellation([RandomLinks.elements(&random)]), epoch: .j2000)
            let sampled = SampledOrbits(orbits, from: 0, to: 300)
            for interval in 0..<sampled.intervalCount {
                let segment = sampled.segment(of: 0, in: interval)
                let t = sampled.times[interval] + 30 * random.unit()
                let d =
                    segment.positionKm(atSeconds: t) - orbits.positionKm(of: 0, atSeconds: t)
                #expect((d * d).sum().squareRoot() < segment.errorKm)
                #expect(segment.errorKm < 0.1)
            }
        }
    }

    /// First and second differences of each rule's margin stay within the bounds of its curve.
    @Test func `margins bend no more than their bounds say`() {
        var random = SeededGenerator(seed: 78)
        for _ in 0..<150 {
            let links = RandomLinks(
                satellites: 2, stations: 1, lasers: 1, seed: random.next())
            let orbits = links.finder.orbits
            let sampled = SampledOrbits(orbits, from: 0, to: 30)
            let (a, b) = (sampled.segment(of: 0, in: 0), sampled.segment(of: 1, in: 0))
            let station = StationGeometry(
                links.finder.builder.observers[0],
                GroundRules(minElevationRad: 0.5, maxSlantRangeKm: 900))
            guard let one = sampled.bounds[0], let other = sampled.bounds[1] else { continue }
            let pair = SegmentPair(a, b, one, other)
            check(ElevationCurve(a, station, ElevationCurve.bounds(one, station)), orbits)
            check(
                SlantRangeCurve(
                    segment: a, station: station,
                    curveBounds: SlantRangeCurve.bounds(one, station)), orbits)
            check(LaserRangeCurve(pair: pair, maxRangeKm: 4_000), orbits)
            check(GrazingCurve(pair, LaserRules()), orbits)
        }
    }

    private func check(_ curve: some MarginCurve, _ orbits: ExactOrbits) {
        for begin in [0.0, 11, 25] {
            let bounds = curve.bounds(begin, begin + 4)
            let f = (0...4).map { curve.exact(begin + Double($0), orbits) }
            // Lines deep inside the Earth are settled by their slope alone.
            guard f[2] > -1_000 else { continue }
            for step in 1...3 {
                #expect(abs(f[step] - f[step - 1]) <= bounds.slope + 1e-6)
                #expect(abs(f[step + 1] - 2 * f[step] + f[step - 1]) <= bounds.curvature + 1e-6)
            }
        }
    }

    /// The finder's own method and Brent's find the same roots.
    @Test func `roots are those of GSL`() throws {
        var roots = 0
        for seed in UInt64(500)..<520 {
            let links = RandomLinks(satellites: 1, stations: 1, lasers: 0, seed: seed)
            let orbits = links.finder.orbits
            let sampled = SampledOrbits(orbits, from: 0, to: 6_000)
            let station = StationGeometry(
                links.finder.builder.observers[0], GroundRules(minElevationRad: 0))
            guard let bounds = sampled.bounds[0] else { continue }
            let search = CrossingSearch(orbits: orbits)
            for interval in 0..<sampled.intervalCount {
                let curve = ElevationCurve(
                    sampled.segment(of: 0, in: interval), station,
                    ElevationCurve.bounds(bounds, station))
                let (t0, t1) = (sampled.times[interval], sampled.times[interval + 1])
                var crossings: [Crossing] = []
                search.appendCrossings(
                    of: curve, from: t0, search.value(of: curve, at: t0), to: t1,
                    search.value(of: curve, at: t1), into: &crossings)
                guard crossings.count == 1 else { continue }
                let root = try Roots.brent(in: t0...t1, tolerance: 1e-10) {
                    curve.exact($0, orbits)
                }
                #expect(abs(root - crossings[0].seconds) < 2e-9)
                roots += 1
            }
        }
        #expect(roots > 10)
    }

    @Test func `common spells keep the cause of the end that counts`() {
        func spell(_ begin: Double, _ end: Double, _ rule: LinkRule) -> Spell {
            Spell(beginS: begin, endS: end, causeUp: .rule(rule), causeDown: .rule(rule))
        }
        let common = Spell.common(
            [spell(0, 10, .range), spell(20, 30, .range)],
            [spell(5, 22, .grazing), spell(22, 30, .grazing)])
        #expect(common.map(\.beginS) == [5, 20, 22] && common.map(\.endS) == [10, 22, 30])
        #expect(common[0].causeUp == .rule(.grazing) && common[0].causeDown == .rule(.range))
        #expect(common[1].causeUp == .rule(.range) && common[1].causeDown == .rule(.grazing))
        #expect(common[2].causeDown == .rule(.range))
    }
}
