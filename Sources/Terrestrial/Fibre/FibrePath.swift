/// The fastest way between two sites of a fibre network.
public struct FibrePath: Sendable, Hashable {
    /// One-way delay, without what is fixed [ms].
    public var delayMs: Double

    /// Kilometres of cable on it.
    public var cableKm: Double

    /// Kilometres of corridors on it.
    public var corridorKm: Double

    /// Kilometres of great circles over land on it.
    public var landKm: Double

    /// How many cables it uses, each from one landing to another.
    public var cables: Int

    /// The sites on it by their places in the network, both ends included.
    public var sites: [Int]
}
