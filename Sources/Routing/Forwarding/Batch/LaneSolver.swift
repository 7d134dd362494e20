import LaserMesh

/// The batch engine for one kind of lanes: its graph, its working memory and its orders.
///
/// Destinations are taken in groups where the nodes fall into chunks that no link joins: a chunk is
/// solved for one destination after another, while its links are in the fast caches.
final class LaneSolver<Lanes: LaneArithmetic> {
    private let graph = LaneGraph<Lanes>()
    private var rules = RoutingRules()
    private var destinations: [NodeID] = []
    /// Costs by destination of a group and node.
    private let costs = LaneMemory<Lanes.Costs>()
    private let queued = LaneMemory<UInt8>()
    private let queue = LaneMemory<Int32>()
    private let hops = LaneMemory<Int32>()
    private let matches = LaneMemory<Lanes.Slots>()
    /// Lanes with ways of equal cost by destination of a group and node, and the nodes with any.
    private let tiedLanes = LaneMemory<UInt32>()
    private let tiedNodes = LaneMemory<Int32>()
    /// For each node its direct link to the goal, −1 where there is none, as it is between goals.
    private let directLinks = LaneMemory<Int32>()
    private let orders = NodeOrders<Lanes>()

    /// Destinations whose costs are kept at one time.
    private(set) var groupSize = 1

    private static var greatestGroup: Int { 8 }

    /// Takes the links of a batch.
    func begin(_ batch: MeshBatch, to destinations: [NodeID], rules: RoutingRules) {
        self.rules = rules
        graph.take(batch, rules: rules)
        takeChunks(to: destinations)
        orders.takeRows(of: graph)
        groupSize = orders.chunks.count > 1 ? Self.greatestGroup : 1
        let nodes = graph.nodeCount
        costs.reserve(nodes * groupSize)
        queue.reserve(nodes)
        hops.reserve(nodes)
        tiedLanes.reserve(nodes * groupSize)
        tiedLanes.pointer.update(repeating: 0, count: nodes * groupSize)
        tiedNodes.reserve(nodes * groupSize)
        directLinks.reserve(nodes)
        directLinks.pointer.update(repeating: -1, count: nodes)
        queued.reserve(nodes)
        queued.pointer.update(repeating: 0, count: nodes)
        var degree = 0
        for node in 0..<nodes { degree = max(degree, Int(graph.end[node] - graph.begin[node])) }
        matches.reserve(degree)
        var match = Lanes.firstMatch
        for place in 0..<degree {
            matches.pointer[place] = match
            match = Lanes.nextMatch(match)
        }
    }

    /// Keeps the orders of the batch before where its destinations and its chunks still hold.
    private func takeChunks(to destinations: [NodeID]) {
        let isSame =
            self.destinations == destinations && orders.chunks.nodes.count == graph.passCount
        if isSame,
            orders.chunks.areApart(
                begin: graph.begin, end: graph.passEnd, neighbour: graph.neighbour)
        {
            return
        }
        self.destinations = destinations
        // Links that join what was apart before will do so again: then all is one chunk.
        let chunks =
            isSame
            ? NodeChunks(whole: graph.passCount)
            : NodeChunks(
                of: graph.passCount, begin: graph.begin, end: graph.passEnd,
                neighbour: graph.neighbour)
        orders.reset(destinations: destinations.count, chunks: chunks)
    }

    /// Takes the lengths of a group of instants.
    func takeWeights(of batch: MeshBatch, fromInstant first: Int) {
        graph.takeWeights(of: batch, fromInstant: first, hopCostKm: rules.hopCostKm)
    }

    /// Finds the costs and the next hops of all nodes to a group of destinations.
    ///
    /// - Parameters:
    ///   - group: Places of destinations, no more than ``groupSize``.
    ///   - slots: Where to put the places of the next hops of the first of them.
    ///   - strideBytes: Bytes from a node to the next one.
    func solve(_ group: Range<Int>, slots: UnsafeMutableRawPointer, strideBytes: Int) {
        let planeBytes = graph.nodeCount * strideBytes
        var works = Array(repeating: LaneKernel<Lanes>.Work(), count: group.count)
        for chunk in 0..<orders.chunks.count {
            for (member, place) in group.enumerated() {
                solve(
                    chunk, place, kernel(member, slots + member * planeBytes, strideBytes),
                    &works[member])
            }
        }
        for (member, place) in group.enumerated() {
            finish(
                destinations[place].index,
                kernel(member, slots + member * planeBytes, strideBytes), works[member])
        }
    }

    private func kernel(
        _ member: Int, _ slots: UnsafeMutableRawPointer, _ strideBytes: Int
    ) -> LaneKernel<Lanes> {
        let plane = member * graph.nodeCount
        return LaneKernel<Lanes>(
            begin: graph.begin, passEnd: graph.passEnd, neighbour: graph.neighbour,
            weight: graph.weight, costs: costs.pointer + plane,
            queued: queued.pointer, queue: queue.pointer, queueCapacity: graph.nodeCount,
            tiedLanes: tiedLanes.pointer + plane, tiedNodes: tiedNodes.pointer + plane,
            matches: matches.pointer, slots: slots, strideBytes: strideBytes)
    }

    /// Finds the costs and the next hops of the nodes of a chunk to a destination.
    private func solve(
        _ chunk: Int, _ place: Int, _ kernel: LaneKernel<Lanes>,
        _ work: inout LaneKernel<Lanes>.Work
    ) {
        let goal = destinations[place].index
        let goalPasses = goal < graph.passCount
        let range = orders.chunks.range(of: chunk)
        orders.chunks.nodes.withUnsafeBufferPointer { nodes in
            for index in range { kernel.costs[Int(nodes[index])] = Lanes.unreachableCosts }
        }
        seed(goal, in: chunk, kernel.costs)
        let isOrdered = orders.isOrdered(place, chunk)
        if !isOrdered { orders.orderByLinks(place, chunk, from: goal, in: graph) }
        let order = orders.order(place, chunk)
        let (ways, wayEnds) = orders.ways(place, chunk, in: graph)
        kernel.relax(order, ways, wayEnds, count: range.count, work: &work)
        var repairs = 0
        if work.queuedCount > 0 {
            // A node beside the goal begins with its direct link when it is looked at again.
            if !goalPasses { setDirectLinks(to: goal, true) }
            repairs = kernel.repair(
                directLink: goalPasses ? nil : directLinks.pointer, goal: goalPasses ? goal : nil,
                &work)
            if !goalPasses { setDirectLinks(to: goal, false) }
        }
        // Sorting costs about as much as looking at a third of the nodes again.
        if !isOrdered || repairs * 6 > range.count {
            orders.orderByCost(place, chunk, scalar(kernel.costs))
        }
    }

    private func setDirectLinks(to goal: Int, _ isSet: Bool) {
        for link in Int(graph.begin[goal])..<Int(graph.end[goal]) {
            directLinks.pointer[Int(graph.neighbour[link])] =
                isSet ? Int32(truncatingIfNeeded: link) : -1
        }
    }

    /// Finds the next hops of stations through which no packet passes, those that are the goal
    /// itself, and those of nodes with ways of equal cost.
    private func finish(
        _ goal: Int, _ kernel: LaneKernel<Lanes>, _ done: LaneKernel<Lanes>.Work
    ) {
        var work = done
        let (slots, strideBytes) = (kernel.slots, kernel.strideBytes)
        if graph.passCount < graph.nodeCount {
            for node in graph.passCount..<graph.nodeCount {
                kernel.costs[node] = Lanes.unreachableCosts
            }
            seed(goal, in: nil, kernel.costs)
            kernel.leaves(graph.passCount..<graph.nodeCount, work: &work)
        }
        if goal >= graph.passCount { putDirectHops(to: goal, kernel) }
        if work.tiedCount > 0 {
            LaneTies<Lanes>(
                graph: graph, costs: scalar(kernel.costs), tiedLanes: kernel.tiedLanes,
                tiedNodes: kernel.tiedNodes, tiedCount: work.tiedCount, hops: hops.pointer,
                queue: queue.pointer, goal: goal, slots: slots, strideBytes: strideBytes
            ).settle()
        }
        if graph.hasZeroWeights { clearUnreachable(kernel) }
        for lane in 0..<Lanes.width {
            slots.storeBytes(
                of: UInt16(truncatingIfNeeded: BatchForwardingState.noCode),
                toByteOffset: goal * strideBytes + 2 * lane, as: UInt16.self)
        }
    }

    /// Puts the costs [km] of some nodes to a member of the last group where they are kept, infinite
    /// for those out of reach.
    func copyCosts(
        ofMember member: Int, nodes: Range<Int>, to target: UnsafeMutablePointer<Double>,
        stride: Int
    ) {
        let costs = costs.pointer + member * graph.nodeCount
        var row = target
        for node in nodes {
            Lanes.storeKm(costs[node], at: row)
            row += stride
        }
    }

    private func scalar(
        _ costs: UnsafeMutablePointer<Lanes.Costs>
    ) -> UnsafeMutablePointer<Lanes.Cost> {
        UnsafeMutableRawPointer(costs).assumingMemoryBound(to: Lanes.Cost.self)
    }

    /// Gives the goal its cost of zero, or, where packets may not pass through it, its neighbours
    /// the costs of their direct links: those in a chunk, or the stations where it is `nil`.
    private func seed(
        _ goal: Int, in chunk: Int?, _ costs: UnsafeMutablePointer<Lanes.Costs>
    ) {
        let passCount = graph.passCount
        func isMember(_ node: Int) -> Bool {
            guard node < passCount else { return chunk == nil }
            return chunk.map { Int(orders.chunks.chunkOfNode[node]) == $0 } ?? false
        }
        if goal < passCount {
            if isMember(goal) { costs[goal] = Lanes.zeroCosts }
            return
        }
        for link in Int(graph.begin[goal])..<Int(graph.end[goal]) {
            let node = Int(graph.neighbour[link])
            if isMember(node) { costs[node] = Lanes.seed(graph.weight[link]) }
        }
    }

    /// Takes the places of nodes that cannot be reached: over links that weigh nothing they cost as
    /// much as their neighbours.
    private func clearUnreachable(_ kernel: LaneKernel<Lanes>) {
        let costs = scalar(kernel.costs)
        for node in 0..<graph.nodeCount {
            for lane in 0..<Lanes.width
            where !(costs[node * Lanes.width + lane] < Lanes.unreachable) {
                kernel.slots.storeBytes(
                    of: UInt16(truncatingIfNeeded: BatchForwardingState.noCode),
                    toByteOffset: node * kernel.strideBytes + 2 * Lanes.storedPlace(ofLane: lane),
                    as: UInt16.self)
            }
        }
    }

    /// Writes direct hops to a goal that packets may not pass through: it stands in no row.
    private func putDirectHops(to goal: Int, _ kernel: LaneKernel<Lanes>) {
        let width = Lanes.width
        kernel.costs[goal] = Lanes.zeroCosts
        let costs = scalar(kernel.costs)
        let weights = graph.scalarWeight
        for link in Int(graph.begin[goal])..<Int(graph.end[goal]) {
            let node = Int(graph.neighbour[link])
            let row = kernel.slots + node * kernel.strideBytes
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
}
