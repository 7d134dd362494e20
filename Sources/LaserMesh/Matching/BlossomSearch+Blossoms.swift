extension BlossomSearch {
    /// Makes a blossom of the two ways from the ends of an arc up to an outer node that both share.
    ///
    /// - Parameters:
    ///   - root: That node, an outermost one.
    ///   - arc: The arc that closes the ring, between two outer nodes.
    mutating func shrink(to root: Int, closedBy arc: Int) {
        guard let blossom = unused.popLast() else { return }
        var nodes: [Int] = []
        var ringArcs: [Int] = []
        // From the arc's tail up to the root, turned around so that the root comes first.
        var node = top[head[arc ^ 1]]
        while node != root, let up = entry[node] {
            nodes.append(node)
            ringArcs.append(up)
            node = top[head[up ^ 1]]
        }
        nodes = [root] + nodes.reversed()
        ringArcs = ringArcs.reversed() + [arc]
        node = top[head[arc]]
        while node != root, let up = entry[node] {
            nodes.append(node)
            ringArcs.append(up ^ 1)
            node = top[head[up ^ 1]]
        }
        children[blossom] = nodes
        ring[blossom] = ringArcs
        base[blossom] = base[root]
        parent[blossom] = nil
        dual[blossom] = 0
        label[blossom] = .outer
        entry[blossom] = entry[root]
        for child in nodes {
            parent[child] = blossom
            for vertex in vertices(of: child) {
                // What was inner is outer now, and its arcs are still to be looked at.
                if label[top[vertex]] == .inner { queue.append(vertex) }
                top[vertex] = blossom
            }
        }
        gatherNearest(of: blossom)
    }

    /// Finds the arcs of least slack from a new blossom to each other outer node.
    private mutating func gatherNearest(of blossom: Int) {
        var best: [Int: Int] = [:]
        var order: [Int] = []
        func consider(_ arc: Int) {
            let there = top[head[arc]]
            guard there != blossom, label[there] == .outer else { return }
            if let known = best[there] {
                if slack(arc) < slack(known) { best[there] = arc }
            } else {
                best[there] = arc
                order.append(there)
            }
        }
        for child in children[blossom] {
            if let list = nearestOf[child] {
                list.forEach(consider)
            } else {
                for vertex in vertices(of: child) { arcs[vertex].forEach(consider) }
            }
            nearestOf[child] = nil
            nearest[child] = nil
        }
        let list = order.compactMap { best[$0] }
        nearestOf[blossom] = list
        nearest[blossom] = list.min { slack($0) < slack($1) }
    }

    /// Opens a blossom whose dual is zero; its children are outermost then.
    ///
    /// - Parameters:
    ///   - blossom: The blossom, an outermost one.
    ///   - isDone: Whether the trees are done with, so that labels do not matter.
    mutating func expand(_ blossom: Int, isDone: Bool) {
        for child in children[blossom] {
            parent[child] = nil
            if child >= vertexCount, isDone, dual[child] == 0 {
                expand(child, isDone: true)
            } else {
                for vertex in vertices(of: child) { top[vertex] = child }
            }
        }
        if !isDone { relabel(blossom) }
        children[blossom] = []
        ring[blossom] = []
        base[blossom] = nil
        label[blossom] = .free
        entry[blossom] = nil
        nearest[blossom] = nil
        nearestOf[blossom] = nil
        unused.append(blossom)
    }

    /// Labels the children of an inner blossom that is opened: those on the even way from where the
    /// tree enters to the base are inner and outer in turns, and of the others those which a tree
    /// reaches from outside.
    private mutating func relabel(_ blossom: Int) {
        guard let first = entry[blossom] else { return }
        let entered = top[head[first]]
        let nodes = children[blossom]
        let count = nodes.count
        guard let place = nodes.firstIndex(of: entered) else { return }
        let step = place % 2 == 1 ? 1 : -1
        var position = place
        var arc = first
        while position % count != 0 {
            assign(.inner, head[arc], by: arc)
            for turn in 0..<2 {
                let next = ringArc(of: blossom, from: position, step: step)
                isTight[next >> 1] = true
                // The first leads into the outer child, which has its label from its partner.
                if turn == 1 { arc = next }
                position += step
            }
        }
        // The child with the base is inner; its partner, outside, has its label already.
        for node in [head[arc], nodes[0]] {
            label[node] = .inner
            entry[node] = arc
        }
        nearest[nodes[0]] = nil
        position += step
        while wrapped(position, count) != place {
            let child = nodes[wrapped(position, count)]
            position += step
            if label[child] == .outer { continue }
            let reached = vertices(of: child).first { label[$0] != .free }
            if let reached, let arc = entry[reached] { assign(.inner, reached, by: arc) }
        }
    }

    /// The arc of a ring from a child to the next one on either side.
    private func ringArc(of blossom: Int, from position: Int, step: Int) -> Int {
        let count = ring[blossom].count
        return step > 0
            ? ring[blossom][wrapped(position, count)]
            : ring[blossom][wrapped(position - 1, count)] ^ 1
    }

    private func wrapped(_ position: Int, _ count: Int) -> Int {
        let rest = position % count
        return rest < 0 ? rest + count : rest
    }

    /// Makes the matching larger by an edge between two trees.
    mutating func augment(over arc: Int) {
        for start in [arc, arc ^ 1] {
            var out = start
            while true {
                let vertex = head[out ^ 1]
                let outer = top[vertex]
                if outer >= vertexCount { rotate(outer, to: vertex) }
                mate[vertex] = out
                guard let up = entry[outer] else { break }
                let inner = top[head[up ^ 1]]
                guard let next = entry[inner] else { break }
                let reached = head[next]
                if inner >= vertexCount { rotate(inner, to: reached) }
                mate[reached] = next ^ 1
                out = next
            }
        }
    }

    /// Swaps what is matched in a blossom between a vertex and the base, which that vertex becomes.
    private mutating func rotate(_ blossom: Int, to vertex: Int) {
        var child = vertex
        while let outside = parent[child], outside != blossom { child = outside }
        if child >= vertexCount { rotate(child, to: vertex) }
        let nodes = children[blossom]
        let count = nodes.count
        guard let place = nodes.firstIndex(of: child) else { return }
        let step = place % 2 == 1 ? 1 : -1
        var position = place
        while position % count != 0 {
            position += step
            let arc = ringArc(of: blossom, from: position, step: step)
            for (node, out) in [
                (nodes[wrapped(position, count)], arc),
                (nodes[wrapped(position + step, count)], arc ^ 1),
            ] {
                if node >= vertexCount { rotate(node, to: head[out ^ 1]) }
                mate[head[out ^ 1]] = out
            }
            position += step
        }
        children[blossom] = Array(nodes[place...] + nodes[..<place])
        ring[blossom] = Array(ring[blossom][place...] + ring[blossom][..<place])
        base[blossom] = base[child]
    }
}
