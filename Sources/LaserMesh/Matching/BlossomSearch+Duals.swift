extension BlossomSearch {
    /// What stops a move of the duals.
    private enum Stop {
        case alone
        case tightArc(Int)
        case emptyBlossom(Int)
    }

    /// Moves the duals as far as they go, and takes up what stopped them.
    ///
    /// - Returns: Whether the trees may grow on; the matching is of greatest weight otherwise.
    mutating func moveDuals() -> Bool {
        // The vertices that are alone have the least dual of all.
        var delta = dual[..<vertexCount].min() ?? 0
        var stop = Stop.alone
        for vertex in 0..<vertexCount where label[top[vertex]] == .free {
            if let arc = nearest[vertex], slack(arc) < delta {
                delta = slack(arc)
                stop = .tightArc(arc)
            }
        }
        for node in 0..<2 * vertexCount where parent[node] == nil && base[node] != nil {
            if label[node] == .outer, let arc = nearest[node] {
                // Both ends come nearer: half of the slack is enough.
                if slack(arc) / 2 < delta {
                    delta = slack(arc) / 2
                    stop = .tightArc(arc)
                }
            } else if node >= vertexCount, label[node] == .inner, dual[node] < delta {
                delta = dual[node]
                stop = .emptyBlossom(node)
            }
        }
        move(by: delta)
        switch stop {
        case .alone:
            return false
        case .tightArc(let arc):
            isTight[arc >> 1] = true
            let tail = head[arc ^ 1]
            queue.append(label[top[tail]] == .outer ? tail : head[arc])
        case .emptyBlossom(let blossom):
            expand(blossom, isDone: false)
        }
        return true
    }

    private mutating func move(by delta: Int) {
        for vertex in 0..<vertexCount {
            switch label[top[vertex]] {
            case .outer: dual[vertex] -= delta
            case .inner: dual[vertex] += delta
            case .free: break
            }
        }
        for blossom in vertexCount..<2 * vertexCount
        where base[blossom] != nil && parent[blossom] == nil {
            switch label[blossom] {
            case .outer: dual[blossom] += delta
            case .inner: dual[blossom] -= delta
            case .free: break
            }
        }
    }

    /// Whether the duals prove that no matching is heavier: none is negative, no edge has a negative
    /// slack, edges of the matching and the rings have none, and what is alone has no dual.
    func isProvedGreatest() -> Bool {
        guard dual.allSatisfy({ $0 >= 0 }) else { return false }
        for vertex in 0..<vertexCount where mate[vertex] == nil && dual[vertex] != 0 {
            return false
        }
        for edge in weights.indices {
            let arc = 2 * edge
            var (one, other) = (chain(around: head[arc]), chain(around: head[arc ^ 1]))
            var total = slack(arc)
            while let last = one.popLast(), last == other.popLast() { total += 2 * dual[last] }
            if total < 0 || (mate[head[arc ^ 1]] == arc && total != 0) { return false }
        }
        return (vertexCount..<2 * vertexCount).allSatisfy { blossom in
            guard base[blossom] != nil, dual[blossom] > 0 else { return true }
            // Every other arc of the ring joins two partners.
            return ring[blossom].count % 2 == 1
                && ring[blossom].indices.allSatisfy {
                    $0 % 2 == 0 || mate[head[ring[blossom][$0] ^ 1]] == ring[blossom][$0]
                }
        }
    }

    /// The blossoms around a vertex from the inside out.
    private func chain(around vertex: Int) -> [Int] {
        var chain: [Int] = []
        var node = vertex
        while let outside = parent[node] {
            chain.append(outside)
            node = outside
        }
        return chain
    }
}
