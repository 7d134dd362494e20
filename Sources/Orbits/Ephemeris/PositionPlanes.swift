/// Earth-fixed positions of many nodes in structure-of-arrays form [km].
///
/// A node without a position, such as a satellite that its propagator rejects, has NaN in all three.
public struct PositionPlanes: Sendable, Hashable {
    /// x coordinates, through Greenwich on the equator [km].
    public var x: [Double]

    /// y coordinates [km].
    public var y: [Double]

    /// z coordinates, along the axis [km].
    public var z: [Double]

    /// Creates planes for a number of nodes, none of which has a position.
    public init(count: Int) {
        x = Array(repeating: .nan, count: count)
        y = x
        z = x
    }

    /// Creates planes of given positions.
    public init(_ positions: [ITRFPosition]) {
        x = positions.map(\.km.x)
        y = positions.map(\.km.y)
        z = positions.map(\.km.z)
    }

    /// The number of nodes.
    public var count: Int { x.count }

    /// The position of one node [km]; NaN when it has none.
    public subscript(index: Int) -> SIMD3<Double> {
        get { SIMD3(x[index], y[index], z[index]) }
        set {
            x[index] = newValue.x
            y[index] = newValue.y
            z[index] = newValue.z
        }
    }

    /// Adds a node with its position [km].
    public mutating func append(_ position: SIMD3<Double>) {
        x.append(position.x)
        y.append(position.y)
        z.append(position.z)
    }
}
