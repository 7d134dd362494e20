/// A file that was read for a scenario: its name there and the SHA-256 of its bytes.
public struct InputDigest: Sendable, Hashable {
    /// The file, as the scenario names it.
    public var name: String

    /// SHA-256 of its bytes, in hexadecimal digits.
    public var sha256: String
}
