/// An edge of a graph in which a matching is sought.
public struct MatchingEdge: Sendable, Hashable {
    /// One end, counted from 0.
    public var a: Int

    /// The other end.
    public var b: Int

    /// The weight; an edge of none or less is never of use.
    public var weight: Int

    /// Creates an edge between two different vertices.
    public init(_ a: Int, _ b: Int, weight: Int) {
        precondition(a >= 0 && b >= 0 && a != b)
        self.a = a
        self.b = b
        self.weight = weight
    }
}
