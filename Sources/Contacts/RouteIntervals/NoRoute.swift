import LaserMesh

/// Why a pair has no route at any time of a window.
public enum NoRoute: Sendable, Hashable {
    /// The window has no length.
    case emptyWindow

    /// That end has no link at any time.
    case noLink(NodeID)

    /// Both ends have links, but no way joins them.
    case noPath

    /// The reason in words.
    ///
    /// - Parameter name: Gives a node's name.
    public func text(name: (NodeID) -> String) -> String {
        switch self {
        case .emptyWindow: "the window has no length"
        case .noLink(let node): "\(name(node)) has no satellite in sight at any time of the window"
        case .noPath: "no way of links joins the two at any time of the window"
        }
    }
}
