import LaserMesh

/// Two nodes between which a mesh is judged.
public struct WeightedPair: Sendable, Hashable {
    /// The ends.
    public var pair: NodePair

    /// The distance with which the length of the route is compared [km].
    public var geodesicKm: Double

    /// The weight of the pair in means, such as the product of two populations.
    public var weight: Double

    /// Creates a pair with its distance [km] and its weight.
    public init(_ pair: NodePair, geodesicKm: Double, weight: Double = 1) {
        precondition(geodesicKm > 0 && weight >= 0)
        self.pair = pair
        self.geodesicKm = geodesicKm
        self.weight = weight
    }
}
