import LaserMesh

/// A queue of nodes by their bound of the whole cost, and by hops among equals, in a heap with four
/// children, over memory that the caller keeps.
///
/// Each node stands in it once: a better way moves it up, so that there are never more entries than
/// nodes. Cost and hops are one whole number, which is compared without a branch.
struct IndexedHeap: ~Copyable {
    /// An entry.
    struct Entry: BitwiseCopyable, Sendable {
        /// Its place in the order.
        var key: UInt64 = 0
        var node: Int32 = 0
    }

    private let entries: UnsafeMutablePointer<Entry>
    private let nodes: UnsafeMutablePointer<SearchNode>
    private(set) var count = 0

    /// - Parameters:
    ///   - entries: Room for as many entries as there are nodes.
    ///   - nodes: The nodes, whose places it keeps.
    init(_ entries: UnsafeMutablePointer<Entry>, _ nodes: UnsafeMutablePointer<SearchNode>) {
        self.entries = entries
        self.nodes = nodes
    }

    /// The key of a cost [km] and a number of hops.
    ///
    /// Costs are whole steps of the ``LengthGrid`` below 2⁵³; from 2047 hops on their number does not
    /// count.
    @inline(__always)
    static func key(_ km: Double, hops: Int32) -> UInt64 {
        let steps = UInt64(bitPattern: Int64(min(km, 0x1p23 - 1) * (1 / LengthGrid.stepKm)))
        return steps << 11 | UInt64(UInt32(bitPattern: min(hops, 2_047)))
    }

    /// Puts a node in, or moves it up.
    @inline(__always)
    mutating func push(_ entry: Entry) {
        let known = Int(nodes[Int(entry.node)].place)
        var place = known
        if known < 0 {
            place = count
            count &+= 1
        }
        while place > 0 {
            let above = (place &- 1) >> 2
            let other = entries[above]
            guard entry.key < other.key else { break }
            put(other, at: place)
            place = above
        }
        put(entry, at: place)
    }

    /// Takes the first one out.
    @inline(__always)
    mutating func pop() -> Entry? {
        guard count > 0 else { return nil }
        let first = entries[0]
        nodes[Int(first.node)].place = -1
        count &-= 1
        guard count > 0 else { return first }
        let last = entries[count]
        var place = 0
        while true {
            let child = place &* 4 &+ 1
            var least = child
            if child &+ 4 <= count {
                let left = entries[child].key <= entries[child &+ 1].key ? child : child &+ 1
                let right =
                    entries[child &+ 2].key <= entries[child &+ 3].key ? child &+ 2 : child &+ 3
                least = entries[left].key <= entries[right].key ? left : right
            } else {
                guard child < count else { break }
                var other = child &+ 1
                while other < count {
                    least = entries[other].key < entries[least].key ? other : least
                    other &+= 1
                }
            }
            let entry = entries[least]
            guard entry.key < last.key else { break }
            put(entry, at: place)
            place = least
        }
        put(last, at: place)
        return first
    }

    @inline(__always)
    private func put(_ entry: Entry, at place: Int) {
        entries[place] = entry
        nodes[Int(entry.node)].place = Int32(truncatingIfNeeded: place)
    }
}
