import LaserMesh

/// Nodes and links that a search may not use; a barred node may still be its source.
struct LinkBars: LinkFilter {
    private(set) var isNodeBarred: [Bool] = []
    private(set) var isLinkBarred: [Bool] = []
    private var barredNodes: [Int] = []
    private var barredPlaces: [Int] = []

    /// Frees everything, and makes room for a mesh.
    ///
    /// - Complexity: O(what was barred), where the mesh is as large as the one before.
    mutating func begin(for mesh: Mesh) {
        if isNodeBarred.count == mesh.nodeCount, isLinkBarred.count == mesh.neighbour.count {
            for node in barredNodes { isNodeBarred[node] = false }
            for place in barredPlaces { isLinkBarred[place] = false }
        } else {
            isNodeBarred = Array(repeating: false, count: mesh.nodeCount)
            isLinkBarred = Array(repeating: false, count: mesh.neighbour.count)
        }
        barredNodes.removeAll(keepingCapacity: true)
        barredPlaces.removeAll(keepingCapacity: true)
    }

    /// Bars a node.
    mutating func bar(node: Int) {
        guard !isNodeBarred[node] else { return }
        isNodeBarred[node] = true
        barredNodes.append(node)
    }

    /// Bars a link in both directions; nothing happens where there is none.
    mutating func bar(linkBetween one: NodeID, and other: NodeID, in mesh: Mesh) {
        for (from, to) in [(one, other), (other, one)] {
            guard let place = mesh.place(from: from, to: to), !isLinkBarred[place] else { continue }
            isLinkBarred[place] = true
            barredPlaces.append(place)
        }
    }

    @inline(__always)
    func allows(_ place: Int, to next: Int) -> Bool {
        !isLinkBarred[place] && !isNodeBarred[next]
    }
}
