import Foundation

/// The stream for people: messages and progress.
public enum StandardError {
    /// Writes a text; a failure is ignored, for there is nobody left to tell.
    public static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Foundation.write(2, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }

    /// Writes a line that tells of something that does not stop the run, unless `quiet`.
    public static func note(_ sentence: String, program: String, quiet: Bool = false) {
        guard !quiet else { return }
        write("\(program): \(CommandEnding.oneLine(sentence))\n")
    }

    /// Whether a person looks at it.
    public static var isTerminal: Bool {
        isatty(2) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }
}
