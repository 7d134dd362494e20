import LaserMesh
import Routing

/// What a scenario says of its links.
struct MeshParts {
    /// Makes the meshes.
    var builder: MeshBuilder

    /// Sets of nodes of each of which a route must pass one.
    var stops: [RouteStops]

    /// What a user should know, each in a sentence.
    var notes: [String]
}
