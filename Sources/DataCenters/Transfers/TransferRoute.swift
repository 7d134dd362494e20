/// The way of bytes from a site to another.
public struct TransferRoute: Sendable, Hashable {
    /// What it shares with other flows, in order.
    public var arcs: [TransferArc]

    /// One-way latency [s].
    public var latencyS: Double

    /// Creates a route.
    public init(arcs: [TransferArc], latencyS: Double) {
        self.arcs = arcs
        self.latencyS = latencyS
    }

    /// The same way back.
    public var reversed: TransferRoute {
        TransferRoute(arcs: arcs.reversed().map(\.reversed), latencyS: latencyS)
    }
}
