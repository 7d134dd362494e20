import LaserMesh

/// The way of a satellite between two neighbouring samples: the cubic through both states.
struct OrbitSegment {
    /// The satellite.
    let satellite: Int

    /// Earth-fixed position [km] and velocity [km/s] at the first sample.
    private let p0: SIMD3<Double>
    private let v0: SIMD3<Double>

    /// Second and third coefficients of the cubic [km].
    private let c2: SIMD3<Double>
    private let c3: SIMD3<Double>

    /// The first sample [s].
    private let startS: Double

    /// Time between the samples [s].
    private let stepS: Double

    /// No farther than this is the cubic from the orbit [km]; infinite where there is no cubic.
    let errorKm: Double

    init(
        satellite: Int, startS: Double, stepS: Double, from p0: SIMD3<Double>, _ v0: SIMD3<Double>,
        to p1: SIMD3<Double>, _ v1: SIMD3<Double>, errorKm: Double
    ) {
        self.satellite = satellite
        self.startS = startS
        self.stepS = stepS
        self.p0 = p0
        self.v0 = v0
        let d = p1 - p0
        c2 = 3 * d - stepS * (2 * v0 + v1)
        c3 = stepS * (v0 + v1) - 2 * d
        self.errorKm = errorKm
    }

    /// The position on the cubic [km].
    @inline(__always)
    func positionKm(atSeconds seconds: Double) -> SIMD3<Double> {
        let t = seconds - startS
        let u = t / stepS
        return p0 + t * v0 + (u * u) * (c2 + u * c3)
    }

    /// The velocity on the cubic, relative to the turning Earth [km/s].
    @inline(__always)
    func velocityKmPerS(atSeconds seconds: Double) -> SIMD3<Double> {
        let u = (seconds - startS) / stepS
        return v0 + (u / stepS) * (2 * c2 + (3 * u) * c3)
    }
}
