import LaserMesh
import Routing

/// The best route between the first two stations of a mesh, relays allowed.
struct AStarSample {
    private var query = AStar(rules: RoutingRules(allowsGroundRelay: true))

    mutating func latencyMs(in mesh: Mesh) -> Double {
        (query.route(in: mesh, from: mesh.station(0), to: mesh.station(1))?.latencyS ?? .nan)
            * 1_000
    }
}
