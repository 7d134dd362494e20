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
        var greatestRadiusKm = 0.0
        var free = [Int](repeating: terminals, count: satellites.count)
        var seeking: [Int32] = []
        for index in 0..<satellites.count {
            let p = satellites[index]
            let radius = (p * p).sum().squareRoot()
            guard terminals > 0, radius.isFinite else { continue }
            greatestRadiusKm = max(greatestRadiusKm, radius)
            seeking.append(Int32(index))
        }
        let reach = min(rules.maxRangeKm, Self.longestLinkKm(greatestRadiusKm, rules))
        let area = 4 * Double.pi * greatestRadiusKm * greatestRadiusKm
        var inner = -1.0
        var outer = min(reach, (area / Double(max(1, seeking.count))).squareRoot())
        var candidates: [CandidatePair] = []
        var spare: [CandidatePair] = []
        while seeking.count >= 2 && inner < reach {
            candidates.removeAll(keepingCapacity: true)
            NeighbourGrid(of: seeking, at: satellites, radiusKm: outer)
                .appendPairs(longerThanKm: inner, to: &candidates)
            sort(&candidates, &spare)
            for pair in candidates where free[Int(pair.a)] > 0 && free[Int(pair.b)] > 0 {
                let a = Int(pair.a)
                let b = Int(pair.b)
                guard
                    rules.allow(lengthKm: pair.lengthKm, from: satellites[a], to: satellites[b])
                else { continue }
                free[a] -= 1
                free[b] -= 1
                links.append(LaserLink(a, b))
            }
            seeking.removeAll { free[Int($0)] == 0 }
            inner = outer
            outer = min(reach, outer * 1.5)
        }
    }

    /// Sorts pairs by length, and equally long ones by name.
    private func sort(_ pairs: inout [CandidatePair], _ spare: inout [CandidatePair]) {
        RadixSort.sort(&pairs, spare: &spare) { $0.steps }
        var begin = 0
        while begin < pairs.count {
            var end = begin + 1
            while end < pairs.count, pairs[end].steps == pairs[begin].steps { end += 1 }
            if end - begin > 1 {
                pairs[begin..<end].sort { rankKey($0) < rankKey($1) }
            }
            begin = end
        }
    }

    private func rankKey(_ pair: CandidatePair) -> UInt64 {
        let a = UInt64(nameRank[Int(pair.a)])
        let b = UInt64(nameRank[Int(pair.b)])
        return min(a, b) << 32 | max(a, b)
    }

    /// The longest line between two points of at most this radius that stays above the grazing
    /// altitude; never less than what the rules would allow [km].
    private static func longestLinkKm(_ radiusKm: Double, _ rules: LaserRules) -> Double {
        let least = rules.clearance.ellipsoid.polarRadiusKm + rules.grazingAltitudeKm
        guard least > 0 else { return 2 * radiusKm }
        let square = radiusKm * radiusKm - least * least
        return square > 0 ? 2 * square.squareRoot() * (1 + 1e-12) + 1e-6 : 0
    }
}
