/// The search for a matching of greatest weight by alternating trees, blossoms and duals.
///
/// Every vertex v has a dual u(v) and every blossom B, an odd set of vertices that is matched but for
/// its base, a dual z(B) ≥ 0. The slack of an edge between different outermost blossoms is
///
/// ```
/// u(a) + u(b) − 2 w ≥ 0
/// ```
///
/// Trees grow from the vertices that are alone, over edges without slack. Outermost blossoms at an even
/// distance from a root are *outer*, those at an odd one *inner*. An edge without slack between two outer
/// ones of one tree closes a blossom, one between two trees makes the matching larger by one edge. When
/// there is none, duals are moved: those of outer vertices down and of inner ones up, until an edge loses
/// its slack, an inner blossom its dual, or the vertices that are alone theirs, and then the matching is
/// one of greatest weight. With whole weights all duals stay whole: the duals of outer vertices are
/// always all even or all odd.
///
/// Nodes are vertices, 0 ..< n, and blossoms from n on. An *arc* is an edge in one direction: arcs 2e and
/// 2e + 1 lead along edge e and back.
struct BlossomSearch {
    enum Label: UInt8 {
        case free, outer, inner
    }

    let vertexCount: Int

    /// The vertex to which each arc leads; it comes from ``head``[arc ^ 1].
    let head: [Int]

    /// Weight of each edge.
    let weights: [Int]

    /// The arcs that leave each vertex.
    let arcs: [[Int]]

    /// The arc from each vertex to its partner.
    var mate: [Int?]

    /// The outermost node that holds each vertex.
    var top: [Int]

    /// The blossom right around each node.
    var parent: [Int?]

    /// The nodes of each blossom in a ring, the one with the base first.
    var children: [[Int]]

    /// The arcs of the ring: from each child to the next one.
    var ring: [[Int]]

    /// The vertex of each node that is matched outside of it, or alone; `nil` for a number that no
    /// blossom has.
    var base: [Int?]

    /// u(v) of vertices, z(B) of blossoms.
    var dual: [Int]

    /// Labels of outermost nodes; that of a vertex inside of an inner blossom tells whether a tree has
    /// come to it.
    var label: [Label]

    /// The arc by which a tree came to each node; `nil` at a root.
    var entry: [Int?]

    /// For a vertex that is not outer the arc of least slack from an outer one; for an outermost outer
    /// node the one to another such.
    var nearest: [Int?]

    /// For an outer blossom the arcs of least slack to each other outer node.
    var nearestOf: [[Int]?]

    /// Whether each edge is known to have no slack.
    var isTight: [Bool]

    /// Outer vertices whose arcs are still to be looked at.
    var queue: [Int] = []

    /// Numbers that no blossom has.
    var unused: [Int]

    init(vertexCount: Int, edges: [MatchingEdge]) {
        let n = vertexCount
        self.vertexCount = n
        head = edges.flatMap { [$0.b, $0.a] }
        weights = edges.map(\.weight)
        var arcs = [[Int]](repeating: [], count: n)
        for (index, edge) in edges.enumerated() {
            arcs[edge.a].append(2 * index)
            arcs[edge.b].append(2 * index + 1)
        }
        self.arcs = arcs
        mate = Array(repeating: nil, count: n)
        top = Array(0..<n)
        parent = Array(repeating: nil, count: 2 * n)
        children = Array(repeating: [], count: 2 * n)
        ring = children
        base = Array(0..<n) + Array(repeating: nil, count: n)
        let greatest = weights.max() ?? 0
        dual = Array(repeating: greatest, count: n) + Array(repeating: 0, count: n)
        label = Array(repeating: .free, count: 2 * n)
        entry = Array(repeating: nil, count: 2 * n)
        nearest = Array(repeating: nil, count: 2 * n)
        nearestOf = Array(repeating: nil, count: 2 * n)
        isTight = Array(repeating: false, count: edges.count)
        unused = Array((n..<2 * n).reversed())
    }

    /// The partner of a vertex.
    func partner(of vertex: Int) -> Int? { mate[vertex].map { head[$0] } }

    /// The weight of the matching.
    var weight: Int {
        mate.reduce(0) { sum, arc in sum + (arc.map { weights[$0 >> 1] } ?? 0) } / 2
    }

    /// Enlarges the matching until none is heavier.
    mutating func run() {
        while grow() {
            // Outer blossoms whose dual is zero constrain nothing any more.
            for blossom in vertexCount..<2 * vertexCount
            where base[blossom] != nil && parent[blossom] == nil && label[blossom] == .outer
                && dual[blossom] == 0
            {
                expand(blossom, isDone: true)
            }
        }
    }

    /// The slack of an arc's edge.
    @inline(__always)
    func slack(_ arc: Int) -> Int {
        dual[head[arc]] + dual[head[arc ^ 1]] - 2 * weights[arc >> 1]
    }

    /// Grows trees from all vertices that are alone until two of them meet.
    ///
    /// - Returns: Whether the matching grew; it is of greatest weight otherwise.
    private mutating func grow() -> Bool {
        for node in label.indices {
            label[node] = .free
            entry[node] = nil
            nearest[node] = nil
            nearestOf[node] = nil
        }
        for edge in isTight.indices { isTight[edge] = false }
        queue.removeAll(keepingCapacity: true)
        for vertex in 0..<vertexCount where mate[vertex] == nil && label[top[vertex]] == .free {
            assign(.outer, vertex, by: nil)
        }
        repeat {
            while let vertex = queue.popLast() {
                for arc in arcs[vertex] where look(along: arc) { return true }
            }
        } while moveDuals()
        return false
    }

    /// Looks along an arc from an outer vertex.
    ///
    /// - Returns: Whether two trees met there, and the matching grew.
    private mutating func look(along arc: Int) -> Bool {
        let other = head[arc]
        let (here, there) = (top[head[arc ^ 1]], top[other])
        guard here != there else { return false }
        let edge = arc >> 1
        if !isTight[edge], slack(arc) == 0 { isTight[edge] = true }
        if isTight[edge] {
            switch label[there] {
            case .free:
                assign(.inner, other, by: arc)
            case .outer:
                guard let root = commonBase(here, there) else {
                    augment(over: arc)
                    return true
                }
                shrink(to: root, closedBy: arc)
            case .inner where label[other] == .free:
                // Where the blossom is opened later, this tells where a tree reached it.
                label[other] = .inner
                entry[other] = arc
            case .inner: break
            }
        } else if label[there] == .outer {
            noteNearest(arc, of: here)
        } else if label[other] == .free {
            noteNearest(arc, of: other)
        }
        return false
    }

    @inline(__always)
    private mutating func noteNearest(_ arc: Int, of node: Int) {
        if let known = nearest[node], slack(known) <= slack(arc) { return }
        nearest[node] = arc
    }

    /// Labels the outermost node of a vertex, to which a tree came by an arc.
    mutating func assign(_ new: Label, _ vertex: Int, by arc: Int?) {
        let node = top[vertex]
        for place in [vertex, node] {
            label[place] = new
            entry[place] = arc
            nearest[place] = nil
        }
        if new == .outer {
            queue.append(contentsOf: vertices(of: node))
        } else if let base = base[node], let arc = mate[base] {
            assign(.outer, head[arc], by: arc)
        }
    }

    /// The vertices inside of a node.
    func vertices(of node: Int) -> [Int] {
        node < vertexCount ? [node] : children[node].flatMap { vertices(of: $0) }
    }

    /// The outer node at which the ways of two outer nodes to their roots meet; `nil` for two trees.
    private func commonBase(_ one: Int, _ other: Int) -> Int? {
        var seen: Set<Int> = []
        var (here, there): (Int?, Int?) = (one, other)
        while let node = here ?? there {
            if here == nil { swap(&here, &there) }
            if !seen.insert(node).inserted { return node }
            // Two arcs up: to the inner node, and on to the outer one.
            here = entry[node].flatMap { arc in
                entry[top[head[arc ^ 1]]].map { top[head[$0 ^ 1]] }
            }
            if there != nil { swap(&here, &there) }
        }
        return nil
    }
}
