/// Which of the satellites that it sees a ground station uses.
public enum SatelliteChoice: String, Sendable, Hashable, CaseIterable {
    /// All of them; where a number limits them, the nearest.
    case all

    /// The nearest.
    case nearest

    /// Those with the greatest elevation.
    case highest

    /// Those that it will see longest from now on.
    case longest

    /// Those that it uses already as long as it sees them, then the highest.
    case sticky

    /// Whether the choice depends on other instants than its own.
    public var dependsOnTime: Bool { self == .longest || self == .sticky }
}
