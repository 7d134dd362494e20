import LaserMesh
import Orbits

/// The height of a satellite over the cone of the least elevation [km]:
///
/// ```
/// f = u·(r − p) − sin(e₀) |r − p|
/// ```
///
/// with r the satellite, p the station and u its vertical. Since |d|r − p|/dt| ≤ v and
/// |d²|r − p|/dt²| ≤ v²/|r − p| + a,
///
/// ```
/// |f′| ≤ v (1 + |sin e₀|)        |f″| ≤ a (1 + |sin e₀|) + |sin e₀| v²/|r − p|
/// ```
struct ElevationCurve: MarginCurve {
    let segment: OrbitSegment
    let station: StationGeometry
    let curveBounds: CurveBounds
    let error: Double

    init(_ segment: OrbitSegment, _ station: StationGeometry, _ bounds: CurveBounds) {
        self.segment = segment
        self.station = station
        curveBounds = bounds
        error = segment.errorKm * (1 + abs(station.leastSine))
    }

    /// The bounds for all intervals of a satellite's block.
    static func bounds(_ orbit: OrbitBounds, _ station: StationGeometry) -> CurveBounds {
        let sine = abs(station.leastSine)
        let nearest = orbit.leastRadiusKm - station.radiusKm
        let speed = orbit.speedKmPerS
        return CurveBounds(
            slope: speed * (1 + sine),
            curvature: nearest > 0
                ? orbit.accelerationKmPerS2 * (1 + sine) + sine * speed * speed / nearest
                : .infinity)
    }

    func approximate(_ seconds: Double) -> Double {
        station.heightOverConeKm(segment.positionKm(atSeconds: seconds))
    }

    func exact(_ seconds: Double, _ orbits: ExactOrbits) -> Double {
        station.heightOverConeKm(
            orbits.positionKm(of: segment.satellite, atSeconds: seconds))
    }

    func bounds(_ begin: Double, _ end: Double) -> CurveBounds { curveBounds }
}
