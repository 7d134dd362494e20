/// A country, or a territory that has borders of its own in a file.
public struct Country: Sendable, Hashable {
    /// Its name, as the file gives it.
    public let name: String

    /// Its two-letter code after ISO 3166-1; `nil` where it has none.
    public let alpha2: String?

    /// Its three-letter code: that of ISO 3166-1, or the file's own where there is none.
    public let alpha3: String?

    /// Creates a country.
    public init(name: String, alpha2: String?, alpha3: String?) {
        self.name = name
        self.alpha2 = alpha2
        self.alpha3 = alpha3
    }

    /// Whether a code of two or three letters, or a name, means this country.
    public func isCalled(_ word: String) -> Bool {
        word == alpha2 || word == alpha3 || word == name
    }
}
