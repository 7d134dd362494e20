/// A node at an instant, as the rules of a link see it.
public struct LinkEnd: Sendable, Hashable {
    /// The node.
    public var node: NodeID

    /// Earth-fixed position [km]; NaN when the node has none.
    public var positionKm: SIMD3<Double>

    /// Velocity relative to the turning Earth, in its axes [km/s]; `nil` where it is not known.
    public var velocityKmPerS: SIMD3<Double>?

    /// Creates an end from a node's position [km] and, if it is known, its velocity [km/s].
    public init(
        node: NodeID, positionKm: SIMD3<Double>, velocityKmPerS: SIMD3<Double>? = nil
    ) {
        self.node = node
        self.positionKm = positionKm
        self.velocityKmPerS = velocityKmPerS
    }
}
