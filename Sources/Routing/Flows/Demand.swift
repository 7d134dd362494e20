/// What one node wants to send to another, in this direction.
public struct Demand: Sendable, Hashable {
    /// From where to where.
    public var pair: NodePair

    /// How much [Gbps].
    public var gbps: Double

    /// Creates a demand of at least zero between two different nodes.
    public init(_ pair: NodePair, gbps: Double) {
        precondition(gbps >= 0 && gbps < .infinity && pair.source != pair.destination)
        self.pair = pair
        self.gbps = gbps
    }
}
