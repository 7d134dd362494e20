import Orbits
import TestSupport
import Testing

@Suite struct GivenPositionsTests {
    private static let epoch = Instant(year: 2026, month: 8, day: 23)
    private static let shell = Shell(
        name: "G", planes: 3, slots: 4, inclinationDeg: 53, altitudeKm: 550, phasing: .walker(1))
    private static let truth = Constellation(
        shell.elementSets(epoch: epoch), propagator: .keplerJ2)

    private static func given(stepS: Double, rows: Int) -> GivenPositions {
        GivenPositions(
            rows: (0..<truth.count).map { satellite in
                (0..<rows).reversed().map { row in
                    let seconds = Double(row) * stepS
                    let planes = truth.positions(at: epoch.advanced(bySeconds: seconds))
                    return (seconds, ITRFPosition(km: planes[satellite]))
                }
            }, epoch: epoch)
    }

    private static func distance(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
        let d = a - b
        return (d * d).sum().squareRoot()
    }

    /// Rows two minutes apart give positions within a metre, velocities within a centimetre a second,
    /// and at a row the row itself.
    @Test func `between rows stands the polynomial through eight of them`() throws {
        let given = Self.given(stepS: 120, rows: 20)
        let constellation = Constellation(given)
        #expect(constellation.count == 12 && constellation.elements.isEmpty)
        #expect(given.coveredSeconds == 0...2_280)
        for half in 8...30 {
            let instant = Self.epoch.advanced(bySeconds: Double(half) * 60)
            let exact = Self.truth.positions(at: instant)
            let positions = constellation.positions(at: instant)
            let margin = half.isMultiple(of: 2) ? 1e-9 : 1e-3
            for satellite in 0..<12 {
                #expect(Self.distance(positions[satellite], exact[satellite]) < margin)
                let state = try constellation.state(of: satellite, at: instant)
                let expected = try Self.truth.state(of: satellite, at: instant)
                #expect(Self.distance(state.positionKm, expected.positionKm) < margin + 1e-9)
                #expect(Self.distance(state.velocityKmPerS, expected.velocityKmPerS) < 1e-5)
            }
        }
    }

    @Test func `what no row covers has no position`() {
        var rejected: [SGP4Error] = []
        let constellation = Constellation(Self.given(stepS: 60, rows: 3))
        var planes = PositionPlanes(count: 12)
        for (seconds, isCovered) in [(-0.1, false), (0, true), (120, true), (120.1, false)] {
            rejected = []
            constellation.positions(
                at: Self.epoch.advanced(bySeconds: seconds), into: &planes
            ) { rejected.append($1) }
            #expect(rejected == (isCovered ? [] : Array(repeating: .notCovered, count: 12)))
            #expect(planes.x[5].isFinite == isCovered)
        }
        #expect(SGP4Error.notCovered.code == 8)
    }

    @Test func `all ways to ask give the same positions`() {
        for given in [
            Self.given(stepS: 60, rows: 9),
            GivenPositions(
                fixed: (0..<12).map { ITRFPosition(km: SIMD3(7_000, Double($0), 3)) },
                epoch: Self.epoch),
        ] {
            let constellation = Constellation(given)
            let instants = (0..<5).map { Self.epoch.advanced(bySeconds: Double($0) * 17.3) }
            var planes = Array(repeating: PositionPlanes(count: 12), count: 5)
            constellation.positions(at: instants, into: &planes)
            var (xs, ys, zs) = ([Double](), [Double](), [Double]())
            for array in 0..<3 {
                let empty = [Double](repeating: 0, count: 60)
                if array == 0 { xs = empty } else if array == 1 { ys = empty } else { zs = empty }
            }
            var x = xs.mutableSpan
            var y = ys.mutableSpan
            var z = zs.mutableSpan
            let rejections = constellation.positions(
                at: instants, layout: .satelliteMajor(instants: 5), x: &x, y: &y, z: &z)
            #expect(rejections.isEmpty)
            for (instant, plane) in planes.enumerated() {
                #expect(plane == constellation.positions(at: instants[instant]))
                for satellite in 0..<12 {
                    #expect(plane.x[satellite] == xs[satellite * 5 + instant])
                    #expect(plane.z[satellite] == zs[satellite * 5 + instant])
                }
            }
        }
    }

    /// A point that stands still on the Earth moves with it among the stars.
    @Test func `fixed positions turn with the Earth`() throws {
        let fixed = Constellation(
            GivenPositions(fixed: [ITRFPosition(km: SIMD3(7_000, 0, 100))], epoch: Self.epoch))
        let instant = Self.epoch.advanced(bySeconds: 1e6)
        let state = try fixed.state(of: 0, at: instant)
        let later = try fixed.state(of: 0, at: instant.advanced(bySeconds: 1))
        let middle = (state.velocityKmPerS + later.velocityKmPerS) / 2
        #expect(Self.distance(later.positionKm - state.positionKm, middle) < 1e-7)
        #expect(abs((state.velocityKmPerS * state.velocityKmPerS).sum().squareRoot() - 0.51) < 0.01)
    }
}
