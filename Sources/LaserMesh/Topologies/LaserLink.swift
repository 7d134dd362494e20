/// Two satellites that point a laser at each other, the smaller index first.
public struct LaserLink: Sendable, Hashable {
    /// Index of the first satellite.
    public let a: Int32

    /// Index of the second satellite, larger than the first.
    public let b: Int32

    /// Creates the link between two satellites, named in either order.
    public init(_ one: Int, _ other: Int) {
        precondition(one != other, "a laser joins two satellites, not one with itself")
        a = Int32(truncatingIfNeeded: min(one, other))
        b = Int32(truncatingIfNeeded: max(one, other))
    }

    /// Both indices in one number, in whose order links are sorted.
    var key: UInt64 { UInt64(UInt32(bitPattern: a)) << 32 | UInt64(UInt32(bitPattern: b)) }
}
