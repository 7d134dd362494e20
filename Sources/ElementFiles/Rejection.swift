/// A part of a file that is no element set and was left out.
public struct Rejection: Sendable, Hashable {
    /// The file, as its reader was told.
    public let file: String

    /// The line, counted from 1.
    public let line: Int

    /// What was found, in words.
    public let found: String

    /// What was expected, in words.
    public let expected: String

    /// One sentence: what was found, where, and what was expected; printable and in one line.
    public let message: String

    init(file: String, line: Int, found: String, expected: String, message: String? = nil) {
        self.file = file
        self.line = line
        self.found = found
        self.expected = expected
        self.message = message ?? "found \(found), expected \(expected)"
    }
}
