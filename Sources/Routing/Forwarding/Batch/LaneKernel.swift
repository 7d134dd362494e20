/// The inner loops of the batch engine, over memory that the caller keeps.
///
/// The nodes are gone through once in an order, all lanes together, and each link is looked at once,
/// by that of its ends which stands behind the other. This node takes the least over those before it
/// and notes the place of that one; and where, in some lane, it makes one of them cheaper, or as
/// cheap, it puts that one in a queue, and itself where two of them are equal. Queued nodes are looked
/// at again over all their neighbours, and those that become cheaper queue the neighbours that they
/// make cheaper, or as cheap. When the queue is empty, every node is the least over its neighbours,
/// which are the costs of the best routes. The last look at a node comes after the last change of any
/// neighbour on its best way, so that its place is right too, or two neighbours were equal then and
/// the lane is marked.
struct LaneKernel<Lanes: LaneArithmetic> {
    /// What is left to do.
    struct Work {
        /// The queue, a ring: where it begins, and how many it holds.
        var head = 0
        var queuedCount = 0
        /// How many nodes are listed that have ways of equal cost in some lane.
        var tiedCount = 0
    }

    let begin: UnsafeMutablePointer<Int32>
    let passEnd: UnsafeMutablePointer<Int32>
    let neighbour: UnsafeMutablePointer<Int32>
    let weight: UnsafeMutablePointer<Lanes.Costs>
    let costs: UnsafeMutablePointer<Lanes.Costs>
    let queued: UnsafeMutablePointer<UInt8>
    let queue: UnsafeMutablePointer<Int32>
    let queueCapacity: Int
    /// For each node the lanes in which it may have ways of equal cost, and the nodes with any.
    let tiedLanes: UnsafeMutablePointer<UInt32>
    let tiedNodes: UnsafeMutablePointer<Int32>
    /// What a way at each place of a row adds to the matches.
    let matches: UnsafeMutablePointer<Lanes.Slots>
    let slots: UnsafeMutableRawPointer
    let strideBytes: Int

    /// Gives each node of an order the least costs over the nodes before it, and their places.
    ///
    /// - Parameters:
    ///   - order: The nodes.
    ///   - ways: The links to nodes before, node by node.
    ///   - wayEnds: For each node of the order, where its links in `ways` end.
    @inline(never)
    func relax(
        _ order: UnsafeMutablePointer<Int32>, _ ways: UnsafeMutablePointer<LaneWay>,
        _ wayEnds: UnsafeMutablePointer<Int32>, count nodeCount: Int, work: inout Work
    ) {
        // A copy whose fields no store through a pointer can change.
        let (begin, weight, costs, matches) = (begin, weight, costs, matches)
        let (slots, strideBytes) = (slots, strideBytes)
        var index = 0
        var first = 0
        while index < nodeCount {
            // Four nodes before it is asked whether one of them is odd, which takes as long as a link.
            let end = index &+ 4 < nodeCount ? index &+ 4 : nodeCount
            let firstOfGroup = first
            var signs = Lanes.noSigns
            var next = index
            while next < end {
                let node = Int(order[next])
                let weight = weight + Int(begin[node])
                let last = Int(wayEnds[next])
                var best = costs[node]
                var place = first
                while place < last {
                    let way = ways[place]
                    Lanes.keepLess(
                        Lanes.sum(weight[Int(way.place)], costs[Int(way.node)]), in: &best)
                    place &+= 1
                }
                costs[node] = best
                // What was read is near now: to read it again is less than to choose among places.
                var found = Lanes.noMatches
                place = first
                while place < last {
                    let way = ways[place]
                    let step = weight[Int(way.place)]
                    let other = costs[Int(way.node)]
                    Lanes.match(
                        Lanes.sum(step, other), best, matches[Int(way.place)], in: &found)
                    Lanes.markReached(Lanes.sum(step, best), other, in: &signs)
                    place &+= 1
                }
                Lanes.store(matches: found, at: slots + node &* strideBytes)
                signs = Lanes.either(signs, Lanes.signs(ofMatches: found))
                first = last
                next &+= 1
            }
            if Lanes.isNegative(signs) {
                queueOdd(order + index, ways + firstOfGroup, count: end &- index, work: &work) {
                    Int(wayEnds[index &+ $0]) &- firstOfGroup
                }
            }
            index = end
        }
    }

    /// Queues those of some nodes that have ways of equal cost, and the nodes before that they make
    /// cheaper, or as cheap.
    @inline(never)
    private func queueOdd(
        _ order: UnsafeMutablePointer<Int32>, _ ways: UnsafeMutablePointer<LaneWay>, count: Int,
        work: inout Work, wayEnd: (Int) -> Int
    ) {
        var place = 0
        for index in 0..<count {
            let node = Int(order[index])
            let best = costs[node]
            var found = Lanes.noMatches
            while place < wayEnd(index) {
                let way = ways[place]
                let other = Int(way.node)
                let step = weight[Int(begin[node] + way.place)]
                Lanes.match(
                    Lanes.sum(step, costs[other]), best, matches[Int(way.place)], in: &found)
                var signs = Lanes.noSigns
                Lanes.markReached(Lanes.sum(step, best), costs[other], in: &signs)
                if Lanes.isNegative(signs), queued[other] == 0 { enqueue(other, work: &work) }
                place += 1
            }
            if Lanes.isNegative(Lanes.signs(ofMatches: found)), queued[node] == 0 {
                enqueue(node, work: &work)
            }
        }
    }

    @inline(__always)
    private func enqueue(_ node: Int, work: inout Work) {
        queued[node] = 1
        var place = work.head &+ work.queuedCount
        if place >= queueCapacity { place &-= queueCapacity }
        queue[place] = Int32(truncatingIfNeeded: node)
        work.queuedCount &+= 1
    }

    /// Marks lanes in which ways to a node are equal, and queues the neighbours that it improves.
    @inline(never)
    private func inspect(
        _ node: Int, _ best: Lanes.Costs, improved: Lanes.Costs, work: inout Work
    ) {
        let reaches = Lanes.less(improved, Lanes.unreachableCosts)
        var seen = Lanes.noFlags
        var tied = Lanes.noFlags
        for link in Int(begin[node])..<Int(passEnd[node]) {
            let other = Int(neighbour[link])
            let isTight = Lanes.equal(Lanes.sum(weight[link], costs[other]), best)
            tied = Lanes.or(tied, Lanes.and(seen, isTight))
            seen = Lanes.or(seen, isTight)
            let reached = Lanes.reach(
                Lanes.sum(weight[link], improved), costs[other])
            if Lanes.isAny(Lanes.and(reached, reaches)), queued[other] == 0 {
                enqueue(other, work: &work)
            }
        }
        tied = Lanes.and(tied, Lanes.less(best, Lanes.unreachableCosts))
        guard Lanes.isAny(tied) else { return }
        if tiedLanes[node] == 0 {
            tiedNodes[work.tiedCount] = Int32(truncatingIfNeeded: node)
            work.tiedCount &+= 1
        }
        tiedLanes[node] |= Lanes.bits(tied)
    }

    /// Looks at queued nodes again until none is left; gives how many became cheaper.
    ///
    /// - Parameters:
    ///   - directLink: For each node its direct link to the goal, −1 where there is none.
    ///   - goal: A goal that packets may pass through; its cost is zero.
    @inline(never)
    func repair(
        directLink: UnsafeMutablePointer<Int32>?, goal: Int?, _ work: inout Work
    ) -> Int {
        var repairs = 0
        while work.queuedCount > 0 {
            let node = Int(queue[work.head])
            work.head = work.head &+ 1 == queueCapacity ? 0 : work.head &+ 1
            work.queuedCount &-= 1
            queued[node] = 0
            let old = costs[node]
            var best = Lanes.unreachableCosts
            if node == goal { best = Lanes.zeroCosts }
            if let directLink, directLink[node] >= 0 {
                best = Lanes.seed(weight[Int(directLink[node])])
            }
            var second = Lanes.beyondCosts
            var bestSlots = Lanes.noSlots
            var slot = Lanes.firstSlots
            for link in Int(begin[node])..<Int(passEnd[node]) {
                let cost = Lanes.sum(weight[link], costs[Int(neighbour[link])])
                Lanes.keepLess(cost, slot, in: &best, &second, &bestSlots)
                slot = Lanes.next(slot)
            }
            costs[node] = best
            Lanes.store(bestSlots, at: slots + node &* strideBytes)
            let improved = Lanes.less(best, old)
            if Lanes.isOdd(best, second: second, old: old) {
                if Lanes.isAny(improved) { repairs &+= 1 }
                inspect(node, best, improved: Lanes.only(best, improved), work: &work)
            }
        }
        return repairs
    }

    /// Looks at stations, through which no packet passes, when all other nodes are done.
    @inline(never)
    func leaves(_ nodes: Range<Int>, work: inout Work) {
        for node in nodes {
            var best = costs[node]
            var second = Lanes.beyondCosts
            var bestSlots = Lanes.noSlots
            var slot = Lanes.firstSlots
            let end = Int(passEnd[node])
            var link = Int(begin[node])
            while link < end {
                let cost = Lanes.sum(weight[link], costs[Int(neighbour[link])])
                Lanes.keepLess(cost, slot, in: &best, &second, &bestSlots)
                slot = Lanes.next(slot)
                link &+= 1
            }
            costs[node] = best
            Lanes.store(bestSlots, at: slots + node &* strideBytes)
            // Nothing leads on from here: only ties are looked for.
            if Lanes.isOdd(best, second: second, old: best) {
                inspect(node, best, improved: Lanes.unreachableCosts, work: &work)
            }
        }
    }
}
