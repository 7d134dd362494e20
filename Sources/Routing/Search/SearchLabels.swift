import LaserMesh

/// The best known way to each node during a search: its cost, its hops and its last step.
///
/// Clearing takes no time: a label counts only when its stamp is that of the running search.
struct SearchLabels {
    private(set) var costKm: [Double] = []
    private(set) var hops: [Int32] = []
    private(set) var parent: [Int32] = []
    private var stamp: [UInt32] = []
    private var expanded: [UInt32] = []
    private var round: UInt32 = 0

    /// Forgets all labels and gives the source of a search the label zero.
    mutating func begin(nodeCount: Int, source: Int) {
        if stamp.count < nodeCount {
            costKm = Array(repeating: 0, count: nodeCount)
            hops = Array(repeating: 0, count: nodeCount)
            parent = hops
            stamp = Array(repeating: 0, count: nodeCount)
            expanded = stamp
            round = 0
        }
        if round == .max {
            for node in stamp.indices {
                stamp[node] = 0
                expanded[node] = 0
            }
            round = 0
        }
        round += 1
        costKm[source] = 0
        hops[source] = 0
        parent[source] = Int32(source)
        stamp[source] = round
    }

    /// Whether a way to a node is known.
    @inline(__always)
    func isKnown(_ node: Int) -> Bool { stamp[node] == round }

    /// Whether the ways on from a node were looked at.
    @inline(__always)
    func isExpanded(_ node: Int) -> Bool { expanded[node] == round }

    /// Notes that the ways on from a node are looked at.
    @inline(__always)
    mutating func markExpanded(_ node: Int) { expanded[node] = round }

    /// Takes a way to a node over another one, if it is better than the known one.
    ///
    /// - Returns: Whether it was better: cheaper, or as cheap with fewer hops, or equal in both and
    ///   before it in the order of node lists.
    @inline(__always)
    mutating func improve(_ node: Int, via previous: Int, costKm cost: Double) -> Bool {
        let count = hops[previous] + 1
        if isKnown(node) {
            if cost > costKm[node] { return false }
            if cost == costKm[node] {
                if count > hops[node] { return false }
                if count == hops[node] && !precedes(previous, Int(parent[node])) { return false }
            }
        }
        costKm[node] = cost
        hops[node] = count
        parent[node] = Int32(truncatingIfNeeded: previous)
        stamp[node] = round
        return true
    }

    /// Whether the way to one node comes before the way to another with as many hops.
    ///
    /// The ways are followed back to where they meet; of the places at which they differ, the one
    /// nearest to the source decides.
    private func precedes(_ one: Int, _ other: Int) -> Bool {
        var a = one
        var b = other
        var isBefore = false
        while a != b {
            isBefore = a < b
            a = Int(parent[a])
            b = Int(parent[b])
        }
        return isBefore
    }

    /// The route to a node.
    func route(to destination: Int, rules: RoutingRules) -> Route? {
        guard isKnown(destination) else { return nil }
        let count = Int(hops[destination])
        var nodes = [NodeID](repeating: NodeID(destination), count: count + 1)
        var node = destination
        for place in stride(from: count, through: 0, by: -1) {
            nodes[place] = NodeID(node)
            node = Int(parent[node])
        }
        return Route(
            nodes: nodes, lengthKm: costKm[destination] - Double(count) * rules.hopCostKm,
            rules: rules)
    }
}
