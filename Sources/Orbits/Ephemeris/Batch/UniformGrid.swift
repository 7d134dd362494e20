/// Instants at equal steps from a start, without an end.
public struct UniformGrid: Sendable, Hashable {
    /// The instant of step 0.
    public let start: Instant

    /// From one step to the next [s].
    public let stepSeconds: Double

    /// Creates a grid.
    ///
    /// - Parameters:
    ///   - start: The instant of step 0.
    ///   - stepSeconds: From one step to the next [s]; finite.
    public init(start: Instant, stepSeconds: Double) {
        self.start = start
        self.stepSeconds = stepSeconds
    }

    /// The instant of a step, found from the start in one rounding.
    public subscript(step: Int) -> Instant {
        start.advanced(bySeconds: Double(step) * stepSeconds)
    }
}
