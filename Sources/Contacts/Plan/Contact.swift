import LaserMesh

/// An interval in which a link is up without a break: the half-open `[upS, downS)`.
///
/// Times count from the scenario's epoch [s].
public struct Contact: Sendable, Hashable {
    /// The node with the smaller number; of a radio link, the satellite.
    public var a: NodeID

    /// The other node.
    public var b: NodeID

    /// What carries the link.
    public var kind: LinkKind

    /// The first instant at which the link is up [s].
    public var upS: Double

    /// The first instant after ``upS`` at which it is no longer [s].
    public var downS: Double

    /// The least length in the interval [km].
    public var minKm: Double

    /// The greatest length in the interval [km].
    public var maxKm: Double

    /// What brings the link up at ``upS``.
    public var causeUp: ContactCause

    /// What takes it down at ``downS``.
    public var causeDown: ContactCause

    /// Creates a contact between two nodes, named in either order.
    public init(
        _ one: NodeID, _ other: NodeID, kind: LinkKind, upS: Double, downS: Double,
        minKm: Double, maxKm: Double, causeUp: ContactCause, causeDown: ContactCause
    ) {
        a = min(one, other)
        b = max(one, other)
        self.kind = kind
        self.upS = upS
        self.downS = downS
        self.minKm = minKm
        self.maxKm = maxKm
        self.causeUp = causeUp
        self.causeDown = causeDown
    }

    /// How long the link is up [s].
    public var durationS: Double { downS - upS }

    /// Whether the link is up at an instant [s].
    public func isUp(atSeconds seconds: Double) -> Bool { upS <= seconds && seconds < downS }

    /// The other node of the two.
    public func peer(of node: NodeID) -> NodeID { node == a ? b : a }
}
