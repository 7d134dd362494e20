import LaserMesh

/// The way of a parcel over contacts.
public struct ParcelRoute: Sendable, Hashable {
    /// One contact of the way.
    public struct Hop: Sendable, Hashable {
        /// Place of the contact in the plan.
        public var contact: Int

        /// The node that sends.
        public var from: NodeID

        /// The node that receives.
        public var to: NodeID

        /// When the first bit leaves [s].
        public var sendS: Double

        /// When the last bit has left, inside the contact [s].
        public var sentS: Double

        /// When the last bit arrives [s].
        public var arriveS: Double
    }

    /// The hops in order; none when the parcel is at its destination from the beginning.
    public var hops: [Hop]

    /// When the parcel has arrived whole [s].
    public var arriveS: Double

    /// The nodes, source first.
    public var nodes: [NodeID] { hops.first.map { [$0.from] + hops.map(\.to) } ?? [] }
}

/// Why a parcel does not arrive.
public enum NoArrival: Error, Sendable, Hashable {
    /// No contact of the source begins or lasts after the parcel is ready.
    case noContact(NodeID)

    /// No sequence of contacts leads to the destination within the plan.
    case noWay

    /// It would arrive, but only at that time [s], at or after its expiry.
    case expired(arriveS: Double)

    /// The plan's window has no length.
    case emptyWindow

    /// The reason in words.
    ///
    /// - Parameter name: Gives a node's name.
    public func text(name: (NodeID) -> String) -> String {
        switch self {
        case .noContact(let node): "\(name(node)) has no contact that can carry it"
        case .noWay: "no sequence of contacts leads there within the plan"
        case .expired(let time): "it would arrive at \(time) s, when it has expired"
        case .emptyWindow: "the window of the plan has no length"
        }
    }
}
