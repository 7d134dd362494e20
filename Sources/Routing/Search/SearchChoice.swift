/// Which search answers a question about many routes soonest. All give the same routes, to the bit.
///
/// The bounds follow from what routes took at eight instants, meshes included, each pair to another
/// destination, which is the worst case for ``together``; microseconds an instant on one thread of a
/// Xeon (Ice Lake, 2.8 GHz), in a plain release build and in one for its own instruction set
/// (`BenchRouting CITIES A --choice` in `Benchmarks/`):
///
/// | satellites | pairs | ``pairByPair``, plain, native | ``together``, plain, native |
/// |---|---|---|---|
/// | 1,584 | 1 | 171, 168 | 155, 139 |
/// | 1,584 | 100 | 1,600, 2,080 | 1,410, 955 |
/// | 6,336 | 10 | 844, 1,250 | 1,100, 1,200 |
/// | 6,336 | 100 | 2,470, 3,480 | 8,330, 5,600 |
/// | 34,396 | 10 | 5,450, 8,010 | 8,100, 8,180 |
/// | 34,396 | 100 | 14,800, 13,200 | 72,200, 30,000 |
///
/// A batch takes as long for a destination as there are nodes, A* for a pair about the power 2/3 of
/// that; so the pairs that a destination needs for a batch to pay grow with the cube root of the
/// nodes. One source to all takes as long as nine pairs, and a sweep over a shell half as long as one
/// search to all.
public enum SearchChoice: Sendable, Equatable {
    /// A* for each pair at each instant: ``AStar``.
    case pairByPair

    /// One search from a source to all nodes, instant by instant: ``OneToAll``.
    case fromEachSource

    /// Instant by instant, eight destinations in the vector lanes where shells are regular:
    /// ``ForwardingState``.
    case sweeps

    /// Destination by destination, the instants in the vector lanes: ``BatchForwarding``.
    case together

    /// Fewer instants than this leave most lanes of a batch empty.
    static let leastInstants = 4

    /// Fewer pairs of one source than this are found sooner one by one.
    static let leastPairsOfSource = 9

    /// A destination needs so many sources for each unit of the cube root of the number of nodes.
    static let leastSourcesPerCubeRoot = 0.08

    /// The choice for the forwarding state to all destinations at some consecutive instants.
    public static func forForwarding(instants: Int) -> SearchChoice {
        instants >= leastInstants ? .together : .sweeps
    }

    /// The choice for the routes of some pairs at some consecutive instants.
    ///
    /// - Parameters:
    ///   - pairs: The pairs.
    ///   - nodes: The number of nodes of the meshes.
    ///   - instants: How many instants.
    /// - Returns: ``together``; or ``pairByPair`` for one instant after the other, at which
    ///   ``forPairs(ofOneSource:)`` is asked about each source.
    /// - Complexity: O(pairs).
    public static func forRoutes(
        of pairs: [NodePair], nodes: Int, instants: Int
    ) -> SearchChoice {
        guard instants >= leastInstants, !pairs.isEmpty else { return .pairByPair }
        let sources = Double(pairs.count) / Double(Set(pairs.map(\.destination)).count)
        let root = sources / leastSourcesPerCubeRoot
        return root * root * root >= Double(nodes) ? .together : .pairByPair
    }

    /// The choice for some pairs of one source at one instant.
    public static func forPairs(ofOneSource count: Int) -> SearchChoice {
        count >= leastPairsOfSource ? .fromEachSource : .pairByPair
    }
}
