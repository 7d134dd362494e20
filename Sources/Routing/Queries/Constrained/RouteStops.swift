import LaserMesh

/// Nodes of which a route must pass one, ends included.
public struct RouteStops: Sendable, Hashable {
    /// What they are for, as the end of "a station for ...".
    public let name: String

    /// The nodes.
    public let nodes: [NodeID]

    /// Creates a set of nodes.
    public init(name: String, nodes: [NodeID]) {
        self.name = name
        self.nodes = nodes
    }
}
