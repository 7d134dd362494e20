import LaserMesh
import Routing

/// The best routes of a pair in a cell of time in which they may change.
///
/// A part of the cell in which all links of interest are up or down throughout is settled so:
///
/// 1. The routes of least weight at both ends are found, and a line over the part that the better of
///    them nowhere exceeds.
/// 2. All routes whose weight is below that line at either end are found. Any other route's weight,
///    which is linear in time and nowhere above its length, is above the line everywhere, so that it
///    is never the best.
/// 3. Of those, ``RouteEnvelope`` finds the best one at every instant.
///
/// Where a link of one of those routes comes up or goes down inside the part, it is split there.
struct CellRoutes {
    private let cells: LinkCells
    private let hopCostKm: Double
    private var search: CellSearch
    private var cell = 0
    private var source = 0
    private var destination = 0

    /// Steps of an enumeration that is guided by the weights of all links, and of one that is guided
    /// by those of the links that are left and takes no step in vain.
    private static let greatestSteps = (guided: 2_000, tightened: 50_000)

    init(_ cells: LinkCells, _ state: BatchForwardingState) {
        self.cells = cells
        hopCostKm = state.rules.hopCostKm
        search = CellSearch(cells, state, rules: state.rules)
    }

    /// Appends the pieces of a pair in a cell, from its beginning to a time inside it or its end.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - endS: Where to stop [s].
    ///   - source: Node of the source.
    ///   - destination: Place of the destination among those of the state.
    ///   - pieces: Where to append.
    mutating func append(
        cell: Int, until endS: Double, source: Int, destination: Int, to pieces: inout RoutePieces
    ) {
        self.cell = cell
        self.source = source
        self.destination = destination
        append(from: cells.block.times[cell], to: endS, CellSearch.Decisions(), to: &pieces)
    }

    private func fraction(_ time: Double) -> Double {
        max(0, min(1, (time - cells.block.times[cell]) / cells.block.stepS))
    }

    private mutating func append(
        from x: Double, to y: Double, _ given: CellSearch.Decisions, to pieces: inout RoutePieces
    ) {
        search.begin(cell: cell, source: source, destination: destination)
        var decisions = given
        var isTightened = false
        while true {
            guard let first = search.best(at: fraction(x), decisions),
                let last = search.best(at: fraction(y), decisions)
            else {
                pieces.append(nil, from: x, to: y, lengthKm: nil)
                return
            }
            var routes = first == last ? [first] : [first, last]
            if let link = undecided(routes, decisions) {
                if split(at: link, x, y, &decisions, &pieces) { return }
                continue
            }
            let limits = limitsKm(of: routes, from: x, to: y)
            let greatest =
                isTightened ? Self.greatestSteps.tightened : Self.greatestSteps.guided
            let isComplete =
                search.append(
                    within: limits.0, at: fraction(x), decisions, greatest: greatest, to: &routes)
                && search.append(
                    within: limits.1, at: fraction(y), decisions, greatest: greatest, to: &routes)
            if !isComplete && !isTightened {
                search.tighten(from: fraction(x), to: fraction(y), decisions)
                isTightened = true
                continue
            }
            if let link = undecided(routes, decisions) {
                if split(at: link, x, y, &decisions, &pieces) { return }
                continue
            }
            emit(routes, x, y, isComplete, to: &pieces)
            return
        }
    }

    /// Appends the pieces in which some routes, of which none loses a link, are the best.
    private func emit(
        _ routes: [[Int32]], _ x: Double, _ y: Double, _ isCertain: Bool,
        to pieces: inout RoutePieces
    ) {
        let envelope = RouteEnvelope(routes, in: cells.block, cell: cell, hopCostKm: hopCostKm)
        envelope.forEachPiece(from: envelope.point(at: x), to: envelope.point(at: y)) {
            route, start, end in
            pieces.append(
                envelope.routes[route].map { NodeID(rawValue: $0) }, from: start.time,
                to: end.time, lengthKm: envelope.extremes(of: route, from: start, to: end),
                isCertain: isCertain)
        }
    }

    /// Costs at both ends of a line that the cheapest of one or two routes nowhere exceeds [km].
    ///
    /// The lesser of two chords is above the chord of the lesser values by what it is at the kink.
    private func limitsKm(
        of routes: [[Int32]], from x: Double, to y: Double
    ) -> (Double, Double) {
        let envelope = RouteEnvelope(routes, in: cells.block, cell: cell, hopCostKm: hopCostKm)
        let start = envelope.point(at: x)
        let end = envelope.point(at: y)
        var above = 0.0
        var costs: [(Double, Double)] = []
        for (route, nodes) in envelope.routes.enumerated() {
            let hops = Double(nodes.count - 1)
            let sag = envelope.bends(of: route, from: start, to: end).sag
            above = max(above, (y > x ? sag * (y - x) * (y - x) / 8 : 0) + hops * 1e-6)
            costs.append(
                (
                    start.lengthsKm[route] + hops * hopCostKm,
                    end.lengthsKm[route] + hops * hopCostKm
                ))
        }
        guard costs.count == 2 else { return (costs[0].0 + above, costs[0].1 + above) }
        let low = (min(costs[0].0, costs[1].0), min(costs[0].1, costs[1].1))
        let gap = (costs[1].0 - costs[0].0, costs[1].1 - costs[0].1)
        if gap.0 * gap.1 < 0 {
            let s = gap.0 / (gap.0 - gap.1)
            let kink = costs[0].0 + s * (costs[0].1 - costs[0].0)
            above += max(0, kink - (low.0 + s * (low.1 - low.0)))
        }
        return (low.0 + above, low.1 + above)
    }

    /// A link of some routes that comes up or goes down in the cell, or may, and on which nothing is
    /// decided.
    private func undecided(_ routes: [[Int32]], _ decisions: CellSearch.Decisions) -> Int32? {
        for route in routes {
            for (a, b) in zip(route, route.dropFirst()) {
                for place in cells.weights.row(of: NodeID(rawValue: a))
                where cells.weights.neighbour[place] == b {
                    let link = cells.linkAt[place]
                    if cells.state(of: link, in: cell) == .unsure,
                        !decisions.up.contains(link), !decisions.down.contains(link)
                    {
                        return link
                    }
                }
            }
        }
        return nil
    }

    /// Decides on a link, or splits the part where it changes and appends the pieces of the parts.
    ///
    /// - Returns: Whether it was split.
    private mutating func split(
        at link: Int32, _ x: Double, _ y: Double, _ decisions: inout CellSearch.Decisions,
        _ pieces: inout RoutePieces
    ) -> Bool {
        let found = cells.changes(of: link, in: cell)
        let ends = cells.ends[Int(link)]
        let inside = found.times.filter { $0 > x && $0 < y }
        guard !inside.isEmpty else {
            let isUp = found.isUp(at: x)
            decisions.decide(link, isUp: isUp)
            // Two lasers of one satellite change at the same instant: the other one split there.
            if found.times.contains(where: { abs($0 - x) < 1e-6 }) {
                pieces.note(LinkChange(link: ends, rises: isUp))
            }
            return false
        }
        let borders = [x] + inside + [y]
        for (start, end) in zip(borders, borders.dropFirst()) {
            var some = decisions
            let isUp = found.isUp(at: start)
            some.decide(link, isUp: isUp)
            if start > x { pieces.note(LinkChange(link: ends, rises: isUp)) }
            append(from: start, to: end, some, to: &pieces)
        }
        return true
    }
}
