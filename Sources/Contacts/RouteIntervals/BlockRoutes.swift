import LaserMesh
import Routing

/// The best routes of pairs in a block of cells.
///
/// The least weights of all nodes to each destination are found at all ends of the cells together.
/// A route that is of least weight at both ends of a cell, whose links stay up in it, and whose
/// length is at both ends below the weight of any other way by more than it can bulge in between,
/// is the best one in the whole cell, and that settles most of them. The others are taken up one by
/// one by ``CellRoutes``.
struct BlockRoutes {
    /// The route of least weight at an end of a cell, with what it is compared by.
    private struct AtEnd {
        var nodes: [Int32] = []
        var links: [Int32] = []
        /// The least weight of any other way at that end [km].
        var otherKm = Double.infinity
        var isReachable = false
    }

    private let cells: LinkCells
    private let state: BatchForwardingState
    private let rules: RoutingRules
    private var detail: CellRoutes

    /// - Parameters:
    ///   - cells: The links.
    ///   - state: Least weights of all nodes to some destinations.
    init(_ cells: LinkCells, _ state: BatchForwardingState) {
        self.cells = cells
        self.state = state
        rules = state.rules
        detail = CellRoutes(cells, state)
    }

    /// The pieces of a pair in the block's first cells.
    ///
    /// - Parameters:
    ///   - source: The source.
    ///   - place: Place of the destination in the state.
    ///   - endS: Where to stop [s].
    mutating func pieces(from source: NodeID, to place: Int, until endS: Double) -> RoutePieces {
        var pieces = RoutePieces()
        var start = atEnd(0, source, place, like: nil)
        for cell in 0..<cells.block.cellCount where cells.block.times[cell] < endS {
            let end = atEnd(cell + 1, source, place, like: start)
            let begin = cells.block.times[cell]
            let isWhole = cells.block.times[cell + 1] <= endS
            let stop = isWhole ? cells.block.times[cell + 1] : endS
            if !start.isReachable || !end.isReachable {
                pieces.append(nil, from: begin, to: stop, lengthKm: nil)
            } else if isWhole, let length = lengthIfBest(start, end, cell) {
                pieces.append(
                    start.nodes.map { NodeID(rawValue: $0) }, from: begin, to: stop,
                    lengthKm: length)
            } else {
                detail.append(
                    cell: cell, until: stop, source: source.index, destination: place,
                    to: &pieces)
            }
            start = end
        }
        return pieces
    }

    /// The route of least weight at an end, and the least weight of the other ways.
    ///
    /// Another way leaves the route at one of its nodes: its weight is that of the route up to there,
    /// of the link by which it leaves, and at least the least weight from there on.
    private func atEnd(
        _ end: Int, _ source: NodeID, _ place: Int, like last: AtEnd?
    ) -> AtEnd {
        let goal = state.destinations[place]
        let satellites = cells.weights.satelliteCount
        var found = AtEnd()
        var node = source
        var cost = 0.0
        found.nodes.append(node.rawValue)
        while node != goal {
            guard let next = state.nextHop(from: node, to: place, at: end) else { return AtEnd() }
            var step = 0.0
            for link in cells.weights.row(of: node) {
                let other = cells.weights.neighbour[link]
                let weight = cells.weights.lengthKm(at: link, instant: end)
                if other == next.rawValue {
                    step = weight
                    found.links.append(cells.linkAt[link])
                    continue
                }
                guard weight < .infinity,
                    Int(other) < satellites || other == goal.rawValue || rules.allowsGroundRelay
                else { continue }
                let rest = state.costKm(from: NodeID(rawValue: other), to: place, at: end)
                found.otherKm = min(found.otherKm, cost + (weight + rules.hopCostKm) + rest)
            }
            cost += step + rules.hopCostKm
            node = next
            found.nodes.append(node.rawValue)
        }
        found.isReachable = true
        // The same array, so that comparing the two is quick.
        if let last, last.nodes == found.nodes { found.nodes = last.nodes }
        return found
    }

    /// The least and the greatest length of a route in a cell, if it is the best one in all of it for
    /// certain.
    private func lengthIfBest(
        _ start: AtEnd, _ end: AtEnd, _ cell: Int
    ) -> ClosedRange<Double>? {
        guard start.nodes == end.nodes else { return nil }
        for link in start.links where cells.state(of: link, in: cell) != .up { return nil }
        let block = cells.block
        let h = block.stepS
        var sag = 0.0
        var bend = 0.0
        var first = 0.0
        var last = 0.0
        var a0 = block.position(of: Int(start.nodes[0]), atEnd: cell)
        var a1 = block.position(of: Int(start.nodes[0]), atEnd: cell + 1)
        var accelerationA = block.bounds(of: Int(start.nodes[0])).accelerationKmPerS2
        for node in start.nodes.dropFirst() {
            let b0 = block.position(of: Int(node), atEnd: cell)
            let b1 = block.position(of: Int(node), atEnd: cell + 1)
            let accelerationB = block.bounds(of: Int(node)).accelerationKmPerS2
            let motion = LinkMotion(
                from: b0 - a0, to: b1 - a1, h: h,
                accelerationKmPerS2: accelerationA + accelerationB)
            sag += motion.sagKmPerS2
            bend += motion.bendKmPerS2
            first += LengthGrid.nearest(km: motion.startKm)
            last += LengthGrid.nearest(km: motion.endKm)
            (a0, a1, accelerationA) = (b0, b1, accelerationB)
        }
        let hops = Double(start.links.count)
        let above = sag * h * h / 8 + hops * (1e-6 + rules.hopCostKm)
        guard first + above < start.otherKm, last + above < end.otherKm else { return nil }
        // Where the slope may change its sign, the extremes are looked for.
        if abs(last - first) / h <= max(bend, sag) * h / 2 {
            let envelope = RouteEnvelope(
                [start.nodes], in: block, cell: cell, hopCostKm: rules.hopCostKm)
            return envelope.extremes(
                of: 0, from: envelope.point(at: block.times[cell]),
                to: envelope.point(at: block.times[cell + 1]))
        }
        return min(first, last)...max(first, last)
    }
}
