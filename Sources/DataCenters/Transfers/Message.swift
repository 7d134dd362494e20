/// Bytes that one site sends to another.
public struct Message: Sendable, Hashable {
    /// The site that sends, by its place.
    public var source: Int

    /// The site that receives, by its place.
    public var destination: Int

    /// How many bytes.
    public var bytes: Double

    /// Creates a message between two different sites.
    public init(from source: Int, to destination: Int, bytes: Double) {
        precondition(source != destination && bytes >= 0 && bytes < .infinity)
        self.source = source
        self.destination = destination
        self.bytes = bytes
    }
}
