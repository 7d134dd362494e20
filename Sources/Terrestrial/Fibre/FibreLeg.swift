/// A way between two sites without a choice: a segment of a cable, or a great circle over land.
struct FibreLeg: Sendable {
    /// The site at its other end.
    var end: Int32

    /// Length of the segment, or of the great circle [km].
    var lengthKm: Double

    /// The cable, by its place in the list; `nil` along a great circle over land.
    var cable: Int32?

    /// Whether it lies in a cable, along a corridor, or along a great circle.
    var kind: Kind

    /// What a leg lies in or along.
    enum Kind: Sendable { case cable, corridor, land }
}
