import LaserMesh
import Orbits

/// The links of a moving mesh in a block of cells: whether each is up in each cell, and weights
/// that bound its length from below.
///
/// A link is *up* or *down* in a cell where that is certain for the whole cell, and *unsure* where it
/// rises or sets in it, or may. Links that are down in all cells are left out.
///
/// Lasers of a ``LinkList`` and radio links are judged by the rules' margins and their bounds. What
/// another topology proposes is known at the cells' ends only, and so is a link that the meshes at
/// the ends do not have as the margins say, since a rule without bounds decides: there a link that is
/// up at both ends counts as up, and one that is up at one end changes once in the cell.
struct LinkCells {
    enum State: UInt8 {
        case down, up, unsure
    }

    /// The links in rows, with weights in place of lengths: never above the true length anywhere in
    /// the cells before and after an end; infinite where the link is down in both.
    private(set) var weights: MeshBatch

    /// The link at each place of the rows.
    private(set) var linkAt: [Int32]

    /// Ends of each link.
    private(set) var ends: [LaserLink] = []

    /// State by link and cell.
    private(set) var states: [State] = []

    /// Whether the laser topology is known at the ends of the cells only.
    let hasSampledLasers: Bool

    /// Whether the mesh at an end has the link, by link and end.
    private var isUpAtEnd: [Bool] = []

    /// Whether the ends alone tell about a link in a cell, by link and cell.
    private var isSampledIn: [Bool] = []

    let block: MotionBlock
    let rules: LinkRules

    /// Finds the links of a block.
    ///
    /// - Complexity: O(cells · (links + candidates)), and what the topology takes at the ends.
    init(_ mesh: MovingMesh, _ block: MotionBlock) {
        self.block = block
        rules = LinkRules(mesh.builder)
        hasSampledLasers = !(mesh.builder.topology is LinkList)
        var batch = MeshBatch()
        var exact = MeshBatch()
        var exactBuilder = MeshBatchBuilder(mesh.builder)
        exactBuilder.build(block.positions, into: &exact)
        var lasers: [LaserLink] = []
        if hasSampledLasers {
            for node in 0..<exact.satelliteCount {
                for place in exact.row(of: NodeID(node))
                where exact.kind[place] == .laser && Int(exact.neighbour[place]) > node {
                    lasers.append(LaserLink(node, Int(exact.neighbour[place])))
                }
            }
        }
        let builder = rules.relaxed(
            mesh.builder, for: block, lasers: hasSampledLasers ? LinkList(lasers) : nil)
        var relaxed = MeshBatchBuilder(builder)
        relaxed.build(block.positions, into: &batch)
        weights = batch
        linkAt = Array(repeating: -1, count: batch.neighbour.count)
        number()
        takeEnds(exact)
        judge()
    }

    /// The state of a link in a cell.
    @inline(__always)
    func state(of link: Int32, in cell: Int) -> State {
        states[Int(link) * block.cellCount + cell]
    }

    /// Whether the mesh at an end has a link.
    func isUp(_ link: Int32, atEnd end: Int) -> Bool {
        isUpAtEnd[Int(link) * block.times.count + end]
    }

    /// Whether the ends of a cell alone tell about a link in it.
    func isSampled(_ link: Int32, in cell: Int) -> Bool {
        isSampledIn[Int(link) * block.cellCount + cell]
    }

    /// Gives each link a number, in both its ends' rows.
    private mutating func number() {
        // The rows are ascending: the larger end meets its smaller neighbours in the same order.
        var next = weights.firstLink
        for node in 0..<weights.nodeCount {
            for place in weights.row(of: NodeID(node)) {
                let other = Int(weights.neighbour[place])
                guard other > node else { continue }
                let link = Int32(truncatingIfNeeded: ends.count)
                ends.append(LaserLink(node, other))
                linkAt[place] = link
                linkAt[Int(next[other])] = link
                next[other] += 1
            }
        }
    }

    private mutating func takeEnds(_ exact: MeshBatch) {
        let count = block.times.count
        isUpAtEnd = Array(repeating: false, count: ends.count * count)
        for (index, link) in ends.enumerated() {
            let row = exact.row(of: NodeID(rawValue: link.a))
            guard let place = row.first(where: { exact.neighbour[$0] == link.b }) else { continue }
            for end in 0..<count {
                isUpAtEnd[index * count + end] =
                    exact.lengthKm(at: place, instant: end) < .infinity
            }
        }
    }

    /// Finds states and weights.
    private mutating func judge() {
        let cells = block.cellCount
        let count = block.times.count
        states = Array(repeating: .down, count: ends.count * cells)
        isSampledIn = Array(repeating: false, count: ends.count * cells)
        var weightOf = [Double](repeating: .infinity, count: ends.count * count)
        for (index, link) in ends.enumerated() {
            let a = Int(link.a)
            let b = Int(link.b)
            let acceleration =
                block.bounds(of: a).accelerationKmPerS2 + block.bounds(of: b).accelerationKmPerS2
            for cell in 0..<cells {
                let state = state(ofLink: index, in: cell)
                states[index * cells + cell] = state
                guard state != .down else { continue }
                let motion = LinkMotion(
                    from: block.position(of: b, atEnd: cell) - block.position(of: a, atEnd: cell),
                    to: block.position(of: b, atEnd: cell + 1)
                        - block.position(of: a, atEnd: cell + 1),
                    h: block.stepS, accelerationKmPerS2: acceleration)
                // A millimetre for the rounding of lengths and for the cubic between the ends.
                let below = motion.bendKmPerS2 * block.stepS * block.stepS / 8 + 1e-6
                let first = index * count + cell
                weightOf[first] = min(weightOf[first], Self.floor(motion.startKm - below))
                weightOf[first + 1] = min(weightOf[first + 1], Self.floor(motion.endKm - below))
            }
        }
        for place in weights.neighbour.indices {
            let from = Int(linkAt[place]) * count
            for end in 0..<count { weights.lengthKm[place * count + end] = weightOf[from + end] }
        }
    }

    /// A weight on the grid; at least a step of it, so that no link weighs nothing.
    private static func floor(_ km: Double) -> Double {
        km > 1e-6 ? LengthGrid.nearest(km: km) : LengthGrid.stepKm
    }

    private mutating func state(ofLink index: Int, in cell: Int) -> State {
        let link = ends[index]
        let a0 = block.position(of: Int(link.a), atEnd: cell)
        let a1 = block.position(of: Int(link.a), atEnd: cell + 1)
        let b0 = block.position(of: Int(link.b), atEnd: cell)
        let b1 = block.position(of: Int(link.b), atEnd: cell + 1)
        guard (a0 + a1 + b0 + b1).sum().isFinite else { return .down }
        let place = index * block.times.count + cell
        let atEnds = (isUpAtEnd[place], isUpAtEnd[place + 1])
        var isUnsure = false
        var isDown = false
        var allowed = (true, true)
        if !hasSampledLasers || Int(link.b) >= block.bounds.count {
            _ = rules.forEachMargin(
                ofStation: block.station(of: link), bounds: block.bounds(of: link),
                from: (a0, b0), to: (a1, b1), h: block.stepS
            ) { margin in
                if margin.start < 0 { allowed.0 = false }
                if margin.end < 0 { allowed.1 = false }
                if !margin.keepsSign(over: block.stepS) {
                    isUnsure = true
                } else if margin.start < 0 {
                    isDown = true
                }
                return false
            }
            if allowed == atEnds { return isDown ? .down : isUnsure ? .unsure : .up }
        }
        isSampledIn[index * block.cellCount + cell] = true
        return atEnds == (true, true) ? .up : atEnds == (false, false) ? .down : .unsure
    }
}
