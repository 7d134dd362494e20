import LaserMesh

/// How a packet fared that nodes sent on by what each of them knew.
public enum ForwardingOutcome: Sendable, Hashable {
    /// It arrived over this route.
    case delivered(Route)

    /// It stood at a node of whose neighbours none was nearer to the destination.
    case localMinimum(at: NodeID)

    /// A node sent it over a link that was not there.
    case lostLink(from: NodeID, to: NodeID)

    /// It stood at a node that knew of no way.
    case noWay(at: NodeID)

    /// It came back to a node, and would for ever.
    case loop(at: NodeID)

    /// The route, if it arrived.
    public var route: Route? {
        if case .delivered(let route) = self { route } else { nil }
    }

    /// What became of it, in a word or two, as it stands in tables.
    public var word: String {
        switch self {
        case .delivered: "delivered"
        case .localMinimum: "local-minimum"
        case .lostLink: "lost-link"
        case .noWay: "no-way"
        case .loop: "loop"
        }
    }

    /// The node at which it got no further; `nil` if it arrived.
    public var lastNode: NodeID? {
        switch self {
        case .delivered: nil
        case .localMinimum(let node), .noWay(let node), .loop(let node): node
        case .lostLink(let node, _): node
        }
    }
}
