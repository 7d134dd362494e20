/// When a pair leaves the route that it uses for the best one.
///
/// A change is decided when the best route is faster by both thresholds, and has been for some time,
/// or when the route in use is lost. It takes the acquisition time until the new route carries
/// traffic. With make-before-break the old route carries it meanwhile as long as it lives, and since
/// the ends of links are known beforehand, the new route of a loss is acquired before the loss;
/// without it, there is an outage for as long as the acquisition takes.
public struct HoldPolicy: Sendable, Hashable {
    /// The least gain in round-trip time [ms].
    public var gainMs: Double

    /// The least gain, as a part of the round-trip time of the route in use.
    public var gainShare: Double

    /// For how long the gain must last before a change is decided: the hysteresis [s].
    public var forS: Double

    /// From the decision until the new route carries traffic [s].
    public var acquisitionS: Double

    /// Whether the old route is kept until the new one carries traffic.
    public var makesBeforeBreak: Bool

    /// Creates a policy; without arguments, the best route is always used.
    public init(
        gainMs: Double = 0, gainShare: Double = 0, forS: Double = 0, acquisitionS: Double = 0,
        makesBeforeBreak: Bool = true
    ) {
        precondition(gainMs >= 0 && gainShare >= 0 && forS >= 0 && acquisitionS >= 0)
        self.gainMs = gainMs
        self.gainShare = gainShare
        self.forS = forS
        self.acquisitionS = acquisitionS
        self.makesBeforeBreak = makesBeforeBreak
    }
}
