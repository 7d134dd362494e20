/// The time of collectives among equal sites joined by equal links without contention.
///
/// A message of n bytes takes α + n β: the latency and the time of a byte. The sums that a reduction
/// makes take no time.
///
/// - Note: R. Thakur, R. Rabenseifner, W. Gropp, International Journal of High Performance Computing
///   Applications 19 (2005) 49, DOI 10.1177/1094342005051521; E. Chan et al., Concurrency and
///   Computation 19 (2007) 1749, DOI 10.1002/cpe.1206.
public struct AlphaBeta: Sendable, Hashable {
    /// Latency of a message, one way [s].
    public var latencyS: Double

    /// Time of a byte [s].
    public var byteS: Double

    /// Creates the model of a link.
    ///
    /// - Parameters:
    ///   - latencyS: Latency of a message, one way [s].
    ///   - gbps: Rate of a link, each way [Gbit/s].
    public init(latencyS: Double, gbps: Double) {
        precondition(latencyS >= 0 && gbps > 0)
        self.latencyS = latencyS
        byteS = 8 / (gbps * 1e9)
    }

    /// Time of a collective over all sites [s]; none for one site.
    ///
    /// - Parameters:
    ///   - collective: What is done.
    ///   - algorithm: How; see ``CollectiveAlgorithm`` for the number of steps and bytes.
    ///   - bytes: What each site has: the vector that is reduced or broadcast, or what all sites
    ///     together gather or exchange.
    ///   - sites: How many sites there are.
    /// - Returns: `nil` where the algorithm does not do this.
    public func seconds(
        _ collective: Collective, by algorithm: CollectiveAlgorithm, bytes: Double, sites: Int
    ) -> Double? {
        precondition(bytes >= 0 && sites >= 1)
        guard let steps = algorithm.steps(of: collective, sites: sites) else { return nil }
        return steps.reduce(0) { $0 + latencyS + $1 * bytes * byteS }
    }
}
