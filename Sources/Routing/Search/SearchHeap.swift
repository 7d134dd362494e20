/// A queue of nodes by cost, and by hops among equal costs, in a heap with four children.
struct SearchHeap {
    struct Entry {
        var costKm: Double
        var hops: Int32
        var node: Int32

        @inline(__always)
        func isBefore(_ other: Entry) -> Bool {
            costKm < other.costKm || (costKm == other.costKm && hops < other.hops)
        }
    }

    private var entries: [Entry] = []

    mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

    mutating func push(_ entry: Entry) {
        entries.append(entry)
        entries.withUnsafeMutableBufferPointer { heap in
            var place = heap.count - 1
            while place > 0 {
                let above = (place - 1) / 4
                guard entry.isBefore(heap[above]) else { break }
                heap[place] = heap[above]
                place = above
            }
            heap[place] = entry
        }
    }

    mutating func pop() -> Entry? {
        guard let last = entries.popLast() else { return nil }
        guard let first = entries.first else { return last }
        entries.withUnsafeMutableBufferPointer { heap in
            let count = heap.count
            var place = 0
            while true {
                let child = 4 * place + 1
                guard child < count else { break }
                var least = child
                for other in (child + 1)..<max(child + 1, min(child + 4, count))
                where heap[other].isBefore(heap[least]) {
                    least = other
                }
                guard heap[least].isBefore(last) else { break }
                heap[place] = heap[least]
                place = least
            }
            heap[place] = last
        }
        return first
    }
}
