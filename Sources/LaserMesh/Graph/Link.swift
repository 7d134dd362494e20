import Orbits

/// A link of a mesh between two nodes, usable both ways.
public struct Link: Sendable, Hashable {
    /// The node with the smaller number; of a radio link, the satellite.
    public var a: NodeID

    /// The other node.
    public var b: NodeID

    /// What carries it.
    public var kind: LinkKind

    /// Its length [km].
    public var lengthKm: Double

    /// Creates a link between two nodes, named in either order.
    public init(_ one: NodeID, _ other: NodeID, kind: LinkKind, lengthKm: Double) {
        a = min(one, other)
        b = max(one, other)
        self.kind = kind
        self.lengthKm = lengthKm
    }

    /// The one-way delay at the speed of light in vacuum [s].
    public var delayS: Double { lengthKm / Physics.speedOfLightKmPerS }
}
