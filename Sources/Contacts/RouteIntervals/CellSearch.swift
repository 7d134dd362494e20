import LaserMesh
import Routing

/// Searches for routes by the weights of a block at a time inside one of its cells.
///
/// A weight is linear in time within a cell, and so is the weight of a list of nodes. The least
/// weight of all ways from a node to a destination is the lower envelope of lines, which is concave:
/// between the cell's ends it is never below the chord through its values there. That chord is the
/// bound by which A* and the enumeration are guided. It holds also when some links are left out.
struct CellSearch {
    /// Links that a search leaves out or takes as they are, decided for a part of a cell.
    struct Decisions {
        var up: Set<Int32> = []
        var down: Set<Int32> = []

        mutating func decide(_ link: Int32, isUp: Bool) {
            if isUp { up.insert(link) } else { down.insert(link) }
        }
    }

    private let cells: LinkCells
    private let state: BatchForwardingState
    private let rules: RoutingRules
    private let hopCostKm: Double

    private var cell = 0
    private var source = 0
    private var goal = 0
    private var place = 0
    /// The times between which the bound is a chord, as parts of the cell.
    private var chordStart = 0.0
    private var chordEnd = 1.0
    /// Least weights from each node to the destination at those times, asked for as needed.
    private var startKm: [Double]
    private var endKm: [Double]
    private var stamp: [UInt32]
    private var round: UInt32 = 0

    private var costKm: [Double]
    private var parent: [Int32]
    private var known: [UInt32]
    private var closed: [UInt32]
    private var search: UInt32 = 0
    private var heap: [(total: Double, cost: Double, node: Int32)] = []
    private var onPath: [Bool]

    /// Creates a search by a block's weights and the least weights of all nodes to the destinations.
    init(_ cells: LinkCells, _ state: BatchForwardingState, rules: RoutingRules) {
        self.cells = cells
        self.state = state
        self.rules = rules
        hopCostKm = rules.hopCostKm
        let nodes = cells.weights.nodeCount
        startKm = Array(repeating: 0, count: nodes)
        endKm = startKm
        costKm = startKm
        stamp = Array(repeating: 0, count: nodes)
        known = stamp
        closed = stamp
        parent = Array(repeating: 0, count: nodes)
        onPath = Array(repeating: false, count: nodes)
    }

    /// Turns to a pair in a cell; the destination is one of the state's.
    mutating func begin(cell: Int, source: Int, destination place: Int) {
        self.cell = cell
        self.source = source
        self.place = place
        goal = state.destinations[place].index
        (chordStart, chordEnd) = (0, 1)
        round += 1
    }

    /// Takes the least weights without the links that are left out as the bound from now on.
    ///
    /// - Complexity: O((nodes + links) log nodes).
    mutating func tighten(from start: Double, to end: Double, _ decisions: Decisions) {
        startKm = tree(at: start, decisions)
        endKm = tree(at: end, decisions)
        (chordStart, chordEnd) = (start, end)
        round += 1
        for node in stamp.indices { stamp[node] = round }
    }

    /// The least weights from all nodes to the destination at a time, by Dijkstra's algorithm.
    private mutating func tree(at fraction: Double, _ decisions: Decisions) -> [Double] {
        var least = [Double](repeating: .infinity, count: stamp.count)
        heap.removeAll(keepingCapacity: true)
        least[goal] = 0
        push(0, 0, Int32(truncatingIfNeeded: goal))
        while let entry = pop() {
            let node = Int(entry.node)
            if entry.cost > least[node] { continue }
            guard mayEnter(node) || node == source else { continue }
            for link in cells.weights.row(of: NodeID(node)) {
                let next = Int(cells.weights.neighbour[link])
                guard let weight = weightKm(link, fraction, decisions) else { continue }
                let cost = entry.cost + weight
                guard cost < least[next] else { continue }
                least[next] = cost
                push(cost, cost, cells.weights.neighbour[link])
            }
        }
        return least
    }

    /// The chord's value at a node [km]; infinite where the destination is out of reach.
    @inline(__always)
    private mutating func bound(_ node: Int, _ fraction: Double) -> Double {
        if stamp[node] != round {
            stamp[node] = round
            startKm[node] = state.costKm(from: NodeID(node), to: place, at: cell)
            endKm[node] = state.costKm(from: NodeID(node), to: place, at: cell + 1)
        }
        let (a, b) = (startKm[node], endKm[node])
        if a == .infinity || b == .infinity { return .infinity }
        let part = chordEnd > chordStart ? (fraction - chordStart) / (chordEnd - chordStart) : 0
        return a + part * (b - a)
    }

    /// The weight of the link at a place of the rows at a time [km]; `nil` where it is down.
    @inline(__always)
    private func weightKm(_ place: Int, _ fraction: Double, _ decisions: Decisions) -> Double? {
        let link = cells.linkAt[place]
        switch cells.state(of: link, in: cell) {
        case .down: return nil
        case .up: break
        case .unsure: if decisions.down.contains(link) { return nil }
        }
        let a = cells.weights.lengthKm(at: place, instant: cell)
        let b = cells.weights.lengthKm(at: place, instant: cell + 1)
        return a + fraction * (b - a) + hopCostKm
    }

    @inline(__always)
    private func mayEnter(_ node: Int) -> Bool {
        node < cells.weights.satelliteCount || node == goal || rules.allowsGroundRelay
    }

    /// The route of least weight at a time, or `nil` when there is none.
    ///
    /// - Parameters:
    ///   - fraction: Part of the cell that is over, 0 to 1.
    ///   - decisions: Links that are left out.
    mutating func best(at fraction: Double, _ decisions: Decisions) -> [Int32]? {
        search += 1
        heap.removeAll(keepingCapacity: true)
        costKm[source] = 0
        known[source] = search
        push(bound(source, fraction), 0, Int32(truncatingIfNeeded: source))
        while let entry = pop() {
            let node = Int(entry.node)
            if closed[node] == search { continue }
            closed[node] = search
            if node == goal { return route() }
            for link in cells.weights.row(of: NodeID(node)) {
                let next = Int(cells.weights.neighbour[link])
                guard mayEnter(next), closed[next] != search,
                    let weight = weightKm(link, fraction, decisions)
                else { continue }
                let cost = costKm[node] + weight
                if known[next] == search, costKm[next] <= cost { continue }
                let rest = bound(next, fraction)
                guard rest < .infinity else { continue }
                known[next] = search
                costKm[next] = cost
                parent[next] = entry.node
                push(cost + rest, cost, cells.weights.neighbour[link])
            }
        }
        return nil
    }

    /// All simple routes of at most a weight at a time, appended to some others that are not
    /// repeated.
    ///
    /// - Parameters:
    ///   - limitKm: The weight.
    ///   - greatest: How many steps to go at most.
    /// - Returns: Whether all were found within those steps.
    mutating func append(
        within limitKm: Double, at fraction: Double, _ decisions: Decisions, greatest: Int,
        to routes: inout [[Int32]]
    ) -> Bool {
        var path = [Int32(truncatingIfNeeded: source)]
        var costs = [0.0]
        var places = [cells.weights.row(of: NodeID(source)).lowerBound]
        onPath[source] = true
        defer { for node in path { onPath[Int(node)] = false } }
        var steps = 0
        while let last = path.last {
            let depth = path.count - 1
            let row = cells.weights.row(of: NodeID(rawValue: last))
            var wentOn = false
            while places[depth] < row.upperBound {
                let link = places[depth]
                places[depth] += 1
                let next = Int(cells.weights.neighbour[link])
                guard mayEnter(next), !onPath[next],
                    let weight = weightKm(link, fraction, decisions)
                else { continue }
                let cost = costs[depth] + weight
                guard cost + bound(next, fraction) <= limitKm else { continue }
                steps += 1
                if steps > greatest { return false }
                if next == goal {
                    let route = path + [Int32(truncatingIfNeeded: next)]
                    if !routes.contains(route) { routes.append(route) }
                    continue
                }
                path.append(Int32(truncatingIfNeeded: next))
                costs.append(cost)
                places.append(cells.weights.row(of: NodeID(next)).lowerBound)
                onPath[next] = true
                wentOn = true
                break
            }
            if !wentOn {
                onPath[Int(last)] = false
                path.removeLast()
                costs.removeLast()
                places.removeLast()
            }
        }
        return true
    }

    private func route() -> [Int32] {
        var nodes = [Int32(truncatingIfNeeded: goal)]
        var node = goal
        while node != source {
            node = Int(parent[node])
            nodes.append(Int32(truncatingIfNeeded: node))
        }
        return nodes.reversed()
    }

    private mutating func push(_ total: Double, _ cost: Double, _ node: Int32) {
        heap.append((total, cost, node))
        var place = heap.count - 1
        while place > 0 {
            let above = (place - 1) / 2
            guard heap[place].total < heap[above].total else { break }
            heap.swapAt(place, above)
            place = above
        }
    }

    private mutating func pop() -> (total: Double, cost: Double, node: Int32)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < heap.count else { break }
            if child + 1 < heap.count, heap[child + 1].total < heap[child].total { child += 1 }
            guard heap[child].total < heap[place].total else { break }
            heap.swapAt(place, child)
            place = child
        }
        return first
    }
}
