import LaserMesh

/// The next hop and the cost from every node of a mesh to some destinations, at one instant.
///
/// Next hops form a tree for each destination. Of several ways from a node with the same cost and
/// as many hops the best one has the lexicographically smallest list of nodes, read from the node
/// towards the destination. That list begins with the node itself; then comes the smallest
/// neighbour through which the cost and the hops are reached, and from that neighbour on it is the
/// neighbour's own best list, since any other rest would be dearer, have more hops or come later.
/// So a next hop is the smallest neighbour that is as good as any, the lists of all nodes fit
/// together into a tree, and ``route(from:to:)`` gives exactly the route that ``AStar`` finds.
///
/// Over regular shells eight destinations are swept at once along planes and slots; over any other
/// mesh Dijkstra's algorithm with buckets takes one destination at a time. ``BatchForwarding`` gives
/// the same for many instants at once.
public struct ForwardingState: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    /// The destinations, in the order in which they were given.
    public let destinations: [NodeID]

    /// The number of nodes.
    public let nodeCount: Int

    /// For each destination and node the next hop's number; the node's own number where there is
    /// none, which is at the destination and where it cannot be reached.
    private let next: [Int32]

    /// For each destination and node the cost [km]; infinite where it cannot be reached.
    private let cost: [Double]

    private let placeOfDestination: [NodeID: Int]

    /// Finds the forwarding state of a mesh.
    ///
    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - destinations: Where packets go, each once; `nil` for all ground stations.
    ///   - rules: What a route may do, and what it costs.
    ///   - shells: Where the satellites stand, if they are those of regular shells; the state is the
    ///     same without it, and found more slowly.
    /// - Complexity: O(destinations · links); without shells O(destinations · (nodes + links +
    ///   greatest cost / shortest link)).
    public init(
        of mesh: Mesh, to destinations: [NodeID]? = nil, rules: RoutingRules = RoutingRules(),
        shells: [ShellLayout] = []
    ) {
        let goals = destinations ?? mesh.stations.map { NodeID($0) }
        self.rules = rules
        self.destinations = goals
        nodeCount = mesh.nodeCount
        placeOfDestination = Dictionary(
            goals.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        if goals.count >= Self.fewestSwept,
            var solver = SnapshotSolver(mesh, to: goals, rules: rules, shells: shells)
        {
            solver.solve()
            (next, cost) = (solver.next, solver.costKm)
            return
        }
        var tree = BucketTree()
        var next: [Int32] = []
        var cost: [Double] = []
        next.reserveCapacity(goals.count * mesh.nodeCount)
        cost.reserveCapacity(goals.count * mesh.nodeCount)
        for goal in goals {
            tree.grow(in: mesh, to: goal.index, rules: rules)
            next.append(contentsOf: tree.next)
            cost.append(contentsOf: tree.costKm)
        }
        self.next = next
        self.cost = cost
    }

    /// Fewer destinations than this leave most lanes empty.
    private static let fewestSwept = 3

    /// Where a node sends a packet for a destination; `nil` at the destination itself and where it
    /// cannot be reached.
    public func nextHop(from node: NodeID, to destination: NodeID) -> NodeID? {
        guard let place = placeOfDestination[destination] else { return nil }
        let hop = next[place * nodeCount + node.index]
        return hop == node.rawValue ? nil : NodeID(rawValue: hop)
    }

    /// The cost of the best route [km]: its length, and with a hop delay the way of light
    /// meanwhile; `nil` when there is none.
    public func costKm(from node: NodeID, to destination: NodeID) -> Double? {
        guard let place = placeOfDestination[destination] else { return nil }
        let km = cost[place * nodeCount + node.index]
        return km < .infinity ? km : nil
    }

    /// The number of links of the best route, or `nil` when there is none.
    ///
    /// - Complexity: O(hops).
    public func hops(from node: NodeID, to destination: NodeID) -> Int? {
        guard costKm(from: node, to: destination) != nil else { return nil }
        var hops = 0
        var last = node
        while let hop = nextHop(from: last, to: destination) {
            hops += 1
            last = hop
        }
        return hops
    }

    /// The best route from a node, or `nil` when there is none.
    ///
    /// - Complexity: O(hops).
    public func route(from node: NodeID, to destination: NodeID) -> Route? {
        guard let km = costKm(from: node, to: destination) else { return nil }
        var nodes = [node]
        var last = node
        while let hop = nextHop(from: last, to: destination) {
            nodes.append(hop)
            last = hop
        }
        return Route(
            nodes: nodes, lengthKm: km - Double(nodes.count - 1) * rules.hopCostKm, rules: rules)
    }
}
