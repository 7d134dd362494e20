import LaserMesh

/// The way of a packet that is sent on from node to node, and what it has cost.
struct PacketTrail {
    private(set) var nodes: [NodeID]
    private var lengthKm = 0.0

    init(at source: NodeID) { nodes = [source] }

    /// Goes over a link; gives `false` where the packet was at its other end before.
    mutating func go(to next: NodeID, overKm length: Double) -> Bool {
        guard !nodes.contains(next) else { return false }
        nodes.append(next)
        lengthKm += length
        return true
    }

    /// The route that the packet took.
    func route(_ rules: RoutingRules) -> Route {
        Route(nodes: nodes, lengthKm: lengthKm, rules: rules)
    }
}
