import LaserMesh

/// The next hop of every node to some destinations, at all instants of a batch.
public struct BatchForwardingState: Sendable {
    /// Which costs are kept beside the next hops.
    public enum CostScope: Sendable {
        /// Those between ground stations and destinations.
        case stations

        /// Those of all nodes: eight bytes a node, destination and instant.
        case all
    }

    /// The code of a next hop that is the destination itself, where it stands in no row.
    static let directCode = 0xfffe

    /// The code of no next hop.
    static let noCode = 0xffff

    /// What a route may do, and what it costs.
    public internal(set) var rules = RoutingRules()

    /// The destinations, in the order in which they were given.
    public internal(set) var destinations: [NodeID] = []

    /// The number of satellites.
    public internal(set) var satelliteCount = 0

    /// The number of nodes.
    public internal(set) var nodeCount = 0

    /// The number of instants.
    public internal(set) var instantCount = 0

    /// The nodes from which costs are kept: all, or the stations.
    public internal(set) var costNodes: Range<Int> = 0..<0

    /// Lanes that each node takes: the instants, up to whole groups.
    var laneStride = 0
    /// For each lane its place among those of a node.
    var lanePlace: [Int] = []
    var firstLink: [Int32] = []
    var neighbour: [Int32] = []
    /// Place in a node's row of the next hop, by destination, node and lane.
    var slot: [UInt16] = []
    /// By destination, node of ``costNodes`` and lane [km].
    var cost: [Double] = []

    /// Creates a state without nodes, for ``BatchForwarding`` to fill.
    public init() {}

    /// Where a node sends a packet for a destination at an instant; `nil` at the destination itself
    /// and where it cannot be reached.
    ///
    /// - Parameters:
    ///   - node: The node.
    ///   - destination: Place of the destination in ``destinations``.
    ///   - instant: The instant, from 0.
    /// - Complexity: O(1).
    public func nextHop(from node: NodeID, to destination: Int, at instant: Int) -> NodeID? {
        let row = (destination * nodeCount + node.index) * laneStride
        let code = Int(slot[row + lanePlace[instant]])
        if code == Self.noCode { return nil }
        if code == Self.directCode { return destinations[destination] }
        return NodeID(rawValue: neighbour[Int(firstLink[node.index]) + code])
    }

    /// The cost of the best route from a node of ``costNodes`` to a destination [km]: its length,
    /// and with a hop delay the way of light meanwhile; infinite when there is none.
    ///
    /// - Complexity: O(1).
    public func costKm(from node: NodeID, to destination: Int, at instant: Int) -> Double {
        precondition(costNodes.contains(node.index), "no costs were kept for that node")
        let row = destination * costNodes.count + node.index - costNodes.lowerBound
        return cost[row * laneStride + instant]
    }

    /// The best route from a node to a destination at an instant, or `nil` when there is none.
    ///
    /// Its length is the exact sum of its links, also when a fast search chose them.
    ///
    /// - Parameters:
    ///   - node: Where the packet starts.
    ///   - destination: Place of the destination in ``destinations``.
    ///   - instant: The instant, from 0.
    ///   - batch: The batch that the state was found for.
    /// - Complexity: O(hops · degree).
    public func route(
        from node: NodeID, to destination: Int, at instant: Int, in batch: MeshBatch
    ) -> Route? {
        var nodes: [NodeID] = []
        return walk(from: node, to: destination, at: instant, in: batch, &nodes).map {
            Route(nodes: nodes, lengthKm: $0, rules: rules)
        }
    }

    /// The best routes from a node to a destination at all instants; `nil` where there is none.
    ///
    /// A route over the same nodes as that of the instant before shares their list.
    ///
    /// - Parameters: As those of ``route(from:to:at:in:)``.
    /// - Complexity: O(instants · hops · degree).
    public func routes(
        from node: NodeID, to destination: Int, in batch: MeshBatch
    ) -> [Route?] {
        var nodes: [NodeID] = []
        var last: [NodeID] = []
        return (0..<instantCount).map { instant in
            let length = walk(from: node, to: destination, at: instant, in: batch, &nodes)
            return length.map {
                if nodes != last { last = Array(nodes) }
                return Route(nodes: last, lengthKm: $0, rules: rules)
            }
        }
    }

    /// Follows the next hops; gives the exact sum of the links [km].
    private func walk(
        from node: NodeID, to destination: Int, at instant: Int, in batch: MeshBatch,
        _ nodes: inout [NodeID]
    ) -> Double? {
        let goal = destinations[destination]
        nodes.removeAll(keepingCapacity: true)
        nodes.append(node)
        var length = 0.0
        var last = node
        while last != goal {
            guard let hop = nextHop(from: last, to: destination, at: instant),
                let place = batch.row(of: last).first(where: {
                    batch.neighbour[$0] == hop.rawValue
                })
            else { return nil }
            length += batch.lengthKm(at: place, instant: instant)
            nodes.append(hop)
            last = hop
        }
        return length
    }
}
