/// How far a sweep is.
public struct SweepProgress: Sendable, Hashable {
    /// Runs that have ended since it was told last.
    public let ended: Int

    /// Runs that are still at work.
    public let running: Int

    /// Runs that may be at work at the same time: fewer than threads where memory is short.
    public let atOnce: Int
}
