/// Traffic along one route.
public struct RouteFlow: Sendable, Hashable {
    /// The arcs of the route, from source to destination; places in the rows of the mesh.
    public var arcs: [Int32]

    /// How much goes along it [Gbps].
    public var gbps: Double

    /// Creates a flow along arcs.
    public init(arcs: [Int32], gbps: Double) {
        self.arcs = arcs
        self.gbps = gbps
    }
}
