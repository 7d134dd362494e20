/// A link of a globe scene, by the places of its ends among the nodes.
public struct GlobeLink: Sendable, Hashable {
    /// One end; of a radio link, the satellite.
    public var a: Int

    /// The other end.
    public var b: Int

    /// Creates a link.
    public init(a: Int, b: Int) {
        self.a = a
        self.b = b
    }
}
