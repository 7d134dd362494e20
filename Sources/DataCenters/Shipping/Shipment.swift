/// Bytes that have to be somewhere by a deadline.
public struct Shipment: Sendable, Hashable {
    /// The node that has them.
    public var source: Int

    /// The node that wants them.
    public var destination: Int

    /// How many bytes.
    public var bytes: Double

    /// When they are there [s].
    public var startS: Double

    /// When they have to have come [s].
    public var deadlineS: Double

    /// Creates a shipment between two different nodes.
    public init(
        from source: Int, to destination: Int, bytes: Double, startS: Double, deadlineS: Double
    ) {
        precondition(source != destination && bytes > 0 && startS < deadlineS)
        self.source = source
        self.destination = destination
        self.bytes = bytes
        self.startS = startS
        self.deadlineS = deadlineS
    }
}
