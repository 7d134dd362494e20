/// Parts of a graph that no link joins, packed into chunks that are solved one after another.
///
/// A shell without links to other shells has all its routes to itself: its links and costs stay in
/// the fast caches while one destination after another is solved over it. Small parts share a
/// chunk; a part is never cut.
struct NodeChunks: Equatable {
    /// Where each chunk begins in ``nodes``; one entry more than there are chunks.
    private(set) var starts: [Int] = [0]
    /// The nodes, chunk by chunk, ascending in each.
    private(set) var nodes: [Int32] = []
    /// The chunk of each node.
    private(set) var chunkOfNode: [Int32] = []

    /// Nodes up to which parts share a chunk.
    private static let sharedSize = 2_048

    var count: Int { starts.count - 1 }

    func range(of chunk: Int) -> Range<Int> { starts[chunk]..<starts[chunk + 1] }

    /// All nodes in one chunk.
    init(whole count: Int) {
        nodes = (0..<count).map { Int32(truncatingIfNeeded: $0) }
        chunkOfNode = Array(repeating: 0, count: count)
        starts = count > 0 ? [0, count] : [0]
    }

    /// The parts of the first `count` nodes of a graph.
    ///
    /// - Parameters:
    ///   - count: Nodes that packets may pass through.
    ///   - begin: Where each node's row begins.
    ///   - end: Where the part of it ends that leads to such nodes.
    ///   - neighbour: The neighbours, row by row.
    /// - Complexity: O(nodes + links).
    init(
        of count: Int, begin: UnsafePointer<Int32>, end: UnsafePointer<Int32>,
        neighbour: UnsafePointer<Int32>
    ) {
        chunkOfNode = Array(repeating: -1, count: count)
        nodes.reserveCapacity(count)
        var part: [Int32] = []
        for first in 0..<count where chunkOfNode[first] < 0 {
            part.removeAll(keepingCapacity: true)
            part.append(Int32(truncatingIfNeeded: first))
            chunkOfNode[first] = 0
            var head = 0
            while head < part.count {
                let node = Int(part[head])
                head += 1
                for link in Int(begin[node])..<Int(end[node]) {
                    let other = Int(neighbour[link])
                    guard other < count, chunkOfNode[other] < 0 else { continue }
                    chunkOfNode[other] = 0
                    part.append(neighbour[link])
                }
            }
            let open = nodes.count - (starts.last ?? 0)
            if open > 0, open + part.count > Self.sharedSize { starts.append(nodes.count) }
            nodes.append(contentsOf: part)
        }
        if nodes.count > (starts.last ?? 0) { starts.append(nodes.count) }
        for chunk in 0..<self.count {
            let range = range(of: chunk)
            nodes[range].sort()
            for place in range {
                chunkOfNode[Int(nodes[place])] = Int32(truncatingIfNeeded: chunk)
            }
        }
    }

    /// Whether no link leads from a chunk to another.
    ///
    /// - Complexity: O(nodes + links).
    func areApart(
        begin: UnsafePointer<Int32>, end: UnsafePointer<Int32>, neighbour: UnsafePointer<Int32>
    ) -> Bool {
        guard count > 1 else { return true }
        let limit = chunkOfNode.count
        return chunkOfNode.withUnsafeBufferPointer { chunk in
            for node in 0..<limit {
                for link in Int(begin[node])..<Int(end[node]) {
                    let other = Int(neighbour[link])
                    if other < limit, chunk[other] != chunk[node] { return false }
                }
            }
            return true
        }
    }
}
