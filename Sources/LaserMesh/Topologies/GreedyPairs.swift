import Orbits

/// Joins satellites from the shortest pair on, as long as both ends have a terminal free.
///
/// Pairs are looked for in rings of growing radius, and only among satellites with a terminal free.
struct GreedyPairs {
    /// What the mesh will ask of each link.
    let rules: LaserRules

    /// The longest link [km].
    let maxRangeKm: Double

    /// Appends the links of the greedy choice; all of them obey the rules.
    ///
    /// - Parameters:
    ///   - satellites: Earth-fixed positions [km].
    ///   - free: The terminals that each satellite has free; less those taken afterwards.
    ///   - order: The key by which equally long pairs are taken.
    ///   - mayJoin: Whether two satellites may be joined, whatever the rules say.
    ///   - links: Where to append.
    func append(
        among satellites: PositionPlanes, free: inout [Int], order: (CandidatePair) -> UInt64,
        mayJoin: (Int, Int) -> Bool, to links: inout [LaserLink]
    ) {
        var greatestRadiusKm = 0.0
        var seeking: [Int32] = []
        for index in 0..<satellites.count {
            let p = satellites[index]
            let radius = (p * p).sum().squareRoot()
            guard free[index] > 0, radius.isFinite else { continue }
            greatestRadiusKm = max(greatestRadiusKm, radius)
            seeking.append(Int32(index))
        }
        let reach = min(maxRangeKm, rules.reachKm(greatestRadiusKm: greatestRadiusKm))
        let area = 4 * Double.pi * greatestRadiusKm * greatestRadiusKm
        var inner = -1.0
        var outer = min(reach, (area / Double(max(1, seeking.count))).squareRoot())
        var candidates: [CandidatePair] = []
        var spare: [CandidatePair] = []
        while seeking.count >= 2 && inner < reach {
            candidates.removeAll(keepingCapacity: true)
            NeighbourGrid(of: seeking, at: satellites, radiusKm: outer)
                .appendPairs(longerThanKm: inner, to: &candidates)
            Self.sort(&candidates, &spare, order)
            for pair in candidates where free[Int(pair.a)] > 0 && free[Int(pair.b)] > 0 {
                let a = Int(pair.a)
                let b = Int(pair.b)
                guard mayJoin(a, b),
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

    /// Sorts pairs by length, and equally long ones by their keys.
    private static func sort(
        _ pairs: inout [CandidatePair], _ spare: inout [CandidatePair],
        _ order: (CandidatePair) -> UInt64
    ) {
        RadixSort.sort(&pairs, spare: &spare) { $0.steps }
        var begin = 0
        while begin < pairs.count {
            var end = begin + 1
            while end < pairs.count, pairs[end].steps == pairs[begin].steps { end += 1 }
            if end - begin > 1 {
                pairs[begin..<end].sort { order($0) < order($1) }
            }
            begin = end
        }
    }
}
