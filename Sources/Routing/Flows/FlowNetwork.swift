import LaserMesh

/// A mesh whose links have capacities, as a network of arcs.
///
/// An arc is one direction of a link: place `p` of the mesh's rows, in the row of node `u`, is the arc
/// from `u` to `mesh.neighbour[p]`. Each link has two arcs, and each arc its own capacity.
public struct FlowNetwork: Sendable {
    /// The mesh.
    public let mesh: Mesh

    /// Capacity of each arc [Gbps]; zero bars it.
    public let capacityGbps: [Double]

    /// Whether traffic may pass through ground stations on its way.
    public let allowsGroundRelay: Bool

    /// The node from which each arc leads.
    public let tail: [Int32]

    /// The other direction of the same link.
    public let reverse: [Int32]

    /// Makes a network in which capacities follow from the kinds of the links.
    ///
    /// - Complexity: O(nodes + links).
    public init(_ mesh: Mesh, capacities: LinkCapacities, allowsGroundRelay: Bool = false) {
        self.init(
            mesh, capacityGbps: mesh.kind.map { capacities.gbps(of: $0) },
            allowsGroundRelay: allowsGroundRelay)
    }

    /// Makes a network with a capacity for each arc, at least zero [Gbps].
    ///
    /// - Complexity: O(nodes + links).
    public init(_ mesh: Mesh, capacityGbps: [Double], allowsGroundRelay: Bool = false) {
        precondition(capacityGbps.count == mesh.neighbour.count)
        precondition(capacityGbps.allSatisfy { $0 >= 0 })
        self.mesh = mesh
        self.capacityGbps = capacityGbps
        self.allowsGroundRelay = allowsGroundRelay
        var tail = [Int32](repeating: 0, count: mesh.neighbour.count)
        var reverse = tail
        // Rows are ascending, so that the arcs into a node are met in the order of its row.
        var next = mesh.firstLink
        for node in 0..<mesh.nodeCount {
            for arc in mesh.row(of: NodeID(node)) {
                tail[arc] = Int32(truncatingIfNeeded: node)
                let head = Int(mesh.neighbour[arc])
                reverse[arc] = next[head]
                next[head] += 1
            }
        }
        self.tail = tail
        self.reverse = reverse
    }

    /// The number of arcs.
    public var arcCount: Int { tail.count }

    /// The arcs of a route, in order.
    ///
    /// - Parameter nodes: Its nodes; two in a row are joined by a link.
    /// - Complexity: O(hops · degree).
    public func arcs(of nodes: [NodeID]) -> [Int32] {
        var arcs: [Int32] = []
        arcs.reserveCapacity(max(0, nodes.count - 1))
        for (one, other) in zip(nodes, nodes.dropFirst()) {
            let place = mesh.row(of: one).first { mesh.neighbour[$0] == other.rawValue }
            guard let place else { preconditionFailure("a route follows links") }
            arcs.append(Int32(truncatingIfNeeded: place))
        }
        return arcs
    }

    /// The nodes along arcs that follow one another.
    public func nodes(of arcs: [Int32]) -> [NodeID] {
        guard let first = arcs.first else { return [] }
        return [NodeID(rawValue: tail[Int(first)])]
            + arcs.map { NodeID(rawValue: mesh.neighbour[Int($0)]) }
    }

    /// Whether traffic from a source may go on from a node.
    @inline(__always)
    func mayPass(_ node: Int, from source: Int) -> Bool {
        allowsGroundRelay || node < mesh.satelliteCount || node == source
    }
}
