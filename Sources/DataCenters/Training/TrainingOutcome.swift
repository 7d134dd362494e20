import LaserMesh

/// What came of training over a window.
///
/// Time counts up to the end of the last synchronisation, so that no part of a round is judged; where none
/// ended, up to the end of the window.
public struct TrainingOutcome: Sendable {
    /// When it began [s].
    public var startS: Double

    /// Up to when it counts [s].
    public var endS: Double

    /// Synchronisations that ended.
    public var syncs = 0

    /// Inner steps that were computed by then.
    public var steps = 0.0

    /// Time of all synchronisations that ended [s].
    public var syncS = 0.0

    /// The longest of them [s].
    public var greatestSyncS = 0.0

    /// Bytes over links of each kind, once a link.
    public var linkBytes: [LinkKind: Double] = [:]

    /// The synchronisation that had not ended when the window did; `nil` where none was under way.
    public var unfinished: TransferOutcome?

    /// Creates the outcome of nothing.
    public init(startS: Double, endS: Double) {
        self.startS = startS
        self.endS = endS
    }

    /// Mean time of a synchronisation [s]; NaN where none ended.
    public var meanSyncS: Double { syncs > 0 ? syncS / Double(syncs) : .nan }

    /// The share of the time in which steps were computed.
    public func utilisation(stepS: Double) -> Double {
        endS > startS ? steps * stepS / (endS - startS) : .nan
    }

    /// Tokens a day.
    ///
    /// - Parameter perStep: Tokens that all sites together take in an inner step.
    public func tokensPerDay(perStep: Double) -> Double {
        endS > startS ? 86_400 * perStep * steps / (endS - startS) : .nan
    }
}
