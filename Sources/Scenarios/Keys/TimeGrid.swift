import Orbits

/// The instants of a scenario: start, start + step, ... before start + duration.
///
/// Times are counted in whole ticks of a nanosecond or more, so that the k-th of them is the double
/// nearest to its decimal value: 0.3 s, and not 0.30000000000000004.
public struct TimeGrid: Sendable, Hashable {
    /// The number of instants.
    public let count: Int

    private let startTicks: Int
    private let stepTicks: Int
    private let ticksPerSecond: Int

    /// The longest time from the epoch that a grid may reach [s]: a thousand years.
    static let greatestSpanS = 3.2e10 / 10

    /// Creates a grid.
    ///
    /// - Parameters:
    ///   - startS: First instant, since the scenario's epoch [s].
    ///   - durationS: Time from the first instant to the end, which is not part of it [s]; of none,
    ///     there are no instants.
    ///   - stepS: Time between instants, at least a nanosecond [s].
    public init(startS: Double, durationS: Double, stepS: Double) {
        precondition(stepS >= 1e-9 && durationS >= 0)
        var ticks = 1_000_000_000
        var start = Int((startS * 1e9).rounded())
        var step = max(1, Int((stepS * 1e9).rounded()))
        let duration = Int((durationS * 1e9).rounded())
        count = durationS > 0 ? max(1, (duration + step - 1) / step) : 0
        while ticks > 1, start % 10 == 0, step % 10 == 0 {
            ticks /= 10
            start /= 10
            step /= 10
        }
        startTicks = start
        stepTicks = step
        ticksPerSecond = ticks
    }

    /// The time of an instant since the scenario's epoch [s].
    public func seconds(at index: Int) -> Double {
        Double(startTicks + index * stepTicks) / Double(ticksPerSecond)
    }

    /// The time of an instant since the scenario's epoch, in whole nanoseconds, to which it is exact.
    func nanoseconds(at index: Int) -> Int {
        (startTicks + index * stepTicks) * (1_000_000_000 / ticksPerSecond)
    }

    /// The end of the window, which is not part of it, since the scenario's epoch [s].
    public var endS: Double { seconds(at: count) }
}
