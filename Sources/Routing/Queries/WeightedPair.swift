import LaserMesh

/// Two nodes between which a mesh is judged.
package struct WeightedPair: Sendable, Hashable {
    /// The ends.
    package var pair: NodePair

    /// The distance with which the length of the route is compared [km].
    package var geodesicKm: Double

    /// The weight of the pair in means, such as the product of two populations.
    package var weight: Double

    /// Creates a pair with its distance [km] and its weight.
    package init(_ pair: NodePair, geodesicKm: Double, weight: Double = 1) {
        precondition(geodesicKm > 0 && weight >= 0)
        self.pair = pair
        self.geodesicKm = geodesicKm
        self.weight = weight
    }
}
