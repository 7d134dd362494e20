import LaserMesh
import Orbits

/// A data centre of a scenario.
struct Site: Sendable {
    /// Its name: that of its place or its satellite.
    let name: String

    /// What stands there.
    let keys: SiteKeys

    /// Its node in the mesh.
    let node: NodeID

    /// Its place among the ground stations; `nil` in orbit.
    let station: Int?

    /// The two-letter code of its country; empty in orbit and where it is not known.
    let country: String

    /// What it computes [FLOP/s].
    var flops: Double { keys.computePflops * 1e15 * Double(keys.cluster) }

    /// What it can store [bytes].
    var storageBytes: Double { keys.storageTB * 1e12 * Double(keys.cluster) }

    /// Requests that it serves at once.
    var servers: Int { keys.servers * keys.cluster }
}
