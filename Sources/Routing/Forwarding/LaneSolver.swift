import LaserMesh

/// The batch engine for one kind of lanes: its graph, its working memory and its orders.
///
/// The order of the nodes decides how fast the answer is found, and not which.
final class LaneSolver<Lanes: LaneArithmetic> {
    private let graph = LaneGraph<Lanes>()
    private var rules = RoutingRules()
    private var destinations: [NodeID] = []
    private let costs = LaneMemory<Lanes.Costs>()
    private let queued = LaneMemory<UInt8>()
    private let queue = LaneMemory<Int32>()
    private let hops = LaneMemory<Int32>()
    private let places = LaneMemory<Lanes.Slots>()
    private let tiedLanes = LaneMemory<UInt32>()
    private let tiedNodes = LaneMemory<Int32>()
    private let keys = LaneMemory<Int32>()
    private let buckets = LaneMemory<Int32>()
    /// The nodes that packets pass through, for each destination in an order of its own.
    private let orders = LaneMemory<Int32>()
    private var isOrdered: [Bool] = []
    private var orderShape = (nodes: 0, passing: 0, satellites: 0)

    /// Takes the links of a batch.
    func begin(_ batch: MeshBatch, to destinations: [NodeID], rules: RoutingRules) {
        self.rules = rules
        graph.take(batch, rules: rules)
        let nodes = graph.nodeCount
        costs.reserve(nodes)
        queue.reserve(nodes)
        hops.reserve(nodes)
        tiedLanes.reserve(nodes)
        tiedLanes.pointer.update(repeating: 0, count: nodes)
        tiedNodes.reserve(nodes)
        keys.reserve(nodes)
        buckets.reserve(Self.bucketCount + 1)
        queued.reserve(nodes)
        var degree = 0
        for node in 0..<nodes { degree = max(degree, Int(graph.end[node] - graph.begin[node])) }
        places.reserve(degree)
        var slots = Lanes.firstSlots
        for place in 0..<degree {
            places.pointer[place] = slots
            slots = Lanes.next(slots)
        }
        queued.pointer.update(repeating: 0, count: nodes)
        let shape = (nodes: nodes, passing: graph.passCount, satellites: graph.satelliteCount)
        let grew = orders.reserve(destinations.count * graph.passCount)
        if grew || self.destinations != destinations || orderShape != shape {
            self.destinations = destinations
            orderShape = shape
            isOrdered = Array(repeating: false, count: destinations.count)
        }
    }

    /// Takes the lengths of a group of instants.
    func takeWeights(of batch: MeshBatch, fromInstant first: Int) {
        graph.takeWeights(of: batch, fromInstant: first, hopCostKm: rules.hopCostKm)
    }

    /// Finds the costs and the next hops of all nodes to one destination.
    func solve(_ place: Int, slots: UnsafeMutableRawPointer, strideBytes: Int) {
        let goal = destinations[place].index
        let order = orders.pointer + place * graph.passCount
        let kernel = LaneKernel<Lanes>(
            begin: graph.begin, passEnd: graph.passEnd, neighbour: graph.neighbour,
            weight: graph.weight, costs: costs.pointer,
            queued: queued.pointer, queue: queue.pointer, queueCapacity: graph.nodeCount,
            tiedLanes: tiedLanes.pointer, tiedNodes: tiedNodes.pointer, places: places.pointer,
            slots: slots, strideBytes: strideBytes)
        costs.pointer.update(repeating: Lanes.unreachableCosts, count: graph.nodeCount)
        let goalPasses = goal < graph.passCount
        seed(goal, goalPasses: goalPasses)
        if !isOrdered[place] { orderByLinks(from: goal, into: order) }

        var work = LaneKernel<Lanes>.Work()
        kernel.relax(order, count: graph.passCount)
        kernel.settle(order, count: graph.passCount, work: &work)
        var baseOfGoal: UnsafeMutablePointer<Int32>?
        if !goalPasses, work.queuedCount > 0 {
            // A node beside the goal begins with its direct link when it is looked at again.
            baseOfGoal = hops.pointer
            hops.pointer.update(repeating: -1, count: graph.nodeCount)
            for link in Int(graph.begin[goal])..<Int(graph.end[goal]) {
                hops.pointer[Int(graph.neighbour[link])] = Int32(truncatingIfNeeded: link)
            }
        }
        let repairs = kernel.repair(directLink: baseOfGoal, goal: goalPasses ? goal : nil, &work)
        if graph.passCount < graph.nodeCount {
            kernel.leaves(graph.passCount..<graph.nodeCount, work: &work)
        }
        if !goalPasses { putDirectHops(to: goal, slots, strideBytes) }
        if work.tiedCount > 0 {
            LaneTies<Lanes>(
                graph: graph, costs: scalarCosts, tiedLanes: tiedLanes.pointer,
                tiedNodes: tiedNodes.pointer, tiedCount: work.tiedCount, hops: hops.pointer,
                queue: queue.pointer, goal: goal, slots: slots, strideBytes: strideBytes
            ).settle()
        }
        if graph.hasZeroWeights { clearUnreachable(slots, strideBytes) }
        for lane in 0..<Lanes.width {
            slots.storeBytes(
                of: UInt16(truncatingIfNeeded: BatchForwardingState.noCode),
                toByteOffset: goal * strideBytes + 2 * lane, as: UInt16.self)
        }
        // Sorting costs about as much as looking at a third of the nodes again.
        if !isOrdered[place] || repairs * 6 > graph.passCount {
            orderByCost(into: order)
            isOrdered[place] = true
        }
    }

    /// Puts the costs [km] of some nodes where they are kept, infinite for those out of reach.
    func copyCosts(of nodes: Range<Int>, to target: UnsafeMutablePointer<Double>, stride: Int) {
        let costs = scalarCosts
        let width = Lanes.width
        var row = target
        for node in nodes {
            for lane in 0..<width {
                let cost = costs[node * width + lane]
                row[lane] = cost < Lanes.unreachable ? Lanes.km(cost) : .infinity
            }
            row += stride
        }
    }

    private var scalarCosts: UnsafeMutablePointer<Lanes.Cost> {
        UnsafeMutableRawPointer(costs.pointer).assumingMemoryBound(to: Lanes.Cost.self)
    }

    /// Gives the goal its cost of zero, or, where packets may not pass through it, its neighbours
    /// the costs of their direct links.
    private func seed(_ goal: Int, goalPasses: Bool) {
        if goalPasses {
            costs.pointer[goal] = Lanes.zeroCosts
            return
        }
        for link in Int(graph.begin[goal])..<Int(graph.end[goal]) {
            costs.pointer[Int(graph.neighbour[link])] = Lanes.seed(graph.weight[link])
        }
    }

    /// Takes the places of nodes that cannot be reached: over links that weigh nothing they cost as
    /// much as their neighbours.
    private func clearUnreachable(_ slots: UnsafeMutableRawPointer, _ strideBytes: Int) {
        let costs = scalarCosts
        for node in 0..<graph.nodeCount {
            for lane in 0..<Lanes.width
            where !(costs[node * Lanes.width + lane] < Lanes.unreachable) {
                slots.storeBytes(
                    of: UInt16(truncatingIfNeeded: BatchForwardingState.noCode),
                    toByteOffset: node * strideBytes + 2 * Lanes.storedPlace(ofLane: lane),
                    as: UInt16.self)
            }
        }
    }

    /// Writes direct hops to a goal that packets may not pass through: it stands in no row.
    private func putDirectHops(
        to goal: Int, _ slots: UnsafeMutableRawPointer, _ strideBytes: Int
    ) {
        let width = Lanes.width
        costs.pointer[goal] = Lanes.zeroCosts
        let costs = scalarCosts
        let weights = graph.scalarWeight
        for link in Int(graph.begin[goal])..<Int(graph.end[goal]) {
            let node = Int(graph.neighbour[link])
            let row = slots + node * strideBytes
            for lane in 0..<width {
                let cost = costs[node * width + lane]
                guard cost < Lanes.unreachable, weights[link * width + lane] == cost else {
                    continue
                }
                row.storeBytes(
                    of: UInt16(truncatingIfNeeded: BatchForwardingState.directCode),
                    toByteOffset: 2 * Lanes.storedPlace(ofLane: lane), as: UInt16.self)
            }
        }
    }

    /// Orders the nodes by how many links they are away, for want of costs.
    private func orderByLinks(from goal: Int, into order: UnsafeMutablePointer<Int32>) {
        let passCount = graph.passCount
        let isSeen = hops.pointer
        isSeen.update(repeating: 0, count: graph.nodeCount)
        var tail = 0
        func visit(_ node: Int) {
            guard node < passCount, isSeen[node] == 0 else { return }
            isSeen[node] = 1
            order[tail] = Int32(truncatingIfNeeded: node)
            tail += 1
        }
        if goal < passCount {
            visit(goal)
        } else {
            for link in Int(graph.begin[goal])..<Int(graph.end[goal]) {
                visit(Int(graph.neighbour[link]))
            }
        }
        var head = 0
        while head < tail {
            let node = Int(order[head])
            head += 1
            for link in Int(graph.begin[node])..<Int(graph.passEnd[node]) {
                visit(Int(graph.neighbour[link]))
            }
        }
        for node in 0..<passCount { visit(node) }
    }

    private static var bucketCount: Int { 1_024 }

    /// Orders the nodes by their costs in the last lane, by counting.
    ///
    /// A bucket of a thousandth of the greatest cost is narrower than a link, so that how nodes
    /// stand inside one makes no difference.
    private func orderByCost(into order: UnsafeMutablePointer<Int32>) {
        let passCount = graph.passCount
        let last = Lanes.width - 1
        let costs = scalarCosts
        let key = keys.pointer
        let start = buckets.pointer
        let bucketCount = Self.bucketCount
        var greatest = 1.0
        for node in 0..<passCount {
            let cost = costs[node * Lanes.width + last]
            if cost < Lanes.unreachable { greatest = max(greatest, Lanes.km(cost)) }
        }
        let scale = Double(bucketCount - 2) / greatest
        start.update(repeating: 0, count: bucketCount + 1)
        for node in 0..<passCount {
            let cost = costs[node * Lanes.width + last]
            let bucket =
                cost < Lanes.unreachable
                ? Int32(truncatingIfNeeded: Int(Lanes.km(cost) * scale))
                : Int32(truncatingIfNeeded: bucketCount - 1)
            key[node] = bucket
            start[Int(bucket) + 1] += 1
        }
        for bucket in 0..<bucketCount { start[bucket + 1] += start[bucket] }
        for node in 0..<passCount {
            let bucket = Int(key[node])
            order[Int(start[bucket])] = Int32(truncatingIfNeeded: node)
            start[bucket] += 1
        }
    }
}
