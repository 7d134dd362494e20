import LaserMesh

/// A flow of least cost from one node to another that is grown by one unit at a time.
///
/// Costs are pairs of kilometres and hops, compared in that order. With the potentials no residual
/// link costs less than nothing, so that Dijkstra's algorithm finds the next augmentation, and on
/// the ``LengthGrid`` potentials are exact.
///
/// States are the nodes; or, where routes may share no node, two a node: `2n` where a route comes
/// in, `2n + 1` where it goes out, with a link of capacity one between them.
struct AugmentingSearch {
    /// Whether at most one route passes through a node.
    let splitsNodes: Bool

    /// For each place in the rows: 1 where a route goes that way, −1 where one comes from there.
    private(set) var flow: [Int8] = []

    private var isUsed: [Bool] = []
    /// Potentials: at first the costs and hops to the destination.
    private var potentialKm: [Double] = []
    private var potentialHops: [Int32] = []
    private var costKm: [Double] = []
    private var hops: [Int32] = []
    private var parent: [Int32] = []
    private var isSettled: [Bool] = []
    private var reached: [Int] = []
    private var heap = SearchHeap()

    init(splitsNodes: Bool) { self.splitsNodes = splitsNodes }

    /// Begins with no flow.
    ///
    /// - Parameter tree: Costs and hops to the destination.
    mutating func begin(in mesh: Mesh, tree: BucketTree) {
        let states = splitsNodes ? 2 * mesh.nodeCount : mesh.nodeCount
        flow = Array(repeating: 0, count: mesh.neighbour.count)
        isUsed = Array(repeating: false, count: mesh.nodeCount)
        if splitsNodes {
            potentialKm = tree.costKm.flatMap { [$0, $0] }
            potentialHops = tree.hops.flatMap { [$0, $0] }
        } else {
            potentialKm = tree.costKm
            potentialHops = tree.hops
        }
        costKm = Array(repeating: .infinity, count: states)
        hops = Array(repeating: 0, count: states)
        parent = hops
        isSettled = Array(repeating: false, count: states)
        reached.removeAll(keepingCapacity: true)
    }

    /// Adds one unit at the least cost.
    ///
    /// - Returns: Whether there was a way for it.
    mutating func augment(
        in mesh: Mesh, from source: Int, to goal: Int, rules: RoutingRules
    ) -> Bool {
        for state in reached {
            costKm[state] = .infinity
            isSettled[state] = false
        }
        reached.removeAll(keepingCapacity: true)
        heap.removeAll()
        let start = splitsNodes ? 2 * source + 1 : source
        let end = splitsNodes ? 2 * goal : goal
        guard potentialKm[start] < .infinity else { return false }
        costKm[start] = 0
        hops[start] = 0
        parent[start] = -1
        reached.append(start)
        heap.push(.init(costKm: 0, hops: 0, node: Int32(truncatingIfNeeded: start)))
        let passLimit = rules.allowsGroundRelay ? mesh.nodeCount : mesh.satelliteCount
        while let entry = heap.pop() {
            let state = Int(entry.node)
            if isSettled[state] { continue }
            isSettled[state] = true
            if state == end {
                raisePotentials(to: end)
                addFlow(to: end, in: mesh, from: source, to: goal)
                return true
            }
            expand(state, in: mesh, source, goal, passLimit, rules.hopCostKm)
        }
        return false
    }

    /// Looks at the residual links of a state.
    private mutating func expand(
        _ state: Int, in mesh: Mesh, _ source: Int, _ goal: Int, _ passLimit: Int,
        _ hopCost: Double
    ) {
        let node = splitsNodes ? state / 2 : state
        let isEntry = splitsNodes && state % 2 == 0
        if splitsNodes, isEntry != isUsed[node] {
            // Through a free node, or back out of a used one.
            reach(isEntry ? state + 1 : state - 1, via: state, addingKm: 0, hops: 0)
        }
        for place in mesh.row(of: NodeID(node)) {
            let next = Int(mesh.neighbour[place])
            if next == source || (next >= passLimit && next != goal) { continue }
            let used = flow[place]
            let cost = mesh.lengthKm[place] + hopCost
            if used < 0 {
                // A route comes in from there, and could be called back.
                if splitsNodes {
                    if isEntry { reach(2 * next + 1, via: state, addingKm: -cost, hops: -1) }
                } else {
                    reach(next, via: state, addingKm: -cost, hops: -1)
                }
            } else if used == 0, !isEntry {
                reach(splitsNodes ? 2 * next : next, via: state, addingKm: cost, hops: 1)
            }
        }
    }

    @inline(__always)
    private mutating func reach(
        _ next: Int, via state: Int, addingKm cost: Double, hops count: Int32
    ) {
        if isSettled[next] || potentialKm[next] == .infinity { return }
        let reducedKm = costKm[state] + ((cost + potentialKm[next]) - potentialKm[state])
        let reducedHops = hops[state] + ((count + potentialHops[next]) - potentialHops[state])
        guard (reducedKm, reducedHops) < (costKm[next], hops[next]) else { return }
        if costKm[next] == .infinity { reached.append(next) }
        costKm[next] = reducedKm
        hops[next] = reducedHops
        parent[next] = Int32(truncatingIfNeeded: state)
        heap.push(
            .init(costKm: reducedKm, hops: reducedHops, node: Int32(truncatingIfNeeded: next)))
    }

    /// Makes residual links cost nothing along the way that was found, and none less.
    ///
    /// The usual step, less the cost of the way for all states, which leaves those as they are that
    /// were not settled.
    private mutating func raisePotentials(to end: Int) {
        for state in reached where isSettled[state] {
            potentialKm[state] += costKm[end] - costKm[state]
            potentialHops[state] += hops[end] - hops[state]
        }
    }

    /// Adds a unit along the way that was found.
    private mutating func addFlow(to end: Int, in mesh: Mesh, from source: Int, to goal: Int) {
        var state = end
        while parent[state] >= 0 {
            let previous = Int(parent[state])
            let (from, to) = splitsNodes ? (previous / 2, state / 2) : (previous, state)
            if from == to {
                isUsed[from] = state > previous
            } else if let there = mesh.place(from: NodeID(from), to: NodeID(to)),
                let back = mesh.place(from: NodeID(to), to: NodeID(from))
            {
                flow[there] += 1
                flow[back] -= 1
            }
            state = previous
        }
    }
}
