/// Which links of a mesh a search may use.
///
/// Searches are generic over it, so that one without a filter pays nothing for it.
protocol LinkFilter {
    /// Whether a search may go over the link at a place of the rows, which leads to a node.
    func allows(_ place: Int, to next: Int) -> Bool
}

/// The filter that lets every link through.
struct AllLinks: LinkFilter {
    @inline(__always)
    func allows(_ place: Int, to next: Int) -> Bool { true }
}
