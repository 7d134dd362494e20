import LaserMesh

/// A question about the best route between two nodes of a mesh.
///
/// A query holds its working memory and is reused from mesh to mesh; each task has its own. All
/// queries give the same route for the same question.
public protocol RouteQuery {
    /// The best route from a node to another, or `nil` when there is none.
    ///
    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - source: Where the packet starts.
    ///   - destination: Where it goes; the source itself gives a route without hops.
    mutating func route(in mesh: Mesh, from source: NodeID, to destination: NodeID) -> Route?
}
