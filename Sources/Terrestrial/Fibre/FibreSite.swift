import Orbits

/// A place at which fibre begins, ends or lands.
public struct FibreSite: Sendable, Hashable {
    /// Its name.
    public let name: String

    /// The two-letter code of its country after ISO 3166-1; empty where it is not known.
    public let country: String

    /// Where it is; its height does not count.
    public let place: Geodetic

    /// Creates a site.
    public init(name: String, country: String, place: Geodetic) {
        self.name = name
        self.country = country
        self.place = place
    }
}
