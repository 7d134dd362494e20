/// The inner loops of the batch engine, over memory that the caller keeps.
///
/// A node takes the least over its neighbours in all lanes together. On the second look it also notes
/// the place of that neighbour; if it is cheaper than before, the neighbours that it makes cheaper,
/// or as cheap, are put in the queue to be looked at again. When the queue is empty, every node is
/// the least over its neighbours, which are the costs of the best routes. The last look at a node
/// comes after the last change of any neighbour on its best way, so that its place is right too, or
/// two neighbours were equal then and the lane is marked.
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

    /// Gives each node of an order the least costs over its neighbours.
    @inline(never)
    func relax(_ order: UnsafeMutablePointer<Int32>, count: Int) {
        let begin = begin
        let passEnd = passEnd
        let neighbour = neighbour
        let weight = weight
        let costs = costs
        var index = 0
        while index < count {
            let node = Int(order[index])
            var link = Int(begin[node])
            let end = Int(passEnd[node])
            var best = costs[node]
            while link < end {
                Lanes.keepLess(
                    Lanes.sum(weight[link], costs[Int(neighbour[link])]), in: &best)
                link &+= 1
            }
            costs[node] = best
            index &+= 1
        }
    }

    /// Looks at each node of an order again, for places and for what came too early.
    ///
    /// Four nodes are looked at before it is asked whether one of them is odd, which takes as long
    /// as two links. If so, they are looked at once more, one by one.
    @inline(never)
    func settle(
        _ order: UnsafeMutablePointer<Int32>, count nodeCount: Int, work: inout Work
    ) {
        // A copy whose fields no store through a pointer can change.
        let (begin, passEnd, neighbour) = (begin, passEnd, neighbour)
        let (weight, costs, matches) = (weight, costs, matches)
        let (slots, strideBytes) = (slots, strideBytes)
        var index = 0
        while index < nodeCount {
            let end = index &+ 4 < nodeCount ? index &+ 4 : nodeCount
            var signs = Lanes.noSigns
            var next = index
            while next < end {
                let node = Int(order[next])
                let old = costs[node]
                let found = Self.look(
                    Int(begin[node]), Int(passEnd[node]), old, neighbour, weight, costs, matches,
                    slots + node &* strideBytes)
                signs = Lanes.either(signs, found.signs)
                next &+= 1
            }
            if Lanes.isNegative(signs) { settleSingly(order, index, end, work: &work) }
            index = end
        }
    }

    @inline(never)
    private func settleSingly(
        _ order: UnsafeMutablePointer<Int32>, _ first: Int, _ last: Int, work: inout Work
    ) {
        for index in first..<last {
            let node = Int(order[index])
            let old = costs[node]
            let (best, signs) = Self.look(
                Int(begin[node]), Int(passEnd[node]), old, neighbour, weight, costs, matches,
                slots + node &* strideBytes)
            if Lanes.isNegative(signs) { revise(node, best, old: old, work: &work) }
        }
    }

    /// Notes the places of a node's next hops; gives the least costs over its neighbours, and signs
    /// that are negative where those are less than before or several ways are equal.
    @inline(__always)
    private static func look(
        _ begin: Int, _ end: Int, _ old: Lanes.Costs, _ neighbour: UnsafeMutablePointer<Int32>,
        _ weight: UnsafeMutablePointer<Lanes.Costs>, _ costs: UnsafeMutablePointer<Lanes.Costs>,
        _ matches: UnsafeMutablePointer<Lanes.Slots>, _ slots: UnsafeMutableRawPointer
    ) -> (best: Lanes.Costs, signs: Lanes.Signs) {
        var link = begin
        var best = old
        var found = Lanes.noMatches
        var place = 0
        while link < end {
            let way = Lanes.sum(weight[link], costs[Int(neighbour[link])])
            Lanes.match(way, old, matches[place], in: &found)
            Lanes.keepLess(way, in: &best)
            place &+= 1
            link &+= 1
        }
        Lanes.store(matches: found, at: slots)
        return (best, Lanes.signs(best, found, old: old))
    }

    /// Takes what a second look at a node found: less cost, or equal ways.
    @inline(never)
    private func revise(
        _ node: Int, _ found: Lanes.Costs, old: Lanes.Costs, work: inout Work
    ) {
        let improved = Lanes.less(found, old)
        var best = old
        Lanes.keepLess(found, in: &best)
        costs[node] = best
        // The places noted are those of the costs before.
        if Lanes.isAny(improved), queued[node] == 0 { enqueue(node, work: &work) }
        inspect(node, best, improved: Lanes.only(best, improved), work: &work)
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

    /// Looks at queued nodes again until none is left; gives how many.
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
            repairs &+= 1
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
