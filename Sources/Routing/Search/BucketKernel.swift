/// The inner loop of ``BucketTree``, over memory that it keeps.
///
/// A node waits in the bucket of its cost, in a ring of lists; nodes that were made cheaper stay in
/// their old lists too and are passed over there. Each direction of a link brings in one entry at
/// most, so that the entries never outgrow the links.
struct BucketKernel {
    /// A node in a bucket, and the entry after it, −1 for none.
    struct Entry {
        var node: Int32 = -1
        var next: Int32 = -1
    }

    let firstLink: UnsafePointer<Int32>
    let neighbour: UnsafePointer<Int32>
    let lengthKm: UnsafePointer<Double>
    let hopCostKm: Double
    /// Cost, links and next node of the best way to the goal, by node.
    let costKm: UnsafeMutablePointer<Double>
    let hops: UnsafeMutablePointer<Int32>
    let next: UnsafeMutablePointer<Int32>
    /// The first entry of each bucket of the ring, −1 where it is empty.
    let heads: UnsafeMutablePointer<Int32>
    let ring: Int
    let bucketsPerKm: Double
    /// Room for one entry more than there are directions of links.
    let entries: UnsafeMutablePointer<Entry>
    /// Nodes below this number pass packets on; the goal does too.
    let passCount: Int
    /// Nodes from this number on are left out, unless they are neighbours of the goal.
    let seenCount: Int

    /// Finds the ways from all nodes to a goal, or until a node's way is final.
    @inline(never)
    func grow(to goal: Int, until last: Int) {
        // A copy whose fields no store through a pointer can change.
        let (firstLink, neighbour, lengthKm) = (firstLink, neighbour, lengthKm)
        let (costKm, hops, next, heads) = (costKm, hops, next, heads)
        let entries = entries
        let (hopCostKm, bucketsPerKm) = (hopCostKm, bucketsPerKm)
        let (ring, passCount, seenCount) = (ring, passCount, seenCount)
        entries[0] = Entry(node: Int32(truncatingIfNeeded: goal))
        heads[0] = 0
        var count = 1
        var waiting = 1
        var bucket = 0
        var slot = 0
        while waiting > 0 {
            if last >= 0, costKm[last] * bucketsPerKm < Double(bucket) { break }
            var entry = Int(heads[slot])
            heads[slot] = -1
            while entry >= 0 {
                let node = Int(entries[entry].node)
                entry = Int(entries[entry].next)
                waiting &-= 1
                let cost = costKm[node]
                // Made cheaper meanwhile, and done in an earlier bucket.
                if Int(cost * bucketsPerKm) != bucket { continue }
                if node >= passCount, node != goal { continue }
                let hopCount = hops[node] &+ 1
                let seen = node == goal ? Int.max : seenCount
                var place = Int(firstLink[node])
                let end = Int(firstLink[node &+ 1])
                while place < end {
                    let other = Int(neighbour[place])
                    // Rows are ascending: only nodes to leave out are left.
                    if other >= seen { break }
                    let reached = cost + (lengthKm[place] + hopCostKm)
                    place &+= 1
                    let old = costKm[other]
                    if reached > old { continue }
                    if reached == old {
                        let isBetter =
                            hopCount < hops[other]
                            || hopCount == hops[other]
                                && Int32(truncatingIfNeeded: node) < next[other]
                        if isBetter {
                            hops[other] = hopCount
                            next[other] = Int32(truncatingIfNeeded: node)
                        }
                        continue
                    }
                    costKm[other] = reached
                    hops[other] = hopCount
                    next[other] = Int32(truncatingIfNeeded: node)
                    let target = Int(reached * bucketsPerKm)
                    // It waits in that bucket already.
                    if old < .infinity, Int(old * bucketsPerKm) == target { continue }
                    var bin = slot &+ (target &- bucket)
                    if bin >= ring { bin &-= ring }
                    entries[count] = Entry(
                        node: Int32(truncatingIfNeeded: other), next: heads[bin])
                    heads[bin] = Int32(truncatingIfNeeded: count)
                    count &+= 1
                    waiting &+= 1
                }
            }
            bucket &+= 1
            slot = slot &+ 1 == ring ? 0 : slot &+ 1
        }
    }
}
