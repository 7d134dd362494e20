import LaserMesh

/// What came of a transfer.
public struct TransferOutcome: Sendable {
    /// When it began [s].
    public var startS: Double

    /// When the last byte had come [s]; `nil` when the timeline ended before.
    public var endS: Double?

    /// What was to be sent, over all messages [bytes].
    public var bytes = 0.0

    /// How much of it was sent [bytes].
    public var sentBytes = 0.0

    /// How many phases ended.
    public var phasesDone = 0

    /// Bytes over links of each kind, once a link [bytes].
    public var linkBytes: [LinkKind: Double] = [:]

    /// How often a message went on over another route.
    public var reroutes = 0

    /// Time in which messages waited for a new route to be acquired, or for any route [s], over all
    /// messages.
    public var waitingS = 0.0

    /// How long each arc held flows down [s], over all flows.
    public var heldS: [TransferArc: Double] = [:]

    /// Whether it began and ended in one spell, so that it would be the same at any instant of it.
    public var isWithinSpell = true

    init(startS: Double) { self.startS = startS }

    /// How long it took [s]; `nil` when it did not end.
    public var durationS: Double? { endS.map { $0 - startS } }

    /// The share of the bytes that was sent; 1 where there are none.
    public var sentShare: Double { bytes > 0 ? sentBytes / bytes : 1 }

    /// The arc that held flows down for longest; of equal ones the first.
    public var bottleneck: TransferArc? {
        heldS.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The energy that the links took, by declared figures [J]; NaN where one of a kind in use is missing.
    ///
    /// - Parameter joulePerBit: For each kind of link.
    public func energyJ(joulePerBit: [LinkKind: Double]) -> Double {
        linkBytes.sorted { $0.key.description < $1.key.description }.reduce(0) { sum, entry in
            sum + 8 * entry.value * (joulePerBit[entry.key] ?? .nan)
        }
    }
}
