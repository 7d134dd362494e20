/// A link that leads from a node to one that stands before it in an order.
struct LaneWay {
    /// The node before.
    var node: Int32
    /// The place of the link in the node's own row.
    var place: Int32
}
