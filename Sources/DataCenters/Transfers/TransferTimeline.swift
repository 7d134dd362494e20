/// The routes among sites over time, each spell of which has a set of its own.
///
/// Immutable and shared by all threads. Routes from a site to an earlier one are those of the other
/// direction, reversed.
public struct TransferTimeline: Sendable {
    /// How many sites there are.
    public let siteCount: Int

    /// When each spell begins, ascending [s]; it lasts until the next one.
    public let startS: [Double]

    /// When the last spell ends [s].
    public let endS: Double

    /// What arcs carry.
    public let capacities: TransferCapacities

    /// By spell, then by pair.
    private let routes: [[TransferRoute?]]

    /// Creates a timeline.
    ///
    /// - Parameters:
    ///   - siteCount: How many sites there are.
    ///   - startS: When each spell begins, ascending [s]; one at least.
    ///   - endS: When the last one ends [s].
    ///   - routes: For each spell the routes of the pairs (0, 1), (0, 2), ... (1, 2), ..., `nil` for one that
    ///     has none.
    ///   - capacities: What arcs carry.
    public init(
        siteCount: Int, startS: [Double], endS: Double, routes: [[TransferRoute?]],
        capacities: TransferCapacities
    ) {
        precondition(siteCount >= 1 && !startS.isEmpty && startS.count == routes.count)
        precondition(routes.allSatisfy { $0.count == siteCount * (siteCount - 1) / 2 })
        precondition(zip(startS, startS.dropFirst()).allSatisfy(<))
        self.siteCount = siteCount
        self.startS = startS
        self.endS = endS
        self.routes = routes
        self.capacities = capacities
    }

    /// Creates a timeline that never changes.
    public init(
        siteCount: Int, constant routes: [TransferRoute?], capacities: TransferCapacities
    ) {
        self.init(
            siteCount: siteCount, startS: [-.infinity], endS: .infinity, routes: [routes],
            capacities: capacities)
    }

    /// The same routes under other capacities.
    public func replacing(capacities: TransferCapacities) -> TransferTimeline {
        TransferTimeline(
            siteCount: siteCount, startS: startS, endS: endS, routes: routes,
            capacities: capacities)
    }

    /// The first sites alone.
    ///
    /// - Complexity: O(spells · sites²).
    public func first(_ count: Int) -> TransferTimeline {
        precondition(count >= 1 && count <= siteCount)
        var places: [Int] = []
        var place = 0
        for a in 0..<siteCount {
            for b in (a + 1)..<max(a + 1, siteCount) {
                if a < count, b < count { places.append(place) }
                place += 1
            }
        }
        return TransferTimeline(
            siteCount: count, startS: startS, endS: endS,
            routes: routes.map { spell in places.map { spell[$0] } }, capacities: capacities)
    }

    /// The spell in which an instant lies; the first one for earlier instants.
    ///
    /// - Complexity: O(log spells).
    public func spell(atS seconds: Double) -> Int {
        var (low, high) = (0, startS.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if startS[middle] <= seconds { low = middle } else { high = middle }
        }
        return low
    }

    /// When a spell ends [s].
    public func endS(ofSpell spell: Int) -> Double {
        spell + 1 < startS.count ? startS[spell + 1] : endS
    }

    /// The route from a site to another in a spell.
    public func route(from source: Int, to destination: Int, inSpell spell: Int) -> TransferRoute? {
        let (a, b) = (min(source, destination), max(source, destination))
        let route = routes[spell][a * (2 * siteCount - a - 1) / 2 + b - a - 1]
        return source < destination ? route : route?.reversed
    }
}
