import LaserMesh
import Orbits

/// A ground station as the curves see it.
struct StationGeometry {
    /// Earth-fixed position [km].
    let positionKm: SIMD3<Double>

    /// The ellipsoid's normal.
    let up: SIMD3<Double>

    /// Height of the horizon's plane over the Earth's centre [km].
    let horizonKm: Double

    /// Distance from the Earth's centre [km].
    let radiusKm: Double

    /// Sine of the least elevation.
    let leastSine: Double

    /// Cap on the distance [km].
    let maxSlantRangeKm: Double

    init(_ observer: Observer, _ rules: GroundRules) {
        positionKm = observer.position.km
        up = observer.up
        horizonKm = (up * positionKm).sum()
        radiusKm = (positionKm * positionKm).sum().squareRoot()
        leastSine = rules.leastSine
        maxSlantRangeKm = rules.maxSlantRangeKm
    }

    /// The height of a point over the cone of the least elevation [km]; the mesh builders' test, to
    /// the bit.
    @inline(__always)
    func heightOverConeKm(_ p: SIMD3<Double>) -> Double {
        let height = (p.x * up.x + p.y * up.y + p.z * up.z) - horizonKm
        return height - leastSine * rangeKm(p)
    }

    /// The distance of a point [km].
    @inline(__always)
    func rangeKm(_ p: SIMD3<Double>) -> Double {
        let d = p - positionKm
        return (d.x * d.x + d.y * d.y + d.z * d.z).squareRoot()
    }
}
