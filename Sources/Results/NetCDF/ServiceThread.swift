import Dispatch
import Foundation
import Synchronization

/// A thread that runs one piece of work after the other, each while its caller waits.
final class ServiceThread: Sendable {
    /// The work of the caller whose turn it is. Written before the one semaphore and read after it.
    private final class Slot: @unchecked Sendable {
        var work: (() -> Void)?
    }

    private let slot = Slot()
    private let turn = Mutex(())
    private let wakeup = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)

    /// Starts the thread, which lasts as long as the process.
    init(name: String) {
        let thread = Thread { [slot, wakeup, end] in
            while true {
                wakeup.wait()
                slot.work?()
                slot.work = nil
                end.signal()
            }
        }
        thread.name = name
        thread.start()
    }

    /// Runs work on the thread and waits for its end; not to be called from the thread itself.
    func run(_ work: () -> Void) {
        withoutActuallyEscaping(work) { work in
            turn.withLock { _ in
                slot.work = work
                wakeup.signal()
                end.wait()
            }
        }
    }
}
