/// What a flow of bytes shares with others: one direction of a link, or all that a node sends or receives.
public struct TransferArc: Sendable, Hashable, Comparable {
    /// The node that sends; ``anyNode`` for all that ``to`` receives.
    public var from: Int32

    /// The node that receives; ``anyNode`` for all that ``from`` sends.
    public var to: Int32

    /// Stands for every node.
    public static let anyNode: Int32 = -1

    /// Creates the direction of a link.
    public init(from: Int32, to: Int32) {
        self.from = from
        self.to = to
    }

    /// The other direction.
    public var reversed: TransferArc { TransferArc(from: to, to: from) }

    /// Whether it is one of all links of a node together.
    public var isOfNode: Bool { from == Self.anyNode || to == Self.anyNode }

    /// Orders arcs by their senders, then by their receivers.
    public static func < (left: TransferArc, right: TransferArc) -> Bool {
        (left.from, left.to) < (right.from, right.to)
    }
}
