import LaserMesh

/// Something that a route may not pass, or must.
public enum RouteConstraint: Sendable, Hashable {
    /// A node; the ends of a route count as passed.
    case node(NodeID)

    /// A link, in either direction.
    case link(NodeID, NodeID)

    /// A region: a route passes it when one of its satellites, ends included, has its sub-point
    /// there. A link that crosses the region between satellites outside does not, nor does a ground
    /// station in it.
    case region(Region)
}
