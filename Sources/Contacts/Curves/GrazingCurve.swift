import LaserMesh
import Orbits

/// The least height of the line between two satellites over the grazing altitude [km].
///
/// Let h(s, t) be the height of the point a + s d of the line, n the normal below it and κ the
/// greatest curvature of the surface at that height. The least height m(t) = min h over s in 0...1 has
/// the derivative h_t at the least point, and there, where it is inside, n·d = 0 and
///
/// ```
/// m″ = h_tt − h_ts²/h_ss,   |h_tt| ≤ a + κ v²,   |h_ts| ≤ |d′| + κ v |d|,   h_ss ≥ κ₂ |d|²
/// ```
///
/// with κ₂ the least curvature, so that |m′| ≤ v and |m″| ≤ a + κ v² + (|d′|/|d| + κ v)²/κ₂. Where the
/// least point is an end, |m″| ≤ a + κ v². The derivative is continuous where one turns into the
/// other, so that the bound holds throughout.
struct GrazingCurve: MarginCurve {
    let pair: SegmentPair
    let rules: LaserRules

    /// Spheres that the surface of the grazing altitude lies between [km].
    private let innerKm: Double
    private let outerKm: Double

    init(_ pair: SegmentPair, _ rules: LaserRules) {
        self.pair = pair
        self.rules = rules
        innerKm = rules.clearance.ellipsoid.polarRadiusKm + rules.grazingAltitudeKm
        outerKm = rules.clearance.ellipsoid.equatorialRadiusKm + rules.grazingAltitudeKm
    }

    var error: Double { max(pair.a.errorKm, pair.b.errorKm) + 1e-8 }

    func approximate(_ seconds: Double) -> Double {
        let (p, q) = pair.positionsKm(seconds)
        return margin(p, q)
    }

    func exact(_ seconds: Double, _ orbits: ExactOrbits) -> Double {
        let (p, q) = pair.exactPositionsKm(seconds, orbits)
        return margin(p, q)
    }

    func bounds(_ begin: Double, _ end: Double) -> CurveBounds {
        let (least, relative) = pair.nearness(begin, end)
        let speed = pair.speedKmPerS
        let ellipsoid = rules.clearance.ellipsoid
        // Radii of curvature of an ellipsoid lie between b²/a and a²/b, at its surface.
        let a = ellipsoid.equatorialRadiusKm
        let b = ellipsoid.polarRadiusKm
        // Lines that are lower by more than what the slope makes up for need no other bound.
        let smallest = b * b / a + rules.grazingAltitudeKm - 4 * speed * (end - begin)
        guard least > 0, smallest > 0, error.isFinite else {
            return CurveBounds(slope: speed, curvature: .infinity)
        }
        let kappa = 1 / smallest
        let (p, q) = pair.positionsKm((begin + end) / 2)
        let highest = max((p * p).sum(), (q * q).sum()).squareRoot()
        let flattest = highest + speed * (end - begin) + (a * a / b - b)
        let turning = relative / least + kappa * speed
        return CurveBounds(
            slope: speed,
            curvature: pair.accelerationKmPerS2 + kappa * speed * speed
                + turning * turning * flattest)
    }

    /// The sphere around the surface settles all but the lines that graze.
    func settled(_ begin: Double, _ end: Double) -> Bool? {
        guard error.isFinite else { return nil }
        let (p0, q0) = pair.positionsKm(begin)
        let (p1, q1) = pair.positionsKm(end)
        let f0 = Clearance.leastRadiusKm(from: p0, to: q0)
        let f1 = Clearance.leastRadiusKm(from: p1, to: q1)
        let bySlope = pair.speedKmPerS * (end - begin) / 2
        let middle = (f0 + f1) / 2
        if middle - bySlope - error > outerKm { return true }
        if middle + bySlope + error < innerKm { return false }
        return nil
    }

    @inline(__always)
    private func margin(_ p: SIMD3<Double>, _ q: SIMD3<Double>) -> Double {
        rules.margin(
            of: .grazing,
            LinkState(
                LinkEnd(node: NodeID(pair.a.satellite), positionKm: p),
                LinkEnd(node: NodeID(pair.b.satellite), positionKm: q)))
    }
}
