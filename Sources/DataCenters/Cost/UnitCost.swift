/// What one thing costs, as it is declared.
public struct UnitCost: Sendable, Hashable {
    /// Its name in the formulas.
    public var item: String

    /// The lowest value that is thought possible.
    public var low: Double

    /// The value.
    public var value: Double

    /// The highest one.
    public var high: Double

    /// Creates a unit cost, with `low <= value <= high`, all above zero.
    public init(item: String, low: Double, value: Double, high: Double) {
        precondition(low > 0 && low <= value && value <= high)
        self.item = item
        self.low = low
        self.value = value
        self.high = high
    }
}
