import LaserMesh

/// A source and a destination.
public struct NodePair: Sendable, Hashable {
    /// Where a packet starts.
    public var source: NodeID

    /// Where it goes.
    public var destination: NodeID

    /// Creates a pair.
    public init(source: NodeID, destination: NodeID) {
        self.source = source
        self.destination = destination
    }
}
