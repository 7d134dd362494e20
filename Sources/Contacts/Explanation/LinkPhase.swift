import LaserMesh

/// A time in which no rule of a link changes: what each rule says, and which one decides.
public struct LinkPhase: Sendable, Hashable {
    /// What one rule says all along a phase.
    public struct Verdict: Sendable, Hashable {
        /// The rule.
        public var rule: LinkRule

        /// Whether it holds.
        public var holds: Bool

        /// The least and greatest margin at the samples of the phase, in the rule's unit inside; `nil`
        /// where there is no position or the rule knows no degrees.
        public var margin: ClosedRange<Double>?
    }

    /// The beginning of the phase, since the epoch [s].
    public var beginS: Double

    /// Its end, which is not part of it [s].
    public var endS: Double

    /// What the rules say, in the order in which tables name them.
    public var verdicts: [Verdict]

    /// The rule that decides: of those that do not hold the one that holds last, or, when all hold, the
    /// one that ceases first.
    public var deciding: LinkRule

    /// Whether all rules hold, so that the link is up.
    public var isUp: Bool { verdicts.allSatisfy(\.holds) }
}
