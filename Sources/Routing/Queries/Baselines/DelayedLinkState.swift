import LaserMesh

/// Link-state routing whose routers act on a topology of some time ago.
///
/// Every router knows the whole mesh as it was, and sends over its best route through that. The
/// packet meets the mesh as it is: a link that is gone loses it. Where all routers know the same, they
/// agree on the way, and there are no loops. Where each knows its own links as they are now, and
/// those of the others as they were, it sends around a loss at its own door, but its neighbour may send
/// the packet back: then it loops, and is lost.
///
/// - Complexity: A search by ``AStar``; where routers know their own links, O(nodes + links) and
///   one or two searches a hop.
/// - Note: The routing of J. M. McQuillan, I. Richer, E. C. Rosen, "The new routing algorithm for
///   the ARPANET", IEEE Transactions on Communications 28 (1980) 711, DOI 10.1109/TCOM.1980.1094721;
///   the loops are those of U. Hengartner et al., "Detection and analysis of routing loops in packet
///   traces", IMW 2002, DOI 10.1145/637201.637217.
public struct DelayedLinkState: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// Whether a router knows its own links as they are now.
    public let knowsOwnLinks: Bool

    private var single: AStar
    private var tree = BucketTree()
    private var bars = LinkBars()

    /// Creates a query.
    public init(knowsOwnLinks: Bool = false, rules: RoutingRules = RoutingRules()) {
        self.rules = rules
        self.knowsOwnLinks = knowsOwnLinks
        single = AStar(rules: rules)
    }

    /// How a packet fares from a node to another.
    ///
    /// - Parameters:
    ///   - mesh: The mesh as it is, with which the packet is sent.
    ///   - believed: The mesh as the routers know it, of the same nodes.
    ///   - source: Where the packet starts.
    ///   - destination: Where it goes.
    public mutating func outcome(
        in mesh: Mesh, believing believed: Mesh, from source: NodeID, to destination: NodeID
    ) -> ForwardingOutcome {
        precondition(mesh.nodeCount == believed.nodeCount)
        return knowsOwnLinks
            ? hopByHop(in: mesh, believed, from: source, to: destination)
            : alongOldRoute(in: mesh, believed, from: source, to: destination)
    }

    /// All routers know the same, so that each goes on with the route of the first.
    private mutating func alongOldRoute(
        in mesh: Mesh, _ believed: Mesh, from source: NodeID, to destination: NodeID
    ) -> ForwardingOutcome {
        guard let route = single.route(in: believed, from: source, to: destination) else {
            return .noWay(at: source)
        }
        var trail = PacketTrail(at: source)
        for (node, next) in zip(route.nodes, route.nodes.dropFirst()) {
            guard let place = mesh.place(from: node, to: next) else {
                return .lostLink(from: node, to: next)
            }
            guard trail.go(to: next, overKm: mesh.lengthKm[place]) else { return .loop(at: next) }
        }
        return .delivered(trail.route(rules))
    }

    private mutating func hopByHop(
        in mesh: Mesh, _ believed: Mesh, from source: NodeID, to destination: NodeID
    ) -> ForwardingOutcome {
        tree.grow(in: believed, to: destination.index, rules: rules)
        bars.begin(for: believed)
        var trail = PacketTrail(at: source)
        var node = source
        while node != destination {
            guard let place = bestLink(of: node, in: mesh, believed, to: destination) else {
                return .noWay(at: node)
            }
            let next = NodeID(rawValue: mesh.neighbour[place])
            guard trail.go(to: next, overKm: mesh.lengthKm[place]) else { return .loop(at: next) }
            node = next
        }
        return .delivered(trail.route(rules))
    }

    /// The link over which a router sends: its own as it is now, then the best way that the others'
    /// links of old give without coming back to it.
    private mutating func bestLink(
        of node: NodeID, in mesh: Mesh, _ believed: Mesh, to destination: NodeID
    ) -> Int? {
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        var places: [(bound: Double, place: Int)] = []
        for place in mesh.row(of: node) {
            let next = Int(mesh.neighbour[place])
            if next >= passLimit && next != destination.index { continue }
            let rest = tree.costKm[next]
            if rest == .infinity { continue }
            places.append((mesh.lengthKm[place] + rules.hopCostKm + rest, place))
        }
        places.sort { ($0.bound, $0.place) < ($1.bound, $1.place) }
        bars.begin(for: believed)
        bars.bar(node: node.index)
        var best: (costKm: Double, nodes: [NodeID], place: Int)?
        for (bound, place) in places {
            // The way that comes back to the node is no cheaper than the one that does not.
            if let best, bound > best.costKm { break }
            let next = NodeID(rawValue: mesh.neighbour[place])
            guard
                let rest = single.route(in: believed, from: next, to: destination, over: bars)
            else { continue }
            let cost = mesh.lengthKm[place] + rules.hopCostKm + rest.costKm(rules)
            let isBetter =
                best.map { best in
                    if cost != best.costKm { return cost < best.costKm }
                    if rest.nodes.count != best.nodes.count {
                        return rest.nodes.count < best.nodes.count
                    }
                    return rest.nodes.lexicographicallyPrecedes(best.nodes)
                } ?? true
            if isBetter { best = (cost, rest.nodes, place) }
        }
        return best?.place
    }
}
