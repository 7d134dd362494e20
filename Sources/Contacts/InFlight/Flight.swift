import LaserMesh

/// What became of a packet that left along a route.
public struct Flight: Sendable, Hashable {
    /// One hop that succeeded.
    public struct Hop: Sendable, Hashable {
        /// The node that sends.
        public var from: NodeID

        /// The node that receives.
        public var to: NodeID

        /// When the packet leaves [s].
        public var sendS: Double

        /// When it arrives [s].
        public var arriveS: Double
    }

    /// Where and when a packet was lost.
    public struct Loss: Sendable, Hashable {
        /// The node that sent it last.
        public var from: NodeID

        /// The node that it did not reach.
        public var to: NodeID

        /// When it was sent over the link that was down, or went down under it [s].
        public var timeS: Double
    }

    /// When the packet left [s].
    public var leaveS: Double

    /// The hops that succeeded.
    public var hops: [Hop]

    /// Where it was lost, or `nil` when it arrived.
    public var loss: Loss?

    /// One-way latency with the hop delays [s]; NaN when the packet was lost.
    public func latencyS(hopDelayS: Double) -> Double {
        guard loss == nil else { return .nan }
        return (hops.last.map { $0.arriveS - leaveS + hopDelayS }) ?? 0
    }
}
