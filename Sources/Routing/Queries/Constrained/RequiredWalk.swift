import LaserMesh

/// The best simple route that passes a few required things, by walks over pairs of a node and the set
/// of what was passed, split where a walk visits a node twice; see ``Constrained``.
///
/// The state of node `n` and set `s` of `r` things is `n · 2^r + s`: by node first, so that the order
/// of states is that of nodes wherever two walks part.
struct RequiredWalk {
    enum Answer {
        case route(Route)
        case none
        case undecided
    }

    let rules: RoutingRules

    private var bits = 0
    /// What passing a node adds to the set.
    private var nodeSet: [Int32] = []
    /// What is required of single nodes, which are passed once.
    private var singleSet: Int32 = 0
    private var requiredLinks: [(link: Link, bit: Int32)] = []
    private var linkSet: [Int32] = []
    private var tree = BucketTree()
    private var labels = SearchLabels()
    private var queue = SpurQueue()
    private var isForbidden: [Bool] = []

    /// A walk under the prohibitions of its branch.
    private struct Branch {
        var forbidden: [Int32]
        var states: [Int32]
        var costKm: Double

        func isBefore(_ other: Branch) -> Bool {
            if costKm != other.costKm { return costKm < other.costKm }
            if states.count != other.states.count { return states.count < other.states.count }
            return states.lexicographicallyPrecedes(other.states)
        }
    }

    init(rules: RoutingRules) { self.rules = rules }

    /// Whether nothing is required.
    var isEmpty: Bool { bits == 0 }

    private var full: Int32 { (1 << Int32(bits)) - 1 }

    /// Takes a mesh and what is required on it.
    mutating func begin(
        with mesh: Mesh, requirements: [RouteConstraint],
        places: (RouteConstraint) -> ConstraintPlaces
    ) {
        bits = requirements.count
        guard bits > 0 else { return }
        nodeSet = Array(repeating: 0, count: mesh.nodeCount)
        linkSet = Array(repeating: 0, count: mesh.neighbour.count)
        singleSet = 0
        for (index, requirement) in requirements.enumerated() {
            let bit = Int32(1) << Int32(index)
            let places = places(requirement)
            for node in places.nodes { nodeSet[node.index] |= bit }
            if case .node = requirement { singleSet |= bit }
            guard let link = places.link else { continue }
            for (from, to) in [(link.a, link.b), (link.b, link.a)] {
                if let place = mesh.place(from: from, to: to) { linkSet[place] |= bit }
            }
        }
        isForbidden = Array(repeating: false, count: mesh.nodeCount << bits)
    }

    /// The best simple route that passes all that is required.
    mutating func best(
        in mesh: Mesh, from source: NodeID, to destination: NodeID, over bars: LinkBars,
        stepLimit: Int
    ) -> Answer {
        if source == destination {
            return nodeSet[source.index] == full
                ? .route(Route(nodes: [source], lengthKm: 0, rules: rules)) : .none
        }
        tree.grow(in: mesh, to: destination.index, rules: rules)
        var branches: [Branch] = []
        if let first = walk(in: mesh, source, destination, over: bars, forbidden: []) {
            branches.append(first)
        }
        for _ in 0..<stepLimit {
            guard let least = branches.indices.min(by: { branches[$0].isBefore(branches[$1]) })
            else { return .none }
            let branch = branches.remove(at: least)
            guard let (node, set) = firstReturn(of: branch.states, nodes: mesh.nodeCount) else {
                return .route(route(of: branch))
            }
            let later = (node << Int32(bits)) | set
            let others = (0...full).filter { $0 != set }.map { (node << Int32(bits)) | $0 }
            for forbidden in [[later], others] {
                let next = walk(
                    in: mesh, source, destination, over: bars,
                    forbidden: branch.forbidden + forbidden)
                if let next { branches.append(next) }
            }
        }
        return branches.isEmpty ? .none : .undecided
    }

    /// The first node that a walk comes back to, and the set with which it does.
    private func firstReturn(
        of states: [Int32], nodes: Int
    ) -> (node: Int32, set: Int32)? {
        var seen: Set<Int32> = []
        for state in states where !seen.insert(state >> Int32(bits)).inserted {
            return (state >> Int32(bits), state & full)
        }
        return nil
    }

    /// The best walk that is in none of the forbidden states.
    private mutating func walk(
        in mesh: Mesh, _ source: NodeID, _ destination: NodeID, over bars: LinkBars,
        forbidden: [Int32]
    ) -> Branch? {
        for state in forbidden { isForbidden[Int(state)] = true }
        defer { for state in forbidden { isForbidden[Int(state)] = false } }
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        let hopCost = rules.hopCostKm
        let start = (source.rawValue << Int32(bits)) | nodeSet[source.index]
        let goal = Int((destination.rawValue << Int32(bits)) | full)
        labels.begin(nodeCount: mesh.nodeCount << bits, source: Int(start))
        queue.removeAll()
        queue.push(
            .init(
                costKm: tree.costKm[source.index], hops: tree.hops[source.index], depth: 0,
                node: start))
        // By depth among equals, all ways to a state are known before it is gone on from.
        while let entry = queue.pop() {
            let state = Int(entry.node)
            if state == goal { break }
            if labels.isExpanded(state) { continue }
            labels.markExpanded(state)
            let cost = labels.costKm[state]
            let set = entry.node & full
            for place in mesh.row(of: NodeID(rawValue: entry.node >> Int32(bits))) {
                let next = Int(mesh.neighbour[place])
                if next >= passLimit && next != destination.index { continue }
                if next == source.index || tree.costKm[next] == .infinity { continue }
                if !bars.allows(place, to: next) { continue }
                if (nodeSet[next] & singleSet | linkSet[place]) & set != 0 { continue }
                let nextSet = set | nodeSet[next] | linkSet[place]
                if next == destination.index && nextSet != full { continue }
                let nextState = (mesh.neighbour[place] << Int32(bits)) | nextSet
                if isForbidden[Int(nextState)] { continue }
                let nextCost = cost + (mesh.lengthKm[place] + hopCost)
                if labels.improve(Int(nextState), via: state, costKm: nextCost) {
                    let depth = labels.hops[Int(nextState)]
                    queue.push(
                        .init(
                            costKm: nextCost + tree.costKm[next], hops: depth + tree.hops[next],
                            depth: depth, node: nextState))
                }
            }
        }
        guard labels.isKnown(goal) else { return nil }
        var states = [Int32](repeating: 0, count: Int(labels.hops[goal]) + 1)
        var state = goal
        for place in states.indices.reversed() {
            states[place] = Int32(truncatingIfNeeded: state)
            state = Int(labels.parent[state])
        }
        return Branch(forbidden: forbidden, states: states, costKm: labels.costKm[goal])
    }

    private func route(of branch: Branch) -> Route {
        let hops = branch.states.count - 1
        return Route(
            nodes: branch.states.map { NodeID(rawValue: $0 >> Int32(bits)) },
            lengthKm: branch.costKm - Double(hops) * rules.hopCostKm, rules: rules)
    }
}
