/// When satellites, stations and links are out of order, planned or by chance.
///
/// Each outage is a half-open interval `[from, to)`; a link is out of order while it or one of its
/// ends is.
public struct OutageSchedule: Sendable, Hashable {
    /// Sorted intervals that do not touch, begins and ends in turn.
    private var bounds: [UInt64: [Double]] = [:]

    /// Creates a schedule without outages.
    public init() {}

    /// Whether nothing is ever out of order.
    public var isEmpty: Bool { bounds.isEmpty }

    /// Adds an outage of a node; an interval of no length is none.
    public mutating func add(node: Int, fromS: Double, toS: Double) {
        add(Self.key(node, node), fromS, toS)
    }

    /// Adds an outage of the link between two nodes; an interval of no length is none.
    public mutating func add(link a: Int, _ b: Int, fromS: Double, toS: Double) {
        add(Self.key(a, b), fromS, toS)
    }

    private mutating func add(_ key: UInt64, _ fromS: Double, _ toS: Double) {
        guard fromS < toS else { return }
        let old = bounds[key] ?? []
        var intervals = stride(from: 0, to: old.count, by: 2).map { (old[$0], old[$0 + 1]) }
        intervals.append((fromS, toS))
        intervals.sort { $0 < $1 }
        var merged: [Double] = []
        for (from, to) in intervals {
            if let end = merged.last, from <= end {
                merged[merged.count - 1] = max(end, to)
            } else {
                merged += [from, to]
            }
        }
        bounds[key] = merged
    }

    /// Adds all outages of another schedule.
    public mutating func formUnion(_ other: OutageSchedule) {
        for (key, bounds) in other.bounds {
            for place in stride(from: 0, to: bounds.count, by: 2) {
                add(key, bounds[place], bounds[place + 1])
            }
        }
    }

    /// Whether the link between two nodes is in order at an instant, and both of them.
    ///
    /// - Complexity: O(log n) in the number of their outages.
    public func isUp(_ a: Int, _ b: Int, atSeconds seconds: Double) -> Bool {
        marginS(a, b, atSeconds: seconds) >= 0
    }

    /// The time until the next outage of the link or of one of its ends; while one lasts, less than
    /// zero: the time until it ends [s].
    public func marginS(_ a: Int, _ b: Int, atSeconds seconds: Double) -> Double {
        min(
            marginS(Self.key(a, a), seconds), marginS(Self.key(b, b), seconds),
            marginS(Self.key(a, b), seconds))
    }

    private func marginS(_ key: UInt64, _ seconds: Double) -> Double {
        guard let bounds = bounds[key] else { return .infinity }
        let low = bounds.partitioningIndex { !($0 <= seconds) }
        // An odd number of bounds has passed inside of an outage.
        if low % 2 == 1 { return min(seconds - bounds[low], -Double.leastNonzeroMagnitude) }
        return low == bounds.count
            ? .infinity : max(bounds[low] - seconds, .leastNonzeroMagnitude)
    }

    /// When the link between two nodes is in order, and both of them: sorted half-open intervals [s].
    ///
    /// - Complexity: O(outages of the link and its ends).
    public func intervals(inOrder a: Int, _ b: Int) -> [(fromS: Double, toS: Double)] {
        var intervals = [(fromS: -Double.infinity, toS: Double.infinity)]
        for key in Set([Self.key(a, a), Self.key(b, b), Self.key(a, b)]) {
            let bounds = bounds[key] ?? []
            for place in stride(from: 0, to: bounds.count, by: 2) {
                let (from, to) = (bounds[place], bounds[place + 1])
                intervals = intervals.flatMap { interval in
                    [
                        (interval.fromS, min(interval.toS, from)),
                        (max(interval.fromS, to), interval.toS),
                    ]
                    .filter { $0.0 < $0.1 }
                }
            }
        }
        return intervals
    }

    /// All outages by node and then by time: a node twice for one of itself.
    public var outages: [(a: Int, b: Int, fromS: Double, toS: Double)] {
        bounds.keys.sorted().flatMap { key in
            let bounds = bounds[key] ?? []
            return stride(from: 0, to: bounds.count, by: 2).map {
                (Int(key >> 32), Int(key & 0xFFFF_FFFF), bounds[$0], bounds[$0 + 1])
            }
        }
    }

    private static func key(_ a: Int, _ b: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: min(a, b))) << 32
            | UInt64(UInt32(truncatingIfNeeded: max(a, b)))
    }
}
