/// What ArgumentParser says about an error.
struct ParserVerdict {
    /// The exit code that it would use.
    var status: Int32

    /// The message alone.
    var brief: String

    /// The message with usage or help.
    var full: String
}
