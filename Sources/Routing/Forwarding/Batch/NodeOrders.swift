/// In which order the nodes are gone through, for each destination and chunk of nodes.
///
/// The order decides how fast the answer is found, and not which. It is that of the costs in an
/// earlier batch, or of the number of links for want of costs.
final class NodeOrders<Lanes: LaneArithmetic> {
    private let orders = LaneMemory<Int32>()
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

    func isOrdered(_ place: Int, _ chunk: Int) -> Bool {
        isOrdered[place * chunks.count + chunk]
    }

    /// Orders the nodes of a chunk by how many links they are away from a goal.
    func orderByLinks(_ place: Int, _ chunk: Int, from goal: Int, in graph: LaneGraph<Lanes>) {
        let order = order(place, chunk)
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
