/// A message over a fabric of equal links, as ASTRA-sim's analytical network counts it: in whole
/// nanoseconds, and in gigabytes of 2³⁰ bytes.
///
/// It is here to compare with that simulator; see ``AlphaBeta`` for the same in plain numbers.
///
/// - Note: J. Won et al., "ASTRA-sim2.0", ISPASS 2023, DOI 10.1109/ISPASS57527.2023.00035; the
///   network's own tests.
public struct FabricMessage: Sendable, Hashable {
    /// How a message passes a node between.
    public enum Switching: Sendable {
        /// Its first byte goes on before the last one has come: bytes count once.
        case cutThrough

        /// It is received whole at each node: bytes count at each hop.
        case storeAndForward
    }

    /// Latency of a hop [ns].
    public var latencyNs: Double

    /// Rate of a link [GiB/s].
    public var gibibytesPerS: Double

    /// Creates a link.
    public init(latencyNs: Double, gibibytesPerS: Double) {
        precondition(latencyNs >= 0 && gibibytesPerS > 0)
        self.latencyNs = latencyNs
        self.gibibytesPerS = gibibytesPerS
    }

    /// Time of so many bytes on a link [ns].
    public func serialisationNs(bytes: Int) -> Double {
        Double(bytes) / (gibibytesPerS * 0x1p30) * 1e9
    }

    /// Time of a message that is alone [ns].
    ///
    /// A hop that is stored takes whole nanoseconds, as the simulator's events do.
    public func ns(bytes: Int, hops: Int, _ switching: Switching) -> Int {
        switch switching {
        case .cutThrough:
            Int(Double(hops) * latencyNs + serialisationNs(bytes: bytes))
        case .storeAndForward:
            hops * Int(latencyNs + serialisationNs(bytes: bytes))
        }
    }

    /// Time of an all-gather on a ring whose chunks all go directly to every other site, the shorter way
    /// around, stored at each hop [ns].
    ///
    /// The busiest link carries 1 + 2 + ... + p/2 chunks one after another; the last one waits for the
    /// latency of its own two hops only.
    ///
    /// - Parameters:
    ///   - bytes: The size of a chunk.
    ///   - sites: An even number of them.
    public func directAllGatherNs(bytes: Int, sites: Int) -> Int {
        precondition(sites >= 2 && sites.isMultiple(of: 2))
        let reach = sites / 2
        let chunks = reach * (reach + 1) / 2
        return chunks * Int(serialisationNs(bytes: bytes)) + 2 * Int(latencyNs)
    }
}
