import LaserMesh
import Orbits

/// The satellites as their theory gives them, at any instant of a scenario.
struct ExactOrbits: Sendable {
    let constellation: Constellation

    /// The instant from which seconds count.
    let epoch: Instant

    /// The Earth-fixed state of a satellite; `nil` where its theory rejects it.
    func state(of satellite: Int, atSeconds seconds: Double) -> ITRFState? {
        let instant = epoch.advanced(bySeconds: seconds)
        guard let state = try? constellation.state(of: satellite, at: instant) else { return nil }
        return EarthRotation(at: instant).itrf(state)
    }

    /// The Earth-fixed position of a satellite [km]; NaN where its theory rejects it.
    func positionKm(of satellite: Int, atSeconds seconds: Double) -> SIMD3<Double> {
        state(of: satellite, atSeconds: seconds)?.position.km ?? SIMD3(repeating: .nan)
    }
}
