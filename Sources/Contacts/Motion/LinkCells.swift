import LaserMesh
import Orbits

/// The links of a moving mesh in a block of cells: when each is up, and weights that bound its length
/// from below.
///
/// A link is *up* or *down* in a cell where it is so throughout, and *unsure* where it rises or sets in
/// it; the instants are those of contacts (``LinkSpells``). Links that are down in all cells are left
/// out. A satellite without a position at the end of a cell has no links in it.
struct LinkCells {
    enum State: UInt8 {
        case down, up, unsure
    }

    /// What a link does in a cell.
    struct InCell {
        /// Whether it is up where the cell begins.
        var isUpFirst: Bool

        /// When that changes, ascending [s].
        var times: [Double]

        /// Whether it is up at a time, from a change on in its new state.
        func isUp(at time: Double) -> Bool {
            isUpFirst != (times.prefix { $0 <= time }.count % 2 == 1)
        }
    }

    /// The links in rows, with weights in place of lengths: never above the true length anywhere in
    /// the cells before and after an end; infinite where the link is down in both.
    private(set) var weights: MeshBatch

    /// The link at each place of the rows.
    private(set) var linkAt: [Int32]

    /// Ends of each link, in their order.
    let ends: [LaserLink]

    /// State by link and cell.
    private(set) var states: [State] = []

    let block: MotionBlock

    /// When each link is up, within the block.
    private let spells: [[Spell]]

    /// Finds the links of a block.
    ///
    /// - Parameters:
    ///   - mesh: The mesh.
    ///   - block: Its nodes in motion.
    ///   - stations: The stations whose links matter.
    /// - Complexity: That of the contacts in the block, and O(cells · links).
    init(_ mesh: MovingMesh, _ block: MotionBlock, linking stations: [Int]) {
        self.block = block
        let found = LinkSpells(
            ContactFinder(mesh), from: block.times[0], to: block.times[block.cellCount],
            asking: TopologySpells.Questions(stepS: block.stepS, toleranceS: 1e-6))
        var links: [(ends: LaserLink, spells: [Spell])] = []
        found.forEachLaser { links.append(($0, $1)) }
        for station in stations {
            found.forEachRadio(of: station) {
                links.append((LaserLink($0, mesh.constellation.count + station), $1))
            }
        }
        links.sort { ($0.ends.a, $0.ends.b) < ($1.ends.a, $1.ends.b) }
        ends = links.map(\.ends)
        spells = links.map(\.spells)
        weights = MeshBatch(
            satelliteCount: mesh.constellation.count, nodeCount: mesh.nodeCount,
            instantCount: block.times.count, sortedLinks: ends)
        linkAt = Array(repeating: -1, count: weights.neighbour.count)
        number()
        weigh()
    }

    /// The state of a link in a cell.
    @inline(__always)
    func state(of link: Int32, in cell: Int) -> State {
        states[Int(link) * block.cellCount + cell]
    }

    /// What a link does in a cell.
    func changes(of link: Int32, in cell: Int) -> InCell {
        let (start, end) = (block.times[cell], block.times[cell + 1])
        var found = InCell(isUpFirst: false, times: [])
        for spell in spells[Int(link)] where spell.endS > start && spell.beginS < end {
            if spell.beginS <= start { found.isUpFirst = true }
            for time in [spell.beginS, spell.endS] where time > start && time < end {
                found.times.append(time)
            }
        }
        return found
    }

    /// Finds each link's number in both its ends' rows.
    private mutating func number() {
        var next = weights.firstLink
        // The links are sorted, and so are the rows: both come by in the same order.
        for (index, link) in ends.enumerated() {
            for node in [Int(link.a), Int(link.b)] {
                linkAt[Int(next[node])] = Int32(truncatingIfNeeded: index)
                next[node] += 1
            }
        }
    }

    /// Finds states and weights.
    private mutating func weigh() {
        let cells = block.cellCount
        let count = block.times.count
        states = Array(repeating: .down, count: ends.count * cells)
        var weightOf = [Double](repeating: .infinity, count: ends.count * count)
        for (index, link) in ends.enumerated() {
            let (a, b) = (Int(link.a), Int(link.b))
            let acceleration =
                block.bounds(of: a).accelerationKmPerS2 + block.bounds(of: b).accelerationKmPerS2
            for cell in 0..<cells {
                let (from, to) = (block.line(a, b, atEnd: cell), block.line(a, b, atEnd: cell + 1))
                guard (from + to).sum().isFinite else { continue }
                let state = state(ofLink: index, in: cell)
                states[index * cells + cell] = state
                guard state != .down else { continue }
                let motion = LinkMotion(
                    from: from, to: to, h: block.stepS, accelerationKmPerS2: acceleration)
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

    private func state(ofLink index: Int, in cell: Int) -> State {
        let (start, end) = (block.times[cell], block.times[cell + 1])
        for spell in spells[index] where spell.endS > start && spell.beginS < end {
            return spell.beginS <= start && spell.endS >= end ? .up : .unsure
        }
        return .down
    }

    /// A weight on the grid; at least a step of it, so that no link weighs nothing.
    private static func floor(_ km: Double) -> Double {
        km > 1e-6 ? LengthGrid.nearest(km: km) : LengthGrid.stepKm
    }
}
