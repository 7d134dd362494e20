/// The value of a margin at an instant.
struct CurveValue {
    /// The margin; its sign is that of the true one.
    var value: Double

    /// No farther than this is it from the true one.
    var error: Double

    /// Whether the rule holds.
    var isUp: Bool { value >= 0 }
}
