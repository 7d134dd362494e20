/// The fastest way between two sites of a fibre network.
public struct FibrePath: Sendable, Hashable {
    /// One-way delay, without what is fixed [ms].
    public var delayMs: Double

    /// Kilometres of cable on it.
    public var cableKm: Double

    /// Kilometres of great circles over land on it.
    public var landKm: Double

    /// Segments of cables on it.
    public var segments: Int

    /// The sites on it by their places in the network, both ends included.
    public var sites: [Int]
}
