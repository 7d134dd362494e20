/// In which order the nodes are gone through, for each destination and chunk of nodes.
///
/// The order decides how fast the answer is found, and not which. It is that of the costs in an
/// earlier batch, or of the number of links for want of costs. With it go the links from each node to
/// those before it.
final class NodeOrders<Lanes: LaneArithmetic> {
    private let orders = LaneMemory<Int32>()
    /// The links to nodes before, by destination, chunk and node of the order.
    private let ways = LaneMemory<LaneWay>()
    private let wayEnds = LaneMemory<Int32>()
    /// Where those of a chunk begin; the last entry is how many there may be.
    private var wayStarts: [Int] = []
    /// Whether ``wayStarts`` holds for the rows.
    private var isLaidOut = false
    /// A number that changes with the rows of a chunk, and that for which the ways of each
    /// destination and chunk were found.
    private var rowVersions: [Int] = []
    private var wayVersions: [Int] = []
    private let ranks = LaneMemory<Int32>()
    private let isSeen = LaneMemory<UInt8>()
    private let keys = LaneMemory<Int32>()
    private let buckets = LaneMemory<Int32>()
    private var isOrdered: [Bool] = []
    private var destinationCount = 0
    private(set) var chunks = NodeChunks(whole: 0)

    private static var bucketCount: Int { 1_024 }

    /// Forgets all orders, for other destinations or other chunks.
    func reset(destinations: Int, chunks: NodeChunks) {
        self.chunks = chunks
        destinationCount = destinations
        orders.reserve(destinations * chunks.nodes.count)
        wayEnds.reserve(destinations * chunks.nodes.count)
        isLaidOut = false
        rowVersions = Array(repeating: 0, count: chunks.count)
        wayVersions = Array(repeating: -1, count: destinations * chunks.count)
        ranks.reserve(chunks.nodes.count)
        isSeen.reserve(chunks.nodes.count)
        isSeen.pointer.update(repeating: 0, count: chunks.nodes.count)
        keys.reserve(chunks.nodes.count)
        buckets.reserve(Self.bucketCount + 1)
        isOrdered = Array(repeating: false, count: destinations * chunks.count)
    }

    /// The nodes of a chunk in the order for a destination.
    func order(_ place: Int, _ chunk: Int) -> UnsafeMutablePointer<Int32> {
        orders.pointer + (place * chunks.nodes.count + chunks.starts[chunk])
    }

    /// The links from each node of an order to those before it, and for each node where they end.
    ///
    /// - Complexity: O(1), and O(nodes + links) of the chunk after a change of the order or the rows.
    func ways(
        _ place: Int, _ chunk: Int, in graph: LaneGraph<Lanes>
    ) -> (ways: UnsafeMutablePointer<LaneWay>, ends: UnsafeMutablePointer<Int32>) {
        if !isLaidOut { layOut(graph) }
        let ways = ways.pointer + (place * wayStarts[chunks.count] + wayStarts[chunk])
        let ends = wayEnds.pointer + (place * chunks.nodes.count + chunks.starts[chunk])
        let key = place * chunks.count + chunk
        if wayVersions[key] == rowVersions[chunk] { return (ways, ends) }
        wayVersions[key] = rowVersions[chunk]
        let order = order(place, chunk)
        let count = chunks.range(of: chunk).count
        let rank = ranks.pointer
        let (begin, passEnd, neighbour) = (graph.begin, graph.passEnd, graph.neighbour)
        for index in 0..<count { rank[Int(order[index])] = Int32(truncatingIfNeeded: index) }
        var end = 0
        for index in 0..<count {
            let node = Int(order[index])
            let row = Int(begin[node])
            for place in 0..<Int(passEnd[node]) - row {
                let other = neighbour[row + place]
                // Written in any case, and kept by moving on: no branch that cannot be foretold.
                ways[end] = LaneWay(node: other, place: Int32(truncatingIfNeeded: place))
                end &+= rank[Int(other)] < Int32(truncatingIfNeeded: index) ? 1 : 0
            }
            ends[index] = Int32(truncatingIfNeeded: end)
        }
        return (ways, ends)
    }

    /// Takes the rows of another batch.
    func takeRows(of graph: LaneGraph<Lanes>) {
        guard !graph.changedNodes.isEmpty else { return }
        isLaidOut = false
        for node in graph.changedNodes { rowVersions[Int(chunks.chunkOfNode[Int(node)])] += 1 }
    }

    /// Makes room for the links of each chunk, with some to spare: while it is enough for all, what is
    /// there stays.
    private func layOut(_ graph: LaneGraph<Lanes>) {
        isLaidOut = true
        var isEnough = wayStarts.count == chunks.count + 1
        var starts = [0]
        for chunk in 0..<chunks.count {
            var count = 1
            for index in chunks.range(of: chunk) {
                let node = Int(chunks.nodes[index])
                count += Int(graph.passEnd[node] - graph.begin[node])
            }
            if isEnough, wayStarts[chunk + 1] - wayStarts[chunk] < count { isEnough = false }
            starts.append((starts.last ?? 0) + count + count / 8)
        }
        if isEnough { return }
        wayStarts = starts
        ways.reserve(destinationCount * (starts.last ?? 0))
        wayVersions = Array(repeating: -1, count: wayVersions.count)
    }

    func isOrdered(_ place: Int, _ chunk: Int) -> Bool {
        isOrdered[place * chunks.count + chunk]
    }

    /// Orders the nodes of a chunk by how many links they are away from a goal.
    func orderByLinks(_ place: Int, _ chunk: Int, from goal: Int, in graph: LaneGraph<Lanes>) {
        let order = order(place, chunk)
        wayVersions[place * chunks.count + chunk] = -1
        let passCount = graph.passCount
        var tail = 0
        func visit(_ node: Int) {
            guard node < passCount, isSeen.pointer[node] == 0,
                Int(chunks.chunkOfNode[node]) == chunk
            else { return }
            isSeen.pointer[node] = 1
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
        for index in chunks.range(of: chunk) { visit(Int(chunks.nodes[index])) }
        for index in 0..<tail { isSeen.pointer[Int(order[index])] = 0 }
    }

    /// Orders the nodes of a chunk by their costs in the last lane, by counting.
    ///
    /// A bucket of a thousandth of the greatest cost is narrower than a link, so that how nodes
    /// stand inside one makes no difference.
    func orderByCost(_ place: Int, _ chunk: Int, _ costs: UnsafePointer<Lanes.Cost>) {
        isOrdered[place * chunks.count + chunk] = true
        wayVersions[place * chunks.count + chunk] = -1
        let order = order(place, chunk)
        let last = Lanes.width - 1
        let key = keys.pointer
        let start = buckets.pointer
        let bucketCount = Self.bucketCount
        let range = chunks.range(of: chunk)
        chunks.nodes.withUnsafeBufferPointer { nodes in
            var greatest = 1.0
            for index in range {
                let cost = costs[Int(nodes[index]) * Lanes.width + last]
                if cost < Lanes.unreachable { greatest = max(greatest, Lanes.km(cost)) }
            }
            let scale = Double(bucketCount - 2) / greatest
            start.update(repeating: 0, count: bucketCount + 1)
            for index in range {
                let cost = costs[Int(nodes[index]) * Lanes.width + last]
                let bucket =
                    cost < Lanes.unreachable
                    ? Int32(truncatingIfNeeded: Int(Lanes.km(cost) * scale))
                    : Int32(truncatingIfNeeded: bucketCount - 1)
                key[index] = bucket
                start[Int(bucket) + 1] += 1
            }
            for bucket in 0..<bucketCount { start[bucket + 1] += start[bucket] }
            for index in range {
                let bucket = Int(key[index])
                order[Int(start[bucket])] = nodes[index]
                start[bucket] += 1
            }
        }
    }
}
