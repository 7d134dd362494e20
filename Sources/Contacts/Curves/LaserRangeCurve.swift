import LaserMesh
import Orbits

/// What is left of a laser's greatest range [km]: R − |d| with d the line between two satellites.
///
/// |f′| ≤ |d′| and |f″| ≤ |d′|²/|d| + 2a.
struct LaserRangeCurve: MarginCurve {
    let pair: SegmentPair
    let maxRangeKm: Double

    var error: Double { pair.errorKm + LengthGrid.stepKm }

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
        return CurveBounds(
            slope: relative,
            curvature: least > 0
                ? relative * relative / least + 2 * pair.accelerationKmPerS2 : .infinity)
    }

    @inline(__always)
    private func margin(_ p: SIMD3<Double>, _ q: SIMD3<Double>) -> Double {
        let d = p - q
        return maxRangeKm
            - LengthGrid.nearest(km: (d.x * d.x + d.y * d.y + d.z * d.z).squareRoot())
    }
}
