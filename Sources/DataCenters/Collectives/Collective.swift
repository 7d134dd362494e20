/// What sites do with each other's data.
public enum Collective: String, Sendable, CaseIterable {
    /// One site sends its vector to all.
    case broadcast

    /// The sum of all vectors comes to one site.
    case reduce

    /// The sum of all vectors comes to every site.
    case allReduce = "all-reduce"

    /// The sum is left in pieces, one at each site.
    case reduceScatter = "reduce-scatter"

    /// Pieces, one at each site, come to every site.
    case allGather = "all-gather"

    /// Every site has a piece for every other one.
    case allToAll = "all-to-all"
}
