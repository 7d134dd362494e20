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
            pairs.contains(GroundPlan.key(station, satellite))
        }
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
        var low = 0
        var high = atS.count
        while low < high {
            let middle = (low + high) / 2
            if atS[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return choices.isEmpty ? Choices([]) : choices[max(0, low - 1)]
    }

    static func key(_ station: Int, _ satellite: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: station)) << 32
            | UInt64(UInt32(truncatingIfNeeded: satellite))
    }
}
