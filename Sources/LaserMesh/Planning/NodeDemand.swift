/// What two nodes want to send to one another, as a weight without a unit.
public struct NodeDemand: Sendable, Hashable {
    /// One node.
    public var a: NodeID

    /// The other one.
    public var b: NodeID

    /// How much, compared with the other demands; finite and at least zero.
    public var weight: Double

    /// Creates the demand between two nodes.
    public init(_ a: NodeID, _ b: NodeID, weight: Double) {
        precondition(weight >= 0 && weight < .infinity)
        self.a = a
        self.b = b
        self.weight = weight
    }
}
