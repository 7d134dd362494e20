import LaserMesh
import Numerics
import Orbits

/// The instants at which links come up and go down in the cells of a block, found when asked for.
struct LinkChanges {
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

    /// A link that is up or down for a shorter time than this may be missed where its line's height
    /// over the Earth, of which only the rate is bounded, decides [s].
    private static let shortestS = 1e-4

    /// The instants are known to so many seconds.
    private static let resolutionS = 1e-8

    private let cells: LinkCells
    private let builder: MeshBuilder
    private var known: [Int: InCell] = [:]
    private var meshes: [Double: Mesh] = [:]

    init(_ cells: LinkCells, _ builder: MeshBuilder) {
        self.cells = cells
        self.builder = builder
    }

    /// What a link does in a cell.
    mutating func changes(of link: Int32, in cell: Int) -> InCell {
        let key = Int(link) * cells.block.cellCount + cell
        if let found = known[key] { return found }
        let found =
            cells.isSampled(link, in: cell) ? sampled(link, cell) : exact(link, cell)
        known[key] = found
        return found
    }

    private func exact(_ link: Int32, _ cell: Int) -> InCell {
        let ends = cells.ends[Int(link)]
        let (start, end) = (cells.block.times[cell], cells.block.times[cell + 1])
        var roots: [Double] = []
        appendRoots(of: ends, cell, from: start, to: end, &roots)
        roots.sort()
        func isUp(_ time: Double) -> Bool {
            let (a, b) = positions(of: ends, cell, at: time)
            return cells.rules.allow(
                ofStation: cells.block.station(of: ends), bounds: cells.block.bounds(of: ends), a, b
            )
        }
        let borders = [start] + roots + [end]
        var states: [Bool] = []
        for (from, to) in zip(borders, borders.dropFirst()) {
            states.append(isUp(from + (to - from) / 2))
        }
        var times: [Double] = []
        for place in roots.indices where states[place] != states[place + 1] {
            times.append(roots[place])
        }
        return InCell(isUpFirst: states[0], times: times)
    }

    private func positions(
        of link: LaserLink, _ cell: Int, at time: Double
    ) -> (SIMD3<Double>, SIMD3<Double>) {
        let stencil = cells.block.stencil(at: time, cell: cell)
        return (
            cells.block.position(of: Int(link.a), at: stencil),
            cells.block.position(of: Int(link.b), at: stencil)
        )
    }

    /// Appends the instants at which a margin of a link changes its sign.
    private func appendRoots(
        of link: LaserLink, _ cell: Int, from start: Double, to end: Double,
        _ roots: inout [Double]
    ) {
        let h = end - start
        let (a, b) = (positions(of: link, cell, at: start), positions(of: link, cell, at: end))
        var crossing: [Int] = []
        var isSettled = true
        var number = 0
        _ = cells.rules.forEachMargin(
            ofStation: cells.block.station(of: link), bounds: cells.block.bounds(of: link), from: a,
            to: b, h: h
        ) { margin in
            defer { number += 1 }
            if margin.keepsSign(over: h) { return false }
            let isOpen = (margin.start < 0) != (margin.end < 0)
            if margin.crossesOnce(over: h) || h <= Self.shortestS {
                if isOpen { crossing.append(number) }
            } else {
                isSettled = false
            }
            return false
        }
        guard isSettled else {
            let middle = start + h / 2
            appendRoots(of: link, cell, from: start, to: middle, &roots)
            appendRoots(of: link, cell, from: middle, to: end, &roots)
            return
        }
        for margin in crossing {
            let root = try? Roots.brent(in: start...end, tolerance: Self.resolutionS) {
                value(ofMargin: margin, of: link, cell, at: $0)
            }
            roots.append(root ?? end)
        }
    }

    private func value(
        ofMargin wanted: Int, of link: LaserLink, _ cell: Int, at time: Double
    ) -> Double {
        let at = positions(of: link, cell, at: time)
        var number = 0
        var value = 0.0
        _ = cells.rules.forEachMargin(
            ofStation: cells.block.station(of: link), bounds: cells.block.bounds(of: link),
            from: at, to: at, h: 0
        ) {
            if number == wanted { value = $0.start }
            number += 1
            return number > wanted
        }
        return value
    }

    /// The change of a link that is up at one end of a cell, by bisection.
    private mutating func sampled(_ link: Int32, _ cell: Int) -> InCell {
        let ends = cells.ends[Int(link)]
        let isUpFirst = cells.isUp(link, atEnd: cell)
        guard isUpFirst != cells.isUp(link, atEnd: cell + 1) else {
            return InCell(isUpFirst: isUpFirst, times: [])
        }
        var before = cells.block.times[cell]
        var after = cells.block.times[cell + 1]
        while after - before > 1e-6 {
            let middle = before + (after - before) / 2
            let (a, b) = (NodeID(rawValue: ends.a), NodeID(rawValue: ends.b))
            if (mesh(cell, at: middle).link(between: a, and: b) != nil) == isUpFirst {
                before = middle
            } else {
                after = middle
            }
        }
        return InCell(isUpFirst: isUpFirst, times: [after])
    }

    /// The mesh at a time.
    private mutating func mesh(_ cell: Int, at time: Double) -> Mesh {
        if let known = meshes[time] { return known }
        let stencil = cells.block.stencil(at: time, cell: cell)
        var planes = PositionPlanes(count: cells.block.bounds.count)
        for satellite in 0..<planes.count {
            planes[satellite] = cells.block.position(of: satellite, at: stencil)
        }
        let mesh = builder.mesh(of: planes, atSeconds: time)
        meshes[time] = mesh
        return mesh
    }
}
