/// A queue of nodes by the cost and the hops of the best whole way over them, and by how deep they
/// are in the search among equals, in a binary heap.
struct SpurQueue {
    struct Entry {
        var costKm: Double
        var hops: Int32
        var depth: Int32
        var node: Int32

        @inline(__always)
        func isBefore(_ other: Entry) -> Bool {
            if costKm != other.costKm { return costKm < other.costKm }
            if hops != other.hops { return hops < other.hops }
            return depth < other.depth
        }
    }

    private var entries: [Entry] = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        var place = entries.count - 1
        while place > 0 {
            let above = (place - 1) / 2
            guard entry.isBefore(entries[above]) else { break }
            entries[place] = entries[above]
            place = above
        }
        entries[place] = entry
    }

    mutating func pop() -> Entry? {
        guard let last = entries.popLast() else { return nil }
        guard let first = entries.first else { return last }
        var place = 0
        while true {
            var child = 2 * place + 1
            guard child < entries.count else { break }
            if child + 1 < entries.count, entries[child + 1].isBefore(entries[child]) {
                child += 1
            }
            guard entries[child].isBefore(last) else { break }
            entries[place] = entries[child]
            place = child
        }
        entries[place] = last
        return first
    }
}
