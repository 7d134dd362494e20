import LaserMesh

/// The forwarding state of one mesh of regular shells, eight destinations in the vector lanes.
///
/// Costs start at the destinations and are swept over each shell along planes and slots, forwards
/// and backwards, each satellite taking the least over its neighbours, until a sweep changes
/// nothing: then every satellite is the least over its neighbours, which are the costs of the best
/// routes. On a torus a few sweeps do. Next hops are then read off.
///
/// - Complexity: O(destinations · links · sweeps / 8), with about ten sweeps.
struct SnapshotSolver {
    private typealias Costs = SweepKernel.Costs

    /// A way of equal cost that is still to be settled.
    private struct Tie {
        var lane: Int
        var node: Int
        var costKm: Double
    }

    private static let unreachableKm = 0x1p23

    let mesh: Mesh
    let destinations: [NodeID]
    private let orders: SweepOrders
    private let weightKm: [Double]
    private let satelliteEnd: [Int32]

    /// For each destination and node the next hop; the node's own number where there is none.
    private(set) var next: [Int32]
    /// For each destination and node the cost [km]; infinite where it cannot be reached.
    private(set) var costKm: [Double]

    /// Prepares a mesh, or gives `nil` where sweeps do not suit it: its satellites are not those of
    /// the shells, packets may pass through stations, or a link costs nothing.
    init?(_ mesh: Mesh, to destinations: [NodeID], rules: RoutingRules, shells: [ShellLayout]) {
        guard !rules.allowsGroundRelay, let orders = SweepOrders(of: shells, in: mesh) else {
            return nil
        }
        let hopCost = rules.hopCostKm
        let weights = mesh.lengthKm.map { $0 + hopCost }
        guard weights.allSatisfy({ $0 > 0 }) else { return nil }
        self.mesh = mesh
        self.destinations = destinations
        self.orders = orders
        weightKm = weights
        satelliteEnd = (0..<mesh.nodeCount).map { node in
            let row = mesh.row(of: NodeID(node))
            return Int32(
                truncatingIfNeeded: row.first {
                    Int(mesh.neighbour[$0]) >= mesh.satelliteCount
                } ?? row.upperBound)
        }
        next = Array(repeating: 0, count: destinations.count * mesh.nodeCount)
        costKm = Array(repeating: 0, count: destinations.count * mesh.nodeCount)
    }

    /// Finds the state to all destinations.
    mutating func solve() {
        let memory = LaneMemory<Costs>()
        memory.reserve(mesh.nodeCount)
        var (next, costKm) = (next, costKm)
        (self.next, self.costKm) = ([], [])
        mesh.firstLink.withUnsafeBufferPointer { begin in
            satelliteEnd.withUnsafeBufferPointer { end in
                mesh.neighbour.withUnsafeBufferPointer { neighbour in
                    weightKm.withUnsafeBufferPointer { weight in
                        guard let begin = begin.baseAddress, let end = end.baseAddress,
                            let neighbour = neighbour.baseAddress,
                            let weight = weight.baseAddress
                        else { return unreachable(&next, &costKm) }
                        let kernel = SweepKernel(
                            begin: begin, satelliteEnd: end, neighbour: neighbour,
                            weightKm: weight, costs: memory.pointer)
                        for first in stride(from: 0, to: destinations.count, by: 8) {
                            let group = first..<min(first + 8, destinations.count)
                            spread(kernel, from: group)
                            read(kernel, group, &next, &costKm)
                        }
                    }
                }
            }
        }
        (self.next, self.costKm) = (next, costKm)
    }

    /// The state of a mesh without links.
    private func unreachable(_ next: inout [Int32], _ costKm: inout [Double]) {
        for (place, goal) in destinations.enumerated() {
            for node in 0..<mesh.nodeCount {
                next[place * mesh.nodeCount + node] = Int32(truncatingIfNeeded: node)
                costKm[place * mesh.nodeCount + node] = node == goal.index ? 0 : .infinity
            }
        }
    }

    /// Finds the costs of all nodes to a group of destinations.
    private func spread(_ kernel: SweepKernel, from group: Range<Int>) {
        kernel.costs.update(
            repeating: Costs(repeating: Self.unreachableKm), count: mesh.nodeCount)
        for (lane, place) in group.enumerated() {
            let goal = destinations[place].index
            kernel.costs[goal][lane] = 0
            guard goal >= mesh.satelliteCount else { continue }
            for link in mesh.row(of: destinations[place]) {
                kernel.costs[Int(mesh.neighbour[link])][lane] = weightKm[link]
            }
        }
        for chunk in orders.chunks {
            var number = 0
            var isChanged = true
            while isChanged {
                isChanged = chunk[number & 3].withUnsafeBufferPointer { order in
                    order.baseAddress.map { kernel.sweep($0, count: order.count) } ?? false
                }
                number += 1
            }
        }
        // No packet passes through a station, so that one look at each is enough.
        let stations = mesh.stations.map { Int32(truncatingIfNeeded: $0) }
        stations.withUnsafeBufferPointer { order in
            if let base = order.baseAddress { _ = kernel.sweep(base, count: order.count) }
        }
    }

    /// Reads next hops and costs off the lanes.
    private func read(
        _ kernel: SweepKernel, _ group: Range<Int>, _ next: inout [Int32],
        _ costKm: inout [Double]
    ) {
        var ties: [Tie] = []
        let nodes = mesh.nodeCount
        let lanes = group.count
        next.withUnsafeMutableBufferPointer { next in
            costKm.withUnsafeMutableBufferPointer { costKm in
                for node in 0..<nodes {
                    let cost = kernel.costs[node]
                    let found = kernel.nextHops(of: node)
                    var place = group.lowerBound * nodes + node
                    for lane in 0..<lanes {
                        let isReached = cost[lane] < Self.unreachableKm
                        let hop =
                            isReached && found.count[lane] > 0 ? found.next[lane] : Int64(node)
                        next[place] = Int32(truncatingIfNeeded: hop)
                        costKm[place] = isReached ? cost[lane] : .infinity
                        if isReached, found.count[lane] > 1 {
                            ties.append(Tie(lane: lane, node: node, costKm: cost[lane]))
                        }
                        place += nodes
                    }
                }
                for (lane, place) in group.enumerated() {
                    let goal = destinations[place]
                    next[place * nodes + goal.index] = goal.rawValue
                    guard goal.index >= mesh.satelliteCount else { continue }
                    for link in mesh.row(of: goal) {
                        let node = Int(mesh.neighbour[link])
                        if kernel.costs[node][lane] == weightKm[link] {
                            next[place * nodes + node] = goal.rawValue
                        }
                    }
                }
                settle(&ties, group, next, costKm)
            }
        }
    }

    /// Settles ways of equal cost by their hops, then by the smallest neighbour, cheap nodes first:
    /// the ways on from their neighbours are settled then, and followed to count their hops.
    private func settle(
        _ ties: inout [Tie], _ group: Range<Int>, _ next: UnsafeMutableBufferPointer<Int32>,
        _ costKm: UnsafeMutableBufferPointer<Double>
    ) {
        ties.sort { $0.costKm < $1.costKm }
        for tie in ties {
            let place = group.lowerBound + tie.lane
            let goal = destinations[place].index
            let row = place * mesh.nodeCount
            // A direct hop is one hop, which no other way can match.
            if tie.node == goal || Int(next[row + tie.node]) == goal { continue }
            var least = Int.max
            for link in Int(mesh.firstLink[tie.node])..<Int(satelliteEnd[tie.node]) {
                let other = Int(mesh.neighbour[link])
                guard costKm[row + other] + weightKm[link] == tie.costKm else { continue }
                var hops = 0
                var node = other
                while node != goal {
                    node = Int(next[row + node])
                    hops += 1
                }
                if hops < least {
                    least = hops
                    next[row + tie.node] = Int32(truncatingIfNeeded: other)
                }
            }
        }
    }
}
