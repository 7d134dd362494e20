/// A matching of greatest weight in any graph: edges of which no two share a vertex.
///
/// The graph need not be bipartite. Weights are whole numbers, so that all arithmetic is exact and the
/// answer does not depend on rounding; of several matchings of greatest weight the one is found to which
/// the order of the edges leads.
///
/// - Complexity: O(n³) time and O(n + m) memory for n vertices and m edges, mostly far less time.
/// - Note: J. Edmonds, "Maximum matching and a polyhedron with 0,1-vertices", J. Res. NBS 69B (1965)
///   125, DOI 10.6028/jres.069B.013, in the form of Z. Galil, "Efficient algorithms for finding maximum
///   matching in graphs", ACM Computing Surveys 18 (1986) 23, DOI 10.1145/6462.6502, section 5.
public struct MaximumWeightMatching: Sendable {
    /// The partner of each vertex; `nil` for one that is left alone.
    public let partner: [Int?]

    /// The sum of the weights of all edges of the matching.
    public let weight: Int

    /// Finds the matching.
    ///
    /// - Parameters:
    ///   - vertexCount: The number of vertices.
    ///   - edges: The edges, their weights less than 2⁶⁰ apart from zero.
    public init(vertexCount: Int, edges: [MatchingEdge]) {
        precondition(edges.allSatisfy { max($0.a, $0.b) < vertexCount })
        // Edges without a gain are left out, which the proof of optimality rests on.
        var search = BlossomSearch(vertexCount: vertexCount, edges: edges.filter { $0.weight > 0 })
        search.run()
        partner = (0..<vertexCount).map { search.partner(of: $0) }
        weight = search.weight
    }
}
