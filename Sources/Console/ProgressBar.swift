import Foundation
import Synchronization

/// A bar on standard error that tells how far a run is, its rate and the time left.
///
/// It shows only on a terminal, only when the work outlasts a second, and never when `quiet`. Any
/// thread may advance it.
public final class ProgressBar: Sendable {
    private struct State {
        var done = 0
        var lastDrawn: ContinuousClock.Instant
        var isShown = false
        var isFinished = false
    }

    private let total: Int
    private let unit: String
    private let isSilent: Bool
    private let start: ContinuousClock.Instant
    private let now: @Sendable () -> ContinuousClock.Instant
    private let write: @Sendable (String) -> Void
    private let state: Mutex<State>

    /// Whether the line of standard error holds a bar now.
    private static let isOnScreen = Atomic<Bool>(false)

    /// Starts a bar.
    ///
    /// - Parameter total: How much work there is.
    /// - Parameter unit: What the work is counted in, such as `instants`.
    /// - Parameter quiet: Whether nothing may be shown.
    public convenience init(total: Int, unit: String, quiet: Bool) {
        self.init(
            total: total, unit: unit, isSilent: quiet || !StandardError.isTerminal,
            now: { ContinuousClock.now }, write: StandardError.write)
    }

    /// Starts a bar with the terminal and the clock given.
    init(
        total: Int, unit: String, isSilent: Bool,
        now: @escaping @Sendable () -> ContinuousClock.Instant,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.total = total
        self.unit = unit
        self.isSilent = isSilent
        self.now = now
        self.write = write
        start = now()
        state = Mutex(State(lastDrawn: start))
    }

    deinit { finish() }

    /// Tells that more of the work is done.
    ///
    /// - Parameters:
    ///   - count: How much more.
    ///   - note: A few words that stand at the end of the line.
    public func advance(by count: Int = 1, note: String? = nil) {
        guard !isSilent else { return }
        state.withLock { state in
            state.done += count
            let time = now()
            guard !state.isFinished, time - start >= .seconds(1),
                !state.isShown || time - state.lastDrawn >= .milliseconds(100)
            else { return }
            state.lastDrawn = time
            state.isShown = true
            Self.isOnScreen.store(true, ordering: .sequentiallyConsistent)
            write(
                "\r" + line(done: state.done, elapsed: time - start, note: note) + "\u{1B}[K")
        }
    }

    /// Clears the bar; later calls do nothing.
    public func finish() {
        state.withLock { state in
            guard !state.isFinished else { return }
            state.isFinished = true
            if state.isShown {
                Self.isOnScreen.store(false, ordering: .sequentiallyConsistent)
                write("\r\u{1B}[K")
            }
        }
    }

    /// Clears the line when a bar is on it and the process ends.
    static func clearLine() {
        if isOnScreen.exchange(false, ordering: .sequentiallyConsistent) {
            StandardError.write("\r\u{1B}[K")
        }
    }

    /// The text of the bar.
    func line(done: Int, elapsed: Duration, note: String? = nil) -> String {
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
        let share = total > 0 ? min(1, Double(done) / Double(total)) : 1
        let width = 30
        let filled = Int(share * Double(width))
        let bar =
            String(repeating: "=", count: filled) + String(repeating: " ", count: width - filled)
        let rate = seconds > 0 ? Double(done) / seconds : 0
        var text = "[\(bar)] \(Int(share * 100)) %  \(done)/\(total) \(unit)"
        text += "  \(Self.short(rate))/s"
        if rate > 0, done < total {
            text += "  \(Self.clock(Double(total - done) / rate)) left"
        }
        if let note { text += "  \(note)" }
        return text
    }

    /// A rate with three digits or so.
    private static func short(_ value: Double) -> String {
        guard value < 100 else { return value < 1e15 ? "\(Int(value.rounded()))" : "many" }
        return "\((value * 10).rounded() / 10)"
    }

    /// Seconds as `0:07`, `12:34` or `1:02:03`.
    private static func clock(_ seconds: Double) -> String {
        guard seconds < 1e9 else { return "very long" }
        let whole = Int(seconds.rounded(.up))
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
    }
}
