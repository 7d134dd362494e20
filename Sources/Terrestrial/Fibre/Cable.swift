import Orbits

/// A cable under the sea, or a corridor over land: its landings in the order of its route, and its
/// length.
public struct Cable: Sendable, Hashable {
    /// Its name.
    public let name: String

    /// Its length, branches included [km].
    public let lengthKm: Double

    /// Where it lands, two places or more; a ring repeats its first landing.
    public let landings: [FibreSite]

    /// Whether its length was seen in print.
    public let isVerified: Bool

    /// Whether it is a corridor: a road or a railway along which fibre lies.
    public let isCorridor: Bool

    /// The share of the length over the great circles of its route that a segment may have.
    ///
    /// A system with branches is longer than its trunk, so that its length alone would make every
    /// segment too long; a cable is never shorter than the great circle, and rarely more than a third
    /// longer.
    public static let segmentStretch = 1.02...1.35

    /// Creates a cable.
    public init(
        name: String, lengthKm: Double, landings: [FibreSite], isVerified: Bool = true,
        isCorridor: Bool = false
    ) {
        precondition(landings.count >= 2)
        self.name = name
        self.lengthKm = lengthKm
        self.landings = landings
        self.isVerified = isVerified
        self.isCorridor = isCorridor
    }

    /// The length of each segment, from landing to landing: its great circle times the stretch of the
    /// whole cable, within ``segmentStretch`` where there are several [km]. A corridor has no branches,
    /// so that its length is spread whole, however long.
    ///
    /// - Complexity: O(landings).
    public func segmentsKm(on ellipsoid: Ellipsoid = .wgs84) -> [Double] {
        let arcs = zip(landings, landings.dropFirst()).map {
            ellipsoid.greatCircleKm(from: $0.place, to: $1.place)
        }
        guard arcs.count > 1 else { return [lengthKm] }
        let sum = arcs.reduce(0, +)
        guard sum > 0 else { return arcs }
        let range = Self.segmentStretch
        let upper = isCorridor ? .infinity : range.upperBound
        let stretch = min(upper, max(range.lowerBound, lengthKm / sum))
        return arcs.map { $0 * stretch }
    }
}
