import LaserMesh

/// Forwarding without tables: each node sends to that of its neighbours which is nearest to the
/// destination, if it is nearer than the node itself.
///
/// Near is meant in a straight line; of neighbours equally near the one with the smaller number
/// counts. A packet comes nearer with each hop, so that there are no loops, but it may stand at a
/// local minimum from which no neighbour is nearer: then it is lost.
///
/// - Complexity: O(hops · links of a node).
/// - Note: G. G. Finn, "Routing and addressing problems in large metropolitan-scale internetworks",
///   ISI/RR-87-180 (1987); the greedy mode of B. Karp, H. T. Kung, "GPSR: greedy perimeter
///   stateless routing for wireless networks", MobiCom 2000, DOI 10.1145/345910.345953.
public struct GreedyGeographic: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// How a packet fares from a node to another.
    ///
    /// - Parameters:
    ///   - mesh: A mesh with positions; without them no node is nearer than another.
    ///   - source: Where the packet starts.
    ///   - destination: Where it goes.
    public func outcome(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> ForwardingOutcome {
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        guard source != destination else { return .delivered(PacketTrail(at: source).route(rules)) }
        guard let positions = mesh.positions else { return .localMinimum(at: source) }
        let goal = positions[destination.index]
        func squaredKm(_ node: NodeID) -> Double {
            let line = positions[node.index] - goal
            return (line * line).sum()
        }
        var trail = PacketTrail(at: source)
        var node = source
        while node != destination {
            var nearest = squaredKm(node)
            var chosen: Int?
            for place in mesh.row(of: node) {
                let next = NodeID(rawValue: mesh.neighbour[place])
                if next.index >= passLimit && next != destination { continue }
                let squared = squaredKm(next)
                if squared < nearest {
                    nearest = squared
                    chosen = place
                }
            }
            guard let chosen else { return .localMinimum(at: node) }
            let next = NodeID(rawValue: mesh.neighbour[chosen])
            guard trail.go(to: next, overKm: mesh.lengthKm[chosen]) else { return .loop(at: next) }
            node = next
        }
        return .delivered(trail.route(rules))
    }
}
