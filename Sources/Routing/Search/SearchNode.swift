/// What A* knows of a node: the best way to it, the bound on from it, and where it waits.
struct SearchNode: BitwiseCopyable, Sendable {
    /// Cost of the best known way to it [km].
    var costKm = 0.0
    /// Bound of the cost from it to the destination [km].
    var boundKm = 0.0
    /// Links of that way.
    var hops: Int32 = 0
    /// The node before it.
    var parent: Int32 = 0
    /// Place in the queue, −1 while it is not in it.
    var place: Int32 = -1
    /// Twice the number of the search that reached it last, and one more when the ways on from it
    /// were looked at.
    var stamp: UInt32 = 0
}
