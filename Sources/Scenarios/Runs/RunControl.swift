/// How a run goes about its work; nothing of it changes a result.
public struct RunControl: Sendable {
    /// Blocks of instants that may be worked on at the same time.
    public var threads: Int

    /// Told how many of all instants are done, from time to time.
    public var progress: @Sendable (_ done: Int, _ total: Int) -> Void

    /// Creates a control; without arguments, one thread and silence.
    public init(
        threads: Int = 1, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) {
        precondition(threads >= 1)
        self.threads = threads
        self.progress = progress
    }
}
