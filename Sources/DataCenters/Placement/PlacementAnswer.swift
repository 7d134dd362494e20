/// A choice of sites, and how good it is proven to be.
public struct PlacementAnswer: Sendable, Hashable {
    /// How it was found.
    public enum Method: String, Sendable, CaseIterable {
        /// One site after another, the one that helps most.
        case greedy

        /// From there, sites exchanged while that helps.
        case localSearch = "local-search"

        /// Branch and bound: nothing is better.
        case exact
    }

    /// How it was found.
    public var method: Method

    /// The sites, ascending.
    public var sites: [Int]

    /// Its value.
    public var value: Double

    /// A value below which no choice is.
    public var bound: Double

    /// How far that is, as a part of the value; 0 for the best one.
    public var gap: Double { value > bound && value > 0 ? (value - bound) / value : 0 }
}
