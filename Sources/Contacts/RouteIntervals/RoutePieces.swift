import LaserMesh

/// The best routes of one pair, piece after piece, as they are found.
struct RoutePieces: Sendable {
    private(set) var intervals: [RouteInterval] = []

    /// Links that go up or down where the next piece begins.
    private var changes: [LinkChange] = []

    /// Notes that a link changes where the next piece begins.
    mutating func note(_ change: LinkChange) { changes.append(change) }

    /// Appends a piece; it goes on with the last one where the route is the same.
    mutating func append(
        _ nodes: [NodeID]?, from startS: Double, to endS: Double, lengthKm: ClosedRange<Double>?,
        isCertain: Bool = true
    ) {
        let next = RouteInterval(
            startS: startS, endS: endS, nodes: nodes, minLengthKm: lengthKm?.lowerBound ?? .nan,
            maxLengthKm: lengthKm?.upperBound ?? .nan, end: .window, isCertain: isCertain)
        append(next)
        changes.removeAll(keepingCapacity: true)
    }

    /// Appends an interval that follows the last one.
    mutating func append(_ next: RouteInterval) {
        guard var last = intervals.popLast() else {
            intervals.append(next)
            return
        }
        guard last.nodes != next.nodes else {
            last.endS = next.endS
            last.end = next.end
            last.minLengthKm = min(last.minLengthKm, next.minLengthKm)
            last.maxLengthKm = max(last.maxLengthKm, next.maxLengthKm)
            last.isCertain = last.isCertain && next.isCertain
            intervals.append(last)
            return
        }
        // Intervals of a block bring their causes along, but for the one that its end cuts off.
        if last.end == .window { last.end = cause(from: last.nodes, to: next.nodes) }
        intervals.append(last)
        intervals.append(next)
    }

    /// Takes out all but the last interval, which may go on.
    mutating func takeEnded() -> [RouteInterval] {
        guard let last = intervals.last else { return [] }
        let ended = Array(intervals.dropLast())
        intervals = [last]
        return ended
    }

    private func cause(from last: [NodeID]?, to next: [NodeID]?) -> IntervalEnd {
        guard let last else { return .linkGained }
        guard let next else { return .linkLost }
        if changes.contains(where: { !$0.rises && $0.isUsed(by: last) }) { return .linkLost }
        if changes.contains(where: { $0.rises && $0.isUsed(by: next) }) { return .linkGained }
        return .betterRoute
    }
}

/// A link that comes up or goes down.
struct LinkChange: Sendable {
    var link: LaserLink
    var rises: Bool

    /// Whether a route goes over the link.
    func isUsed(by nodes: [NodeID]) -> Bool {
        zip(nodes, nodes.dropFirst()).contains {
            min($0.rawValue, $1.rawValue) == link.a && max($0.rawValue, $1.rawValue) == link.b
        }
    }
}
