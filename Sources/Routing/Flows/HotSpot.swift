/// An arc that is among those with the greatest load over capacity.
public struct HotSpot: Sendable, Hashable {
    /// The arc.
    public let arc: Int32

    /// Its load [Gbps].
    public let loadGbps: Double

    /// Its capacity [Gbps].
    public let capacityGbps: Double

    /// How many demands go over it.
    public internal(set) var demands = 0

    /// Load over capacity.
    public var utilisation: Double { loadGbps / capacityGbps }

    init(arc: Int32, loadGbps: Double, capacityGbps: Double) {
        self.arc = arc
        self.loadGbps = loadGbps
        self.capacityGbps = capacityGbps
    }
}
