import Orbits
/// The latency of one pair of stations over time, as `latency.csv` holds it.
public struct PairSeries: Sendable, Hashable {
    /// Name of the source.
    public var source: String

    /// Name of the destination.
    public var destination: String

    /// Which of the pair's routes this is, from 1; `nil` in tables without ranks.
    public var rank: Int?

    /// Instants since the start [s], ascending.
    public var timesS: [Double] = []

    /// Round-trip times [ms]; NaN at an unreachable instant.
    public var rttMs: [Double] = []

    /// Links of the route; 0 at an unreachable instant.
    public var hops: [Int] = []

    /// Ids of the routes; `nil` at an unreachable instant.
    public var routes: [Int?] = []

    /// Round-trip time over fibre [ms]; `nil` where the results have none.
    public var fibreRTTMs: Double?

    /// The two names, and the rank where there are some, for a legend; underscores stand for spaces.
    public var title: String {
        (source + " – " + destination).replacing("_", with: " ")
            + (rank.map { ", \($0)" } ?? "")
    }

    /// Adds instants of another series without a route, up to a number of them in all.
    mutating func fillGap(upTo count: Int, after other: PairSeries) {
        while timesS.count < count {
            timesS.append(other.timesS[timesS.count])
            rttMs.append(.nan)
            hops.append(0)
            routes.append(nil)
        }
    }

    /// The end of the window [s]: the last instant and one step, for instants hold until the next.
    var endS: Double {
        guard let last = timesS.last else { return 0 }
        return timesS.count > 1 ? last + (last - timesS[timesS.count - 2]) : last
    }

    /// Whether a route is there at any instant.
    var isEverReached: Bool { rttMs.contains { !$0.isNaN } }

    /// The last instant at or before a time.
    ///
    /// - Complexity: O(log n).
    func index(at timeS: Double) -> Int? {
        let next = timesS.partitioningIndex { !($0 <= timeS) }
        return next > 0 ? next - 1 : nil
    }
}
