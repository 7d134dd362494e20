import LaserMesh

/// The k best simple routes between two nodes, best first.
///
/// A route is simple if it visits no node twice. Routes are ranked as ``Route`` says: by cost, then
/// by hops, then by their node lists, so that there is exactly one answer.
///
/// The routes that are left are parted by where they leave those that were found (Yen, without
/// duplicates by Lawler's rule), and the best one of each part is found by A* with the exact costs
/// and hops to the destination as bound, which go straight to it unless the way is blocked.
///
/// - Complexity: O(nodes + links) for the bounds, then k · hops short searches.
/// - Note: J. Y. Yen, "Finding the k shortest loopless paths in a network", Management Science 17
///   (1971) 712, DOI 10.1287/mnsc.17.11.712; E. L. Lawler, Management Science 18 (1972) 401,
///   DOI 10.1287/mnsc.18.7.401.
public struct KShortest: Sendable {
    /// What a route may do, and what it costs.
    public let rules: RoutingRules

    private var tree = BucketTree()
    private var labels = SearchLabels()
    private var queue = SpurQueue()
    private var isBlocked: [Bool] = []

    /// The best route of one part: those that share its nodes up to a place and then do not go on to
    /// some others.
    private struct Candidate {
        var nodes: [Int32]
        /// Cost up to each node [km].
        var costsKm: [Double]
        /// The place at which it leaves the route that it was parted from.
        var spur: Int
        /// Where the part does not go on to at that place.
        var barred: [Int32]

        var costKm: Double { costsKm[costsKm.count - 1] }

        func isBefore(_ other: Candidate) -> Bool {
            if costKm != other.costKm { return costKm < other.costKm }
            if nodes.count != other.nodes.count { return nodes.count < other.nodes.count }
            return nodes.lexicographicallyPrecedes(other.nodes)
        }
    }

    /// Creates a query.
    public init(rules: RoutingRules = RoutingRules()) { self.rules = rules }

    /// The best routes from a node to another, best first; fewer than asked for when there are no
    /// more.
    ///
    /// - Parameters:
    ///   - count: How many routes.
    ///   - mesh: The mesh.
    ///   - source: Where the packet starts.
    ///   - destination: Where it goes; the source itself gives one route without hops.
    ///   - stretch: Routes that cost more than so many times the best one are left out.
    public mutating func routes(
        _ count: Int, in mesh: Mesh, from source: NodeID, to destination: NodeID,
        withinStretch stretch: Double = .infinity
    ) -> [Route] {
        guard count > 0 else { return [] }
        let goal = destination.index
        tree.grow(in: mesh, to: goal, rules: rules)
        if isBlocked.count != mesh.nodeCount {
            isBlocked = Array(repeating: false, count: mesh.nodeCount)
        }
        var candidates: [Candidate] = []
        let start = Candidate(
            nodes: [source.rawValue], costsKm: [0], spur: 0, barred: [])
        if let first = best(of: start, at: 0, barred: [], in: mesh, to: goal) {
            candidates.append(first)
        }
        // Zero times infinity is no bound.
        let best = candidates.first?.costKm ?? 0
        let greatestKm = stretch == .infinity ? .infinity : stretch * best
        var routes: [Route] = []
        while let least = candidates.indices.min(by: {
            candidates[$0].isBefore(candidates[$1])
        }) {
            let found = candidates.remove(at: least)
            if found.costKm > greatestKm { break }
            routes.append(route(of: found))
            if routes.count == count { break }
            part(found, in: mesh, to: goal, into: &candidates)
            keepBest(count - routes.count, of: &candidates)
        }
        return routes
    }

    /// Appends the best route of each part of those that are left beside a route in its part.
    private mutating func part(
        _ found: Candidate, in mesh: Mesh, to goal: Int, into candidates: inout [Candidate]
    ) {
        for place in found.spur..<max(found.spur, found.nodes.count - 1) {
            var barred = place == found.spur ? found.barred : []
            barred.append(found.nodes[place + 1])
            if let next = best(of: found, at: place, barred: barred, in: mesh, to: goal) {
                candidates.append(next)
            }
        }
    }

    /// Drops candidates that cannot be among the answers any more.
    private func keepBest(_ count: Int, of candidates: inout [Candidate]) {
        guard candidates.count > 2 * count + 16 else { return }
        candidates.sort { $0.isBefore($1) }
        candidates.removeLast(candidates.count - count)
    }

    /// The best route that begins as another one does up to a place and does not go on to some nodes.
    private mutating func best(
        of other: Candidate, at place: Int, barred: [Int32], in mesh: Mesh, to goal: Int
    ) -> Candidate? {
        let spur = Int(other.nodes[place])
        let hopCost = rules.hopCostKm
        let satellites = mesh.satelliteCount
        for node in other.nodes[..<place] { isBlocked[Int(node)] = true }
        defer { for node in other.nodes[..<place] { isBlocked[Int(node)] = false } }
        labels.begin(nodeCount: mesh.nodeCount, source: spur)
        queue.removeAll()
        queue.push(
            .init(
                costKm: tree.costKm[spur], hops: tree.hops[spur], depth: 0,
                node: Int32(truncatingIfNeeded: spur)))
        // By depth among equals, all ways to a node are known before it is gone on from.
        while let entry = queue.pop() {
            let node = Int(entry.node)
            if node == goal { break }
            if labels.isExpanded(node) { continue }
            labels.markExpanded(node)
            let cost = labels.costKm[node]
            for link in mesh.row(of: NodeID(node)) {
                let next = Int(mesh.neighbour[link])
                if !rules.allowsGroundRelay, next >= satellites, next != goal { continue }
                if isBlocked[next] || tree.costKm[next] == .infinity { continue }
                if node == spur, barred.contains(mesh.neighbour[link]) { continue }
                let nextCost = cost + (mesh.lengthKm[link] + hopCost)
                if labels.improve(next, via: node, costKm: nextCost) {
                    let depth = labels.hops[next]
                    queue.push(
                        .init(
                            costKm: nextCost + tree.costKm[next], hops: depth + tree.hops[next],
                            depth: depth, node: Int32(truncatingIfNeeded: next)))
                }
            }
        }
        guard labels.isKnown(goal) else { return nil }
        var nodes = Array(other.nodes[..<place])
        var costs = Array(other.costsKm[..<place])
        let begin = other.costsKm[place]
        let depth = Int(labels.hops[goal])
        nodes.append(contentsOf: repeatElement(0, count: depth + 1))
        costs.append(contentsOf: repeatElement(0, count: depth + 1))
        var node = goal
        for step in stride(from: depth, through: 0, by: -1) {
            nodes[place + step] = Int32(truncatingIfNeeded: node)
            costs[place + step] = begin + labels.costKm[node]
            node = Int(labels.parent[node])
        }
        return Candidate(nodes: nodes, costsKm: costs, spur: place, barred: barred)
    }

    private func route(of candidate: Candidate) -> Route {
        let hops = candidate.nodes.count - 1
        return Route(
            nodes: candidate.nodes.map { NodeID(rawValue: $0) },
            lengthKm: candidate.costKm - Double(hops) * rules.hopCostKm, rules: rules)
    }
}
