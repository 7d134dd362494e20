/// A way between two sites without a choice: a segment of a cable, or a great circle over land.
struct FibreLeg: Sendable {
    /// The site at its other end.
    var end: Int32

    /// Length of the segment, or of the great circle [km].
    var lengthKm: Double

    /// The cable, by its place in the list; `nil` over land.
    var cable: Int32?
}
