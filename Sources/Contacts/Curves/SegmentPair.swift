import LaserMesh
import Orbits

/// Two satellites in an interval between samples, with bounds of how they move to each other.
struct SegmentPair {
    let a: OrbitSegment
    let b: OrbitSegment

    /// No faster than this is either of them, relative to the turning Earth [km/s].
    let speedKmPerS: Double

    /// No greater than this is the acceleration of either [km/s²].
    let accelerationKmPerS2: Double

    init(_ a: OrbitSegment, _ b: OrbitSegment, _ boundsA: OrbitBounds?, _ boundsB: OrbitBounds?) {
        self.a = a
        self.b = b
        // Without bounds there are no cubics either, and every look is an exact one.
        speedKmPerS = max(boundsA?.speedKmPerS ?? 12, boundsB?.speedKmPerS ?? 12)
        accelerationKmPerS2 = max(
            boundsA?.accelerationKmPerS2 ?? 0.02, boundsB?.accelerationKmPerS2 ?? 0.02)
    }

    /// No farther than this is the cubics' distance from the true one [km].
    var errorKm: Double { a.errorKm + b.errorKm }

    /// The line from one to the other on the cubics [km].
    @inline(__always)
    func positionsKm(_ seconds: Double) -> (SIMD3<Double>, SIMD3<Double>) {
        (a.positionKm(atSeconds: seconds), b.positionKm(atSeconds: seconds))
    }

    /// The satellites themselves [km]; NaN where one has no state.
    func exactPositionsKm(
        _ seconds: Double, _ orbits: ExactOrbits
    ) -> (SIMD3<Double>, SIMD3<Double>) {
        (
            orbits.positionKm(of: a.satellite, atSeconds: seconds),
            orbits.positionKm(of: b.satellite, atSeconds: seconds)
        )
    }

    /// Bounds over some time: how far apart the two are at least [km], and how fast they move to each
    /// other at most [km/s].
    func nearness(_ begin: Double, _ end: Double) -> (leastKm: Double, relativeKmPerS: Double) {
        let middle = (begin + end) / 2
        let half = (end - begin) / 2
        guard errorKm.isFinite else { return (0, 2 * speedKmPerS) }
        let (p, q) = positionsKm(middle)
        let d = q - p
        let v = b.velocityKmPerS(atSeconds: middle) - a.velocityKmPerS(atSeconds: middle)
        // The cubic's velocity errs by no more than a few of its errors a second.
        let relative =
            (v * v).sum().squareRoot() + 2 * accelerationKmPerS2 * half + errorKm
        let least = (d * d).sum().squareRoot() - relative * half - errorKm
        return (max(0, least), min(relative, 2 * speedKmPerS))
    }
}
