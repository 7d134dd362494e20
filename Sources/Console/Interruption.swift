import Foundation
import Results
import Synchronization

/// What happens on SIGINT, SIGTERM, SIGPIPE and SIGXFSZ.
///
/// SIGINT and SIGTERM discard the result folders that are not finished and end the process with
/// 130 or 143 and one line. SIGPIPE and SIGXFSZ are left to the writer, which sees its error; so that
/// no partial folder stays behind when `head` has read enough, or a file may grow no longer.
public enum Interruption {
    /// The end of the pipe that the signal handler writes to; a handler may do little else.
    private static let wakeup = Atomic<Int32>(-1)

    private static let isWatching = Atomic<Bool>(false)

    private static let isStopping = Atomic<Bool>(false)

    /// Held for good by whoever ends the process, so that two ends do not mix.
    private static let endGate = Mutex(())

    /// Starts to watch; only the first call does something.
    public static func watch(program: String) {
        guard !isWatching.exchange(true, ordering: .sequentiallyConsistent) else { return }
        for number in [SIGPIPE, SIGXFSZ] { catchSignal(number) { _ in } }
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        wakeup.store(ends[1], ordering: .sequentiallyConsistent)
        let reading = ends[0]
        Thread.detachNewThread {
            var number: UInt8 = 0
            while read(reading, &number, 1) != 1 {}
            stop(program: program, signal: Int32(number))
        }
        for number in [SIGINT, SIGTERM] {
            catchSignal(number) { number in
                let saved = errno
                var byte = UInt8(truncatingIfNeeded: number)
                _ = write(Interruption.wakeup.load(ordering: .relaxed), &byte, 1)
                errno = saved
            }
        }
    }

    /// Ends the process with its last words; what still runs in other threads is cut off.
    static func exit(_ status: ExitStatus, saying lastWords: () -> Void) -> Never {
        // A signal took the folder away from under the command: its words count, not the error's.
        while isStopping.load(ordering: .sequentiallyConsistent) { sleep(1) }
        endGate.withLock { _ in
            lastWords()
            Foundation.exit(status.rawValue)
        }
        // Not reached; the compiler does not know that the closure never returns.
        Foundation.exit(status.rawValue)
    }

    private static func stop(program: String, signal: Int32) {
        isStopping.store(true, ordering: .sequentiallyConsistent)
        ResultFolder.discardAll()
        endGate.withLock { _ in
            ProgressBar.clearLine()
            let status: ExitStatus = signal == SIGINT ? .interrupted : .terminated
            let cause = signal == SIGINT ? "interrupted" : "terminated"
            StandardError.write("\(program): \(cause), and the unfinished results were removed\n")
            // Threads that still compute must not see the process being torn down around them.
            _exit(status.rawValue)
        }
    }

    private static func catchSignal(_ number: Int32, _ handler: @convention(c) (Int32) -> Void) {
        // A handler, not SIG_IGN: programs that are started from here get the default back.
        let before = signal(number, handler)
        // What nohup or a shell script ignores stays ignored.
        if isIgnored(before) { _ = signal(number, SIG_IGN) }
    }

    private static func isIgnored(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}
