/// Which satellites the ground stations chose at the instants at which they choose.
///
/// A choice holds from its instant until the next one. It is made once for a whole window, so that a
/// mesh depends neither on the meshes before it nor on how a window is shared out over threads.
public struct GroundPlan: Sendable, Hashable {
    /// The pairs that are chosen in one interval.
    public struct Choices: Sendable, Hashable {
        private let pairs: Set<UInt64>

        init(_ pairs: Set<UInt64>) { self.pairs = pairs }

        /// Whether a station, by its place among the stations, uses a satellite.
        public func contains(station: Int, satellite: Int) -> Bool {
            contains(GroundPlan.key(station, satellite))
        }

        func contains(_ key: UInt64) -> Bool { pairs.contains(key) }
    }

    /// The instants of choice, ascending, since the scenario's epoch [s].
    public let atS: [Double]

    private let choices: [Choices]

    /// Creates the plan of choices.
    ///
    /// - Parameter decisions: Instants, ascending, with the pairs of station and satellite that are
    ///   chosen then.
    public init(_ decisions: [(atS: Double, pairs: [(station: Int, satellite: Int)])]) {
        precondition(zip(decisions, decisions.dropFirst()).allSatisfy { $0.atS < $1.atS })
        atS = decisions.map(\.atS)
        choices = decisions.map { decision in
            Choices(Set(decision.pairs.map { Self.key($0.station, $0.satellite) }))
        }
    }

    /// The choices that hold at an instant; those of the first one before it.
    ///
    /// - Complexity: O(log n) in the number of instants of choice.
    public func choices(atSeconds seconds: Double) -> Choices {
        choices.isEmpty ? Choices([]) : choices[max(0, place(atSeconds: seconds))]
    }

    /// When a station uses a satellite in some time: sorted half-open intervals that do not touch [s].
    ///
    /// - Complexity: O(instants of choice between).
    public func intervals(
        station: Int, satellite: Int, from startS: Double, to endS: Double
    ) -> [(fromS: Double, toS: Double)] {
        guard !atS.isEmpty else { return [] }
        let key = Self.key(station, satellite)
        var intervals: [(fromS: Double, toS: Double)] = []
        // The choice of the first instant holds before it too, that of the last one ever after.
        for place in max(0, place(atSeconds: startS))..<atS.count {
            let from = place == 0 ? -Double.infinity : atS[place]
            if from >= endS { break }
            guard choices[place].contains(key) else { continue }
            let to = place + 1 < atS.count ? atS[place + 1] : .infinity
            if intervals.last?.toS == from {
                intervals[intervals.count - 1].toS = to
            } else {
                intervals.append((from, to))
            }
        }
        return intervals
    }

    /// The place of the last instant of choice at or before an instant; −1 before the first one.
    private func place(atSeconds seconds: Double) -> Int {
        atS.partitioningIndex { !($0 <= seconds) } - 1
    }

    static func key(_ station: Int, _ satellite: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: station)) << 32
            | UInt64(UInt32(truncatingIfNeeded: satellite))
    }
}
