/// The order of sites around a ring whose step is shortest.
///
/// All messages of a step are sent at once, and the step ends with the last one: what counts is the greatest
/// of latency and transfer together, with the arcs that the neighbours share. Of equally short ones the
/// order with the least sum of latencies counts, then the lexicographically smallest. Up to
/// ``greatestExact`` sites all orders are tried; for more, sites are moved and stretches are turned until
/// nothing gets shorter, starting from the nearest neighbours, which is a local optimum only.
///
/// - Complexity: O((sites - 1)! / 2) evaluations, or O(sites²) of them for each improvement.
public struct RingOrder: Sendable {
    /// Up to how many sites every order is tried.
    public static let greatestExact = 8

    /// The sites in order; the first one is site 0.
    public private(set) var order: [Int]

    /// Time of a step [s]; infinite where two neighbours have no route.
    public private(set) var stepS: Double

    /// Whether no order is better.
    public let isProven: Bool

    private let timeline: TransferTimeline
    private let spell: Int
    private let bytes: Double
    private var latencyS: Double

    /// Finds the order.
    ///
    /// - Parameters:
    ///   - timeline: The routes.
    ///   - spell: The spell in which they are taken.
    ///   - bytes: What a site sends in a step [bytes].
    public init(in timeline: TransferTimeline, spell: Int, bytes: Double) {
        self.timeline = timeline
        self.spell = spell
        self.bytes = bytes
        order = Array(0..<timeline.siteCount)
        stepS = .infinity
        latencyS = .infinity
        isProven = timeline.siteCount <= Self.greatestExact
        (stepS, latencyS) = cost(of: order)
        guard timeline.siteCount > 2 else { return }
        if isProven {
            var rest = Array(1..<timeline.siteCount)
            tryAll(&rest, from: 0)
        } else {
            take(nearestNeighbours())
            while improve() {}
        }
    }

    private func cost(of order: [Int]) -> (stepS: Double, latencyS: Double) {
        guard order.count > 1 else { return (0, 0) }
        var flows: [[TransferArc]] = []
        var latencies: [Double] = []
        for (rank, site) in order.enumerated() {
            guard
                let route = timeline.route(
                    from: site, to: order[(rank + 1) % order.count], inSpell: spell)
            else { return (.infinity, .infinity) }
            flows.append(route.arcs)
            latencies.append(route.latencyS)
        }
        let gbps = TransferSimulator.shares(flows, timeline.capacities).gbps
        var step = 0.0
        for (rate, latency) in zip(gbps, latencies) {
            let sending = bytes == 0 ? 0 : 8 * bytes / (rate * 1e9)
            step = max(step, latency + sending)
        }
        return (step, latencies.reduce(0, +))
    }

    /// Takes an order that is better, and tells whether it was.
    @discardableResult
    private mutating func take(_ candidate: [Int]) -> Bool {
        let (step, latency) = cost(of: candidate)
        guard step < .infinity || stepS == .infinity else { return false }
        // Equal sums in another order may differ in the last digit.
        let slack = 1e-12 * (stepS < .infinity ? stepS : 0)
        let isBetter =
            step < stepS - slack
            || (step <= stepS + slack
                && (latency < latencyS * (1 - 1e-12)
                    || (latency <= latencyS * (1 + 1e-12)
                        && candidate.lexicographicallyPrecedes(order))))
        guard isBetter else { return false }
        order = candidate
        (stepS, latencyS) = (step, latency)
        return true
    }

    private mutating func tryAll(_ rest: inout [Int], from place: Int) {
        if place == rest.count {
            // A ring and its mirror image are equal.
            if rest[0] < rest[rest.count - 1] { take([0] + rest) }
            return
        }
        for other in place..<rest.count {
            rest.swapAt(place, other)
            tryAll(&rest, from: place + 1)
            rest.swapAt(place, other)
        }
    }

    private func nearestNeighbours() -> [Int] {
        var order = [0]
        var rest = Array(1..<timeline.siteCount)
        while !rest.isEmpty {
            func latency(_ site: Int) -> Double {
                timeline.route(from: order[order.count - 1], to: site, inSpell: spell)?.latencyS
                    ?? .infinity
            }
            var best = 0
            for place in rest.indices where latency(rest[place]) < latency(rest[best]) {
                best = place
            }
            order.append(rest.remove(at: best))
        }
        return order
    }

    /// Takes the first better order that turns a stretch around or moves one site.
    private mutating func improve() -> Bool {
        let count = order.count
        for first in 1..<count {
            for last in (first + 1)..<max(first + 1, count) {
                var turned = order
                turned[first...last].reverse()
                if take(turned) { return true }
            }
        }
        for from in 1..<count {
            for to in 1..<count where to != from {
                var moved = order
                moved.insert(moved.remove(at: from), at: to)
                if take(moved) { return true }
            }
        }
        return false
    }
}
