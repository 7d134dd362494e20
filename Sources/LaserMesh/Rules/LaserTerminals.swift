/// The laser terminals of a satellite: all satellites have the same.
public struct LaserTerminals: Sendable, Hashable {
    /// Where each terminal can point.
    public var fields: [FieldOfRegard]

    /// How fast a terminal turns from one partner to the next [rad/s]; infinite for at once.
    public var slewRateRadPerS: Double

    /// How long two terminals take to find each other once they point at each other [s].
    public var acquisitionS: Double

    /// Creates terminals.
    public init(
        fields: [FieldOfRegard], slewRateRadPerS: Double = .infinity, acquisitionS: Double = 0
    ) {
        self.fields = fields
        self.slewRateRadPerS = slewRateRadPerS
        self.acquisitionS = acquisitionS
    }

    /// Creates terminals that can point anywhere.
    public init(count: Int, slewRateRadPerS: Double = .infinity, acquisitionS: Double = 0) {
        self.init(
            fields: Array(repeating: .everywhere, count: count), slewRateRadPerS: slewRateRadPerS,
            acquisitionS: acquisitionS)
    }

    /// Whether some terminal cannot point everywhere.
    public var areRestricted: Bool { fields.contains { $0 != .everywhere } }

    /// By how much the terminal that suits best can point in a direction [rad]; −∞ without terminals.
    public func marginRad(_ direction: SIMD3<Double>) -> Double {
        fields.map { $0.marginRad(direction) }.max() ?? -.infinity
    }
}
