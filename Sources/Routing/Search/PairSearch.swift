import LaserMesh
import Orbits

/// The inner loop of A*, over memory that the caller keeps.
///
/// A node whose known way is improved after the ways on from it were looked at, which the rounding of
/// the bound makes happen now and then, is looked at again, and so are those whose way leads over it.
struct PairSearch {
    let nodes: UnsafeMutablePointer<SearchNode>
    let entries: UnsafeMutablePointer<IndexedHeap.Entry>
    /// The stamp of a node that this search reached.
    let stamp: UInt32
    let hopCostKm: Double
    /// The nodes below are those that packets may pass through.
    let passCount: Int
    let satelliteCount: Int

    /// Finds the best way; afterwards the nodes with the stamp know theirs.
    ///
    /// - Returns: Whether there is one.
    @inline(never)
    func run<Filter: LinkFilter>(
        in mesh: Mesh, from source: Int, to goal: Int, bound: CostBound, over filter: Filter
    ) -> Bool {
        let firstLink = mesh.firstLink.span
        let neighbour = mesh.neighbour.span
        let lengthKm = mesh.lengthKm.span
        let measured = mesh.hasMeasuredLengths ? mesh.positions : nil
        let positions = measured ?? PositionPlanes(count: 0)
        let (x, y, z) = (positions.x.span, positions.y.span, positions.z.span)
        let isBounded = x.count == mesh.nodeCount
        var heap = IndexedHeap(entries, nodes)
        nodes[source] = SearchNode(parent: Int32(truncatingIfNeeded: source), stamp: stamp)
        heap.push(.init(node: Int32(truncatingIfNeeded: source)))
        let reached = stamp
        /// The cost of the best known way to the goal, and the greatest key of one as cheap.
        var goalKm = source == goal ? 0 : Double.infinity
        var goalKey = UInt64.max
        func isKnown(_ node: Int) -> Bool { nodes[node].stamp | 1 == reached | 1 }
        while let entry = heap.pop() {
            // An equally cheap way may still come before the known one, a dearer way may not.
            if entry.key > goalKey { break }
            let node = Int(entry.node)
            if node == goal || (node >= passCount && node != source) { continue }
            let isAgain = nodes[node].stamp & 1 == 1
            nodes[node].stamp = reached | 1
            let cost = nodes[node].costKm
            let hops = nodes[node].hops &+ 1
            var place = Int(firstLink[unchecked: node])
            let end = Int(firstLink[unchecked: node &+ 1])
            while place < end {
                let next = Int(neighbour[unchecked: place])
                let nextCost = cost + (lengthKm[unchecked: place] + hopCostKm)
                defer { place &+= 1 }
                // A station that is not the destination leads nowhere.
                if next >= passCount, next != goal { continue }
                if !filter.allows(place, to: next) { continue }
                if isKnown(next) {
                    var isBetter = nextCost < nodes[next].costKm
                    if !isBetter, nextCost == nodes[next].costKm {
                        isBetter =
                            hops < nodes[next].hops
                            || (hops == nodes[next].hops
                                && precedes(node, Int(nodes[next].parent)))
                    }
                    let leadsOverNode =
                        isAgain && nodes[next].stamp & 1 == 1
                        && nodes[next].parent == entry.node
                    guard isBetter || leadsOverNode else { continue }
                } else {
                    nodes[next].place = -1
                    nodes[next].stamp = reached
                    nodes[next].boundKm =
                        isBounded
                        ? bound.km(
                            from: SIMD3(x[unchecked: next], y[unchecked: next], z[unchecked: next]),
                            isSatellite: next < satelliteCount) : 0
                }
                nodes[next].costKm = nextCost
                nodes[next].hops = hops
                nodes[next].parent = entry.node
                if next == goal {
                    goalKm = nextCost
                    goalKey = IndexedHeap.key(goalKm, hops: .max)
                }
                let total = nextCost + nodes[next].boundKm
                if total == .infinity || total > goalKm { continue }
                heap.push(
                    .init(
                        key: IndexedHeap.key(total, hops: hops),
                        node: Int32(truncatingIfNeeded: next)))
            }
        }
        return isKnown(goal)
    }

    /// Whether the way to one node comes before the way to another with as many hops.
    ///
    /// The ways are followed back to where they meet; of the places at which they differ, the one
    /// nearest to the source decides.
    private func precedes(_ one: Int, _ other: Int) -> Bool {
        var a = one
        var b = other
        var isBefore = false
        while a != b {
            isBefore = a < b
            a = Int(nodes[a].parent)
            b = Int(nodes[b].parent)
        }
        return isBefore
    }
}
