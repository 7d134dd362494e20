/// A node of a mesh by its number: satellites come first, in their order, then ground stations.
public struct NodeID: RawRepresentable, Sendable, Hashable, Comparable {
    /// The number, from 0.
    public let rawValue: Int32

    /// Creates the id of a number, from 0.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// Creates the id of a number, from 0.
    public init(_ index: Int) { rawValue = Int32(truncatingIfNeeded: index) }

    /// The number as an array index.
    public var index: Int { Int(rawValue) }

    /// Whether the first node has the smaller number.
    public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }
}
