/// A network whose maximum flow grows as arcs are added (Dinic's algorithm on what is left).
///
/// - Note: E. A. Dinic, Soviet Mathematics Doklady 11 (1970) 1277.
struct TimedNetwork {
    private var head: [Int32] = []
    private var next: [Int32] = []
    private var left: [Double] = []
    private var first: [Int32]

    /// Below this an arc counts as full [bytes].
    private static let nothing = 1e-3

    init(nodeCount: Int) { first = Array(repeating: -1, count: nodeCount) }

    /// Adds an arc and gives its number.
    mutating func add(_ from: Int, _ to: Int, capacity: Double) -> Int {
        let arc = head.count
        for (tail, end, amount) in [(from, to, capacity), (to, from, 0)] {
            head.append(Int32(truncatingIfNeeded: end))
            left.append(amount)
            next.append(first[tail])
            first[tail] = Int32(truncatingIfNeeded: head.count - 1)
        }
        return arc
    }

    /// The flow over an arc.
    func flow(of arc: Int) -> Double { left[arc + 1] }

    /// Sends as much more as there is room for, and gives how much.
    mutating func augment(from source: Int, to sink: Int, atMost limit: Double) -> Double {
        var sent = 0.0
        while sent < limit, let levels = levels(from: source, to: sink) {
            var place = first
            while sent < limit {
                let more = push(from: source, to: sink, atMost: limit - sent, levels, &place)
                guard more > 0 else { break }
                sent += more
            }
        }
        return sent
    }

    /// Links from the source to each node; `nil` where the sink is out of reach.
    private func levels(from source: Int, to sink: Int) -> [Int32]? {
        var levels = [Int32](repeating: -1, count: first.count)
        levels[source] = 0
        var queue = [source]
        var read = 0
        while read < queue.count, levels[sink] < 0 {
            let node = queue[read]
            read += 1
            var arc = first[node]
            while arc >= 0 {
                let end = Int(head[Int(arc)])
                if levels[end] < 0, left[Int(arc)] > Self.nothing {
                    levels[end] = levels[node] + 1
                    queue.append(end)
                }
                arc = next[Int(arc)]
            }
        }
        return levels[sink] < 0 ? nil : levels
    }

    /// Sends along one path of rising levels.
    private mutating func push(
        from source: Int, to sink: Int, atMost limit: Double, _ levels: [Int32],
        _ place: inout [Int32]
    ) -> Double {
        var path: [Int] = []
        var node = source
        while node != sink {
            let arc = place[node]
            if arc < 0 {
                // A dead end: back, and on to the next arc there.
                guard let last = path.popLast() else { return 0 }
                node = Int(head[last ^ 1])
                place[node] = next[last]
                continue
            }
            let end = Int(head[Int(arc)])
            if left[Int(arc)] > Self.nothing, levels[end] == levels[node] + 1 {
                path.append(Int(arc))
                node = end
            } else {
                place[node] = next[Int(arc)]
            }
        }
        let amount = path.reduce(limit) { min($0, left[$1]) }
        for arc in path {
            left[arc] -= amount
            left[arc ^ 1] += amount
        }
        return amount
    }
}
