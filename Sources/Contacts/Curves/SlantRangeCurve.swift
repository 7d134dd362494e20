import LaserMesh
import Orbits

/// What is left of a station's cap on the distance [km]: R − |r − p|.
///
/// |f′| ≤ v and |f″| ≤ v²/|r − p| + a.
struct SlantRangeCurve: MarginCurve {
    let segment: OrbitSegment
    let station: StationGeometry
    let curveBounds: CurveBounds

    /// The bounds for all intervals of a satellite's block.
    static func bounds(_ orbit: OrbitBounds, _ station: StationGeometry) -> CurveBounds {
        let nearest = orbit.leastRadiusKm - station.radiusKm
        let speed = orbit.speedKmPerS
        return CurveBounds(
            slope: speed,
            curvature: nearest > 0
                ? orbit.accelerationKmPerS2 + speed * speed / nearest : .infinity)
    }

    var error: Double { segment.errorKm }

    func approximate(_ seconds: Double) -> Double {
        station.maxSlantRangeKm - station.rangeKm(segment.positionKm(atSeconds: seconds))
    }

    func exact(_ seconds: Double, _ orbits: ExactOrbits) -> Double {
        station.maxSlantRangeKm
            - station.rangeKm(orbits.positionKm(of: segment.satellite, atSeconds: seconds))
    }

    func bounds(_ begin: Double, _ end: Double) -> CurveBounds { curveBounds }
}
