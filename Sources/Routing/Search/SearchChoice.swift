/// Which search answers a question about many routes soonest. All give the same routes, to the bit.
///
/// The bounds follow from times over 1,584 satellites and 100 stations, one thread, in microseconds;
/// a plain release build, and in parentheses one for the processor's own instruction set:
///
/// | search | answers | time |
/// |---|---|---|
/// | ``pairByPair`` | one pair at one instant | 9 (8) |
/// | ``fromEachSource`` | one source at one instant, all destinations | 75 (70) |
/// | ``sweeps`` | one destination at one instant, all sources | 17 (11) |
/// | ``together`` | one destination at one instant, all sources | 9 (5.5) |
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

    /// The choice for the forwarding state to all destinations at some consecutive instants.
    public static func forForwarding(instants: Int) -> SearchChoice {
        instants >= leastInstants ? .together : .sweeps
    }

    /// The choice for the routes of some pairs at some consecutive instants.
    ///
    /// - Parameters:
    ///   - pairs: The pairs; each source on its own is left to ``forPairs(ofOneSource:)`` unless all
    ///     are solved together.
    ///   - instants: How many instants.
    /// - Returns: ``together``, or ``pairByPair`` for one instant after the other.
    /// - Complexity: O(pairs).
    public static func forRoutes(of pairs: [NodePair], instants: Int) -> SearchChoice {
        guard instants >= leastInstants else { return .pairByPair }
        return pairs.count >= 3 * Set(pairs.map(\.destination)).count ? .together : .pairByPair
    }

    /// The choice for some pairs of one source at one instant.
    public static func forPairs(ofOneSource count: Int) -> SearchChoice {
        count >= leastPairsOfSource ? .fromEachSource : .pairByPair
    }
}
