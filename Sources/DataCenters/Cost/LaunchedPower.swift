/// What the launch of power costs: a satellite's mass and power over its life.
///
/// - Note: B. Agüera y Arcas et al., "Towards a future space-based, highly scalable AI infrastructure
///   system design", arXiv 2511.19468, table 1.
public struct LaunchedPower: Sendable, Hashable {
    /// Mass of the satellite [kg].
    public var massKg: Double

    /// Power that it has for its payload [kW].
    public var powerKW: Double

    /// How long it works [years].
    public var lifeYears: Double

    /// Creates a satellite.
    public init(massKg: Double, powerKW: Double, lifeYears: Double) {
        precondition(massKg > 0 && powerKW > 0 && lifeYears > 0)
        self.massKg = massKg
        self.powerKW = powerKW
        self.lifeYears = lifeYears
    }

    /// Launch cost of a kilowatt for a year [currency of the price].
    ///
    /// - Parameter pricePerKg: Price of the launch of a kilogram.
    public func costPerKWYear(pricePerKg: Double) -> Double {
        massKg * pricePerKg / (powerKW * lifeYears)
    }
}
