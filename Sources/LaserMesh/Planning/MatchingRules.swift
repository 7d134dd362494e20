/// What a `dynamic` topology looks at when it chooses lasers.
public struct MatchingRules: Sendable, Hashable {
    /// How far it looks ahead: a link that stays in view for longer is worth no more [s].
    public var horizonS: Double

    /// How much more a link on the way of the most demand is worth than one on the way of none, as a
    /// multiple of the latter.
    public var demandShare: Double

    /// How much a change must gain for every link that is given up for it [s of time in view].
    public var switchGainS: Double

    /// How the links are chosen; `nil` for ``LinkMatching/exact`` in constellations of at most
    /// ``exactTerminals`` terminals and ``LinkMatching/greedy`` in larger ones.
    public var matching: LinkMatching?

    /// Up to how many terminals of all satellites the choice is exact where nothing else is asked for.
    public static let exactTerminals = 100

    /// Creates rules.
    public init(
        horizonS: Double = 600, demandShare: Double = 1, switchGainS: Double = 60,
        matching: LinkMatching? = nil
    ) {
        precondition(horizonS > 0 && demandShare >= 0 && switchGainS >= 0)
        self.horizonS = horizonS
        self.demandShare = demandShare
        self.switchGainS = switchGainS
        self.matching = matching
    }

    /// The instants after a decision at which the satellites are looked at, ascending [s].
    public var aheadS: [Double] {
        (1...Self.lookCount).map { horizonS * Double($0) / Double(Self.lookCount) }
    }

    private static let lookCount = 20
}
