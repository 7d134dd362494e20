/// Texts as single words of a POSIX shell.
enum ShellWord {
    /// The text between single quotes, within which a shell changes nothing.
    ///
    /// A single quote itself ends the quotes, is escaped, and begins them again: `it's` becomes
    /// `'it'\''s'`.
    static func quoted(_ text: String) -> String {
        "'"
            + text.split(separator: "'", omittingEmptySubsequences: false).joined(
                separator: #"'\''"#)
            + "'"
    }
}
