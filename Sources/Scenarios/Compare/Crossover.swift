/// From what distance on one way is faster than another.
struct Crossover: Sendable, Hashable {
    /// The distance [km]; NaN where the first way does not win beyond any distance.
    var distanceKm: Double

    /// Pairs that are at least so far apart.
    var beyond: Int

    /// How many of these it wins.
    var winsBeyond: Int

    /// How many of the nearer pairs it wins.
    var winsBelow: Int

    /// Finds the distance that leaves the fewest pairs on the wrong side: near ones that the first way
    /// wins, and far ones that it loses. Of equally good distances the least counts.
    ///
    /// - Parameters:
    ///   - distancesKm: How far apart each pair is [km].
    ///   - wins: Whether the first way is faster.
    /// - Complexity: O(pairs log pairs).
    init(distancesKm: [Double], wins: [Bool]) {
        let order = distancesKm.indices.sorted { distancesKm[$0] < distancesKm[$1] }
        let total = wins.count { $0 }
        // With the edge below all pairs, every loss is on the wrong side.
        var wrong = wins.count - total
        var (least, edge) = (wrong, 0)
        for (place, pair) in order.enumerated() {
            wrong += wins[pair] ? 1 : -1
            let isLastOfDistance =
                place + 1 == order.count
                || distancesKm[order[place + 1]] > distancesKm[pair]
            if isLastOfDistance, wrong < least { (least, edge) = (wrong, place + 1) }
        }
        beyond = order.count - edge
        winsBeyond = order[edge...].count { wins[$0] }
        winsBelow = total - winsBeyond
        distanceKm = winsBeyond > 0 ? distancesKm[order[edge]] : .nan
    }
}
