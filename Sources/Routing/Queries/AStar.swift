import LaserMesh

/// The best route between two nodes, by A* with a bound that follows the curve of the shells.
///
/// Nodes are looked at in the order of the cost so far plus a bound of the rest: the straight line,
/// and over satellites what lasers of this mesh need at least for the angle to the destination. Far
/// fewer nodes are looked at than by Dijkstra's algorithm. In a mesh of given lengths, which no line
/// bounds, it is Dijkstra's algorithm with an early end.
///
/// - Complexity: O((nodes + links) log nodes) at worst; over a shell about the nodes of a narrow band
///   along the route.
/// - Note: P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic determination of
///   minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4 (1968) 100,
///   DOI 10.1109/TSSC.1968.300136.
public struct AStar: RouteQuery, Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var nodes: [SearchNode] = []
    private var entries: [IndexedHeap.Entry] = []
    private var round: UInt32 = 0

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// The best route from a node to another, or `nil` when there is none.
    public mutating func route(
        in mesh: Mesh, from source: NodeID, to destination: NodeID
    ) -> Route? {
        route(in: mesh, from: source, to: destination, over: AllLinks())
    }

    /// The best route over the links that a filter lets through.
    mutating func route<Filter: LinkFilter>(
        in mesh: Mesh, from source: NodeID, to destination: NodeID, over filter: Filter
    ) -> Route? {
        let goal = destination.index
        let bound = CostBound(to: goal, in: mesh, rules: rules)
        let hopCost = rules.hopCostKm
        let stamp = begin(nodeCount: mesh.nodeCount)
        let rules = rules
        return nodes.withUnsafeMutableBufferPointer { nodes in
            entries.withUnsafeMutableBufferPointer { entries in
                guard let nodeBase = nodes.baseAddress, let entryBase = entries.baseAddress else {
                    return nil
                }
                let search = PairSearch(
                    nodes: nodeBase, entries: entryBase, stamp: stamp, hopCostKm: hopCost,
                    passCount: rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount,
                    satelliteCount: mesh.satelliteCount)
                let isFound = search.run(
                    in: mesh, from: source.index, to: goal, bound: bound, over: filter)
                guard isFound else { return nil }
                return Self.route(to: goal, nodes, rules)
            }
        }
    }

    /// Makes room for a mesh; gives the stamp of a new search.
    private mutating func begin(nodeCount: Int) -> UInt32 {
        if nodes.count < nodeCount || round == .max / 2 {
            let room = max(nodes.count, nodeCount)
            nodes = Array(repeating: SearchNode(), count: room)
            entries = Array(repeating: IndexedHeap.Entry(), count: room)
            round = 0
        }
        round += 1
        return round * 2
    }

    private static func route(
        to goal: Int, _ known: UnsafeMutableBufferPointer<SearchNode>, _ rules: RoutingRules
    ) -> Route {
        let hops = Int(known[goal].hops)
        var list = [NodeID](repeating: NodeID(goal), count: hops + 1)
        var node = goal
        for place in stride(from: hops, through: 0, by: -1) {
            list[place] = NodeID(node)
            node = Int(known[node].parent)
        }
        return Route(
            nodes: list, lengthKm: known[goal].costKm - Double(hops) * rules.hopCostKm,
            rules: rules)
    }
}
