/// How a collective is done: a list of steps, in each of which sites send messages at once.
public enum CollectiveAlgorithm: String, Sendable, CaseIterable {
    /// Pieces go around a ring of the sites.
    case ring

    /// Whole vectors between partners at distances 1, 2, 4, ...
    case recursiveDoubling = "recursive-doubling"

    /// Halves, quarters, ... between partners, and back again.
    case halvingDoubling = "reduce-scatter-all-gather"

    /// Whole vectors along a binomial tree.
    case tree

    /// Every site sends to every other one in turn.
    case pairwise

    /// Trees within groups, and a ring of the sites that speak for them.
    case hierarchical

    /// The part of the whole that a site sends in each step; `nil` for a collective that this does not
    /// do, or whose steps depend on more than the number of sites, as those of the hierarchical one do.
    ///
    /// | algorithm | collective | steps |
    /// |---|---|---|
    /// | ring | all-reduce | 2(p-1) of 1/p |
    /// | ring | reduce-scatter, all-gather | p-1 of 1/p |
    /// | recursive doubling | all-reduce | ⌈log₂ p⌉ of 1 |
    /// | reduce-scatter with all-gather | all-reduce | 1/2, 1/4, ... and back: 2⌈log₂ p⌉, 2(p-1)/p in all |
    /// | tree | broadcast, reduce | ⌈log₂ p⌉ of 1 |
    /// | tree | all-reduce | twice that |
    /// | pairwise | all-to-all | p-1 of 1/p |
    ///
    /// Where the sites are no power of two, recursive doubling and halving first fold the surplus ones
    /// into partners and unfold them at the end: two more steps of the whole vector, over the next lower
    /// power.
    public func steps(of collective: Collective, sites: Int) -> [Double]? {
        precondition(sites >= 1)
        let p = Double(sites)
        let lower = sites.leadingZeroBitCount
        // The greatest power of two that is no more than the sites.
        let doublings = Int.bitWidth - 1 - lower
        let isPower = sites == 1 << doublings
        func folded(_ inner: [Double]) -> [Double] { isPower ? inner : [1] + inner + [1] }
        switch (self, collective) {
        case (.ring, .allReduce):
            return Array(repeating: 1 / p, count: 2 * (sites - 1))
        case (.ring, .reduceScatter), (.ring, .allGather), (.pairwise, .allToAll):
            return Array(repeating: 1 / p, count: sites - 1)
        case (.recursiveDoubling, .allReduce):
            return folded(Array(repeating: 1, count: doublings))
        case (.halvingDoubling, .allReduce):
            var halves: [Double] = []
            var part = 0.5
            for _ in 0..<doublings {
                halves.append(part)
                part /= 2
            }
            return folded(halves + halves.reversed())
        case (.tree, .broadcast), (.tree, .reduce):
            return Array(repeating: 1, count: doublings + (isPower ? 0 : 1))
        case (.tree, .allReduce):
            return Array(repeating: 1, count: 2 * (doublings + (isPower ? 0 : 1)))
        default: return nil
        }
    }
}
