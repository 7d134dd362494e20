/// How much memory there is for a process and how much it takes, told anew at each question.
///
/// What the system does not tell is `nil`.
public struct MemoryGauge: Sendable {
    /// Memory that the process may still take [bytes].
    public let available: @Sendable () -> Int?

    /// Memory that the process takes [bytes].
    public let resident: @Sendable () -> Int?

    /// The most memory that the process has taken at a time [bytes].
    public let peak: @Sendable () -> Int?

    /// Creates a gauge that shows what is given.
    public init(
        available: @escaping @Sendable () -> Int?, resident: @escaping @Sendable () -> Int?,
        peak: @escaping @Sendable () -> Int?
    ) {
        self.available = available
        self.resident = resident
        self.peak = peak
    }

    /// The memory of this machine, and what control groups leave of it; nothing where there is no
    /// folder `/proc`.
    public static let system = MemoryGauge(
        available: { SystemMemory().availableBytes },
        resident: { SystemMemory().processBytes("VmRSS:") },
        peak: { SystemMemory().processBytes("VmHWM:") })
}
