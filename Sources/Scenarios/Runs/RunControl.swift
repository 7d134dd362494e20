/// How a run goes about its work; nothing of it changes a result.
public struct RunControl: Sendable {
    /// Blocks of instants that may be worked on at the same time.
    public var threads: Int

    /// Told from time to time how many more instants are done.
    public var progress: @Sendable (_ instants: Int) -> Void

    /// Creates a control; without arguments, one thread and silence.
    public init(
        threads: Int = 1, progress: @escaping @Sendable (_ instants: Int) -> Void = { _ in }
    ) {
        precondition(threads >= 1)
        self.threads = threads
        self.progress = progress
    }
}
