import LaserMesh

/// For one destination, the next hops over which every node may send without a loop.
///
/// A neighbour is a next hop of a node when it is nearer to the destination than the node itself, by
/// cost and then by hops, and when the best way over it costs at most the stretch times the node's
/// best cost. However the nodes choose among theirs, a packet comes nearer with each hop and arrives:
/// the next hops form a graph without cycles. A packet that is sent on over the stretch at each of its
/// hops may cost more than the stretch in all.
///
/// - Complexity: O(nodes + links).
/// - Note: The downstream paths of A. Atlas, A. Zinin, "Basic specification for IP fast reroute:
///   loop-free alternates", RFC 5286 (2008), section 1.1, DOI 10.17487/RFC5286.
public struct LoopFreeNextHops: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// The greatest cost over a next hop by that of the best way, at least 1.
    public let stretch: Double

    /// Where each node's next hops begin in ``nextHop``; `nodeCount + 1` entries.
    package private(set) var firstHop: [Int32] = []

    /// The next hops, node by node, those of the cheapest ways first.
    package private(set) var nextHop: [NodeID] = []

    private var tree = BucketTree()

    /// Creates a query.
    public init(stretch: Double = .infinity, rules: RoutingRules = RoutingRules()) {
        precondition(stretch >= 1)
        self.stretch = stretch
        self.rules = rules
    }

    /// Finds the next hops to a destination; then ``nextHops(of:)`` gives them.
    public mutating func solve(in mesh: Mesh, to destination: NodeID) {
        tree.grow(in: mesh, to: destination.index, rules: rules)
        let hopCost = rules.hopCostKm
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        firstHop.removeAll(keepingCapacity: true)
        nextHop.removeAll(keepingCapacity: true)
        firstHop.append(0)
        var row: [(costKm: Double, hops: Int32, node: Int32)] = []
        for node in 0..<mesh.nodeCount {
            row.removeAll(keepingCapacity: true)
            let own = (tree.costKm[node], tree.hops[node])
            if own.0 < .infinity {
                for place in mesh.row(of: NodeID(node)) {
                    let next = Int(mesh.neighbour[place])
                    if next >= passLimit && next != destination.index { continue }
                    guard (tree.costKm[next], tree.hops[next]) < own else { continue }
                    let cost = mesh.lengthKm[place] + hopCost + tree.costKm[next]
                    guard stretch == .infinity || cost <= stretch * own.0 else { continue }
                    row.append((cost, tree.hops[next], mesh.neighbour[place]))
                }
            }
            row.sort { $0 < $1 }
            nextHop.append(contentsOf: row.map { NodeID(rawValue: $0.node) })
            firstHop.append(Int32(truncatingIfNeeded: nextHop.count))
        }
    }

    /// The next hops of a node, those of the cheapest ways first; none where it cannot reach the
    /// destination, and at the destination itself.
    public func nextHops(of node: NodeID) -> ArraySlice<NodeID> {
        nextHop[Int(firstHop[node.index])..<Int(firstHop[node.index + 1])]
    }
}
