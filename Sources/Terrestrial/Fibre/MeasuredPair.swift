/// A measured round-trip time between two sites of a network.
public struct MeasuredPair: Sendable, Hashable {
    /// The first site.
    public var a: Int

    /// The second site.
    public var b: Int

    /// Their round-trip time [ms].
    public var rttMs: Double

    /// Creates a pair.
    public init(_ a: Int, _ b: Int, rttMs: Double) {
        self.a = a
        self.b = b
        self.rttMs = rttMs
    }
}
