/// Nodes and links of a mesh that have failed.
public struct MeshFailures: Sendable, Hashable {
    /// Whether each node is down, and with it all its links.
    public var isNodeDown: [Bool]

    /// Whether each link is down of itself, in the order of ``Mesh/links``.
    public var isLinkDown: [Bool]

    /// Creates a set of failures; without more, of none.
    public init(isNodeDown: [Bool], isLinkDown: [Bool]) {
        self.isNodeDown = isNodeDown
        self.isLinkDown = isLinkDown
    }

    /// No failures of a mesh.
    public init(noneOf mesh: Mesh) {
        isNodeDown = Array(repeating: false, count: mesh.nodeCount)
        isLinkDown = Array(repeating: false, count: mesh.linkCount)
    }
}
