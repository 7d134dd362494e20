import Orbits

/// Every satellite points its lasers at the nearest ones that have a terminal free.
///
/// All pairs that the rules allow are gone through from the shortest on; a pair is joined when both
/// ends still have a terminal free. Pairs of equal length come in the order of their names, the
/// smaller name of the pair first. Links are mutual, and the result depends neither on the order of
/// the satellites nor on how the search goes about.
///
/// - Complexity: about O(n log n) for satellites that are spread over a shell: pairs are looked for
///   in rings of growing radius, and only among satellites with a terminal free.
public struct Nearest: Topology {
    /// Lasers on each satellite.
    public let terminals: Int

    /// The place of each satellite among the sorted names.
    private let nameRank: [Int32]

    /// Creates the topology of satellites with these names, each with that many lasers.
    public init(terminals: Int, names: [String]) {
        precondition(terminals >= 0)
        self.terminals = terminals
        let order = names.indices.sorted {
            names[$0] == names[$1]
                ? $0 < $1 : names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
        }
        var rank = [Int32](repeating: 0, count: names.count)
        for (place, index) in order.enumerated() { rank[index] = Int32(place) }
        nameRank = rank
    }

    /// Appends the links of the greedy choice; all of them obey the rules.
    public func appendLinks(
        among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
        to links: inout [LaserLink]
    ) {
        precondition(satellites.count == nameRank.count, "one name for each satellite")
        var free = [Int](repeating: terminals, count: satellites.count)
        GreedyPairs(rules: rules, maxRangeKm: .infinity).append(
            among: satellites, free: &free, order: rankKey, mayJoin: { _, _ in true }, to: &links)
    }

    private func rankKey(_ pair: CandidatePair) -> UInt64 {
        let a = UInt64(nameRank[Int(pair.a)])
        let b = UInt64(nameRank[Int(pair.b)])
        return min(a, b) << 32 | max(a, b)
    }
}
