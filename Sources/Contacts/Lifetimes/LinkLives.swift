import LaserMesh
import Orbits

/// How long links and routes exist around a time: from when to when the rules allow them.
///
/// The margins of a link's rules are followed from the time on, forwards and backwards, by their
/// bounds (``LinkMotion``), until one is negative. Whether a topology points the lasers at each other
/// is taken as it is at that time. What was found is remembered; each task has its own.
public struct LinkLives {
    private let mesh: MovingMesh
    private let rules: LinkRules
    private let horizonS: ClosedRange<Double>
    private var known: [LaserLink: [ClosedRange<Double>]] = [:]

    private static let stepS = 10.0
    private static let resolutionS = 1e-6

    /// Prepares questions about lives, of which nothing is known beyond the horizon [s].
    public init(_ mesh: MovingMesh, horizonS: ClosedRange<Double>) {
        self.mesh = mesh
        rules = LinkRules(mesh.builder)
        self.horizonS = horizonS
    }

    /// From when to when all links of a route exist around a time [s]; an end at the horizon may
    /// be later or earlier. `nil` when one does not exist then.
    ///
    /// - Complexity: O(links), and for a link that is not known yet a propagation for each ten
    ///   seconds that it exists.
    public mutating func life(of nodes: [NodeID], atSeconds seconds: Double) -> ClosedRange<Double>?
    {
        var start = horizonS.lowerBound
        var end = horizonS.upperBound
        for (a, b) in zip(nodes, nodes.dropFirst()) {
            guard let life = life(of: LaserLink(a.index, b.index), seconds) else { return nil }
            start = max(start, life.lowerBound)
            end = min(end, life.upperBound)
        }
        return start...end
    }

    private mutating func life(of link: LaserLink, _ seconds: Double) -> ClosedRange<Double>? {
        if let found = known[link]?.first(where: { $0.contains(seconds) }) { return found }
        guard isUp(link, seconds) else { return nil }
        let life = firstDown(link, seconds, -1)...firstDown(link, seconds, 1)
        known[link, default: []].append(life)
        return life
    }

    /// The first time, forwards or backwards, at which a link does not exist; that of the horizon
    /// when there is none.
    private func firstDown(_ link: LaserLink, _ seconds: Double, _ direction: Double) -> Double {
        let limit = direction > 0 ? horizonS.upperBound : horizonS.lowerBound
        var from = seconds
        while (limit - from) * direction > 0 {
            let reach = from + direction * Self.stepS
            let to = direction > 0 ? min(reach, limit) : max(reach, limit)
            if let time = firstDown(link, from: from, to: to) { return time }
            from = to
        }
        return limit
    }

    private func firstDown(_ link: LaserLink, from x: Double, to y: Double) -> Double? {
        let h = abs(y - x)
        let (start, end) = (positions(link, x), positions(link, y))
        guard (end.0 + end.1).sum().isFinite else { return x }
        var isSettled = true
        let isDown = rules.forEachMargin(
            ofStation: station(link), bounds: bounds(link, start, end, h), from: start, to: end,
            h: h
        ) { margin in
            if !margin.keepsSign(over: h) { isSettled = false }
            return margin.start < 0
        }
        if isDown { return x }
        if isSettled { return nil }
        if h <= Self.resolutionS { return isUp(link, y) ? nil : y }
        let middle = x + (y - x) / 2
        return firstDown(link, from: x, to: middle) ?? firstDown(link, from: middle, to: y)
    }

    private func isUp(_ link: LaserLink, _ seconds: Double) -> Bool {
        let at = positions(link, seconds)
        return rules.allow(
            ofStation: station(link), bounds: (.still, .still), at.0, at.1)
    }

    private func station(_ link: LaserLink) -> Int? {
        let place = Int(link.b) - mesh.constellation.count
        return place >= 0 ? place : nil
    }

    private func positions(
        _ link: LaserLink, _ seconds: Double
    ) -> (SIMD3<Double>, SIMD3<Double>) {
        (
            mesh.positionKm(of: NodeID(rawValue: link.a), atSeconds: seconds),
            mesh.positionKm(of: NodeID(rawValue: link.b), atSeconds: seconds)
        )
    }

    private func bounds(
        _ link: LaserLink, _ start: (SIMD3<Double>, SIMD3<Double>),
        _ end: (SIMD3<Double>, SIMD3<Double>), _ h: Double
    ) -> (MotionBounds, MotionBounds) {
        func bounds(_ p: SIMD3<Double>, _ q: SIMD3<Double>) -> MotionBounds {
            MotionBounds(between: (p * p).sum().squareRoot(), (q * q).sum().squareRoot(), h: h)
        }
        return (
            bounds(start.0, end.0), station(link) == nil ? bounds(start.1, end.1) : .still
        )
    }
}
