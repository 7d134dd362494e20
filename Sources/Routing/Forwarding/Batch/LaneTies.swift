import LaserMesh

/// Gives the next hops of nodes with several ways of equal cost: fewest hops first, then the
/// smallest neighbour.
///
/// Where such nodes are few, the ways from each are followed to their end and their hops counted;
/// nodes with equal ways on them are settled first, which are cheaper. Where they are many, or a
/// link weighs nothing so that costs give no such order, hops are counted from the goal over all
/// links of a lane that are as long as costs differ.
struct LaneTies<Lanes: LaneArithmetic> {
    let graph: LaneGraph<Lanes>
    let costs: UnsafeMutablePointer<Lanes.Cost>
    /// For each node the lanes that are not settled; all are zero in the end.
    let tiedLanes: UnsafeMutablePointer<UInt32>
    let tiedNodes: UnsafeMutablePointer<Int32>
    let tiedCount: Int
    let hops: UnsafeMutablePointer<Int32>
    let queue: UnsafeMutablePointer<Int32>
    let goal: Int
    let slots: UnsafeMutableRawPointer
    let strideBytes: Int

    private var goalPasses: Bool { goal < graph.passCount }

    func settle() {
        let fewest = graph.nodeCount / 64
        for lane in 0..<Lanes.width {
            let bit = UInt32(1) << UInt32(lane)
            var count = 0
            for index in 0..<tiedCount where tiedLanes[Int(tiedNodes[index])] & bit != 0 {
                count += 1
            }
            if count == 0 { continue }
            if graph.hasZeroWeights || count > fewest {
                settleAll(lane: lane)
            } else {
                for index in 0..<tiedCount {
                    let node = Int(tiedNodes[index])
                    if tiedLanes[node] & bit != 0 { settle(node, lane: lane) }
                }
            }
        }
        for index in 0..<tiedCount { tiedLanes[Int(tiedNodes[index])] = 0 }
    }

    private func put(_ code: Int, _ node: Int, _ lane: Int) {
        slots.storeBytes(
            of: UInt16(truncatingIfNeeded: code),
            toByteOffset: node * strideBytes + 2 * Lanes.storedPlace(ofLane: lane),
            as: UInt16.self)
    }

    private func code(_ node: Int, _ lane: Int) -> Int {
        Int(
            slots.loadUnaligned(
                fromByteOffset: node * strideBytes + 2 * Lanes.storedPlace(ofLane: lane),
                as: UInt16.self))
    }

    private func isTight(_ link: Int, from far: Int, to near: Int, _ lane: Int) -> Bool {
        let width = Lanes.width
        let cost = costs[far * width + lane]
        return cost < Lanes.unreachable
            && Lanes.sum(graph.scalarWeight[link * width + lane], costs[near * width + lane])
                == cost
    }

    /// Settles one node, and those with equal ways on its ways.
    private func settle(_ node: Int, lane: Int) {
        tiedLanes[node] &= ~(UInt32(1) << UInt32(lane))
        // A direct hop is one hop, which no other way can match.
        if code(node, lane) == BatchForwardingState.directCode { return }
        var least = Int.max
        let begin = Int(graph.begin[node])
        for link in begin..<Int(graph.passEnd[node]) {
            let other = Int(graph.neighbour[link])
            guard isTight(link, from: node, to: other, lane) else { continue }
            let count = hopCount(other, lane: lane)
            if count < least {
                least = count
                put(link - begin, node, lane)
            }
        }
    }

    private func hopCount(_ start: Int, lane: Int) -> Int {
        var node = start
        var count = 0
        while node != goal {
            if tiedLanes[node] >> UInt32(lane) & 1 == 1 { settle(node, lane: lane) }
            count += 1
            let code = code(node, lane)
            if code == BatchForwardingState.directCode { break }
            node = Int(graph.neighbour[Int(graph.begin[node]) + code])
        }
        return count
    }

    /// Settles all nodes of a lane.
    private func settleAll(lane: Int) {
        let passCount = graph.passCount
        hops.update(repeating: .max, count: graph.nodeCount)
        hops[goal] = 0
        queue[0] = Int32(truncatingIfNeeded: goal)
        var head = 0
        var tail = 1
        while head < tail {
            let node = Int(queue[head])
            head += 1
            let end = node == goal ? graph.end[node] : graph.passEnd[node]
            for link in Int(graph.begin[node])..<Int(end) {
                let other = Int(graph.neighbour[link])
                guard hops[other] == .max, isTight(link, from: other, to: node, lane) else {
                    continue
                }
                hops[other] = hops[node] + 1
                if other < passCount {
                    queue[tail] = Int32(truncatingIfNeeded: other)
                    tail += 1
                }
            }
        }
        for index in 0..<tiedCount {
            let node = Int(tiedNodes[index])
            if tiedLanes[node] >> UInt32(lane) & 1 == 1 { chooseByHops(node, lane: lane) }
        }
    }

    /// Takes the smallest of the neighbours with the fewest hops, when those are counted.
    private func chooseByHops(_ node: Int, lane: Int) {
        if code(node, lane) == BatchForwardingState.directCode { return }
        let begin = Int(graph.begin[node])
        var least = Int32.max
        for link in begin..<Int(graph.passEnd[node]) {
            let other = Int(graph.neighbour[link])
            if hops[other] < least, isTight(link, from: node, to: other, lane) {
                least = hops[other]
                put(link - begin, node, lane)
            }
        }
    }
}
