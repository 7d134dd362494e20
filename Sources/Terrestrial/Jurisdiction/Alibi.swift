import Orbits

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What proves that a packet was not in a country: it came too soon to have been there.
///
/// A packet from `s` by a relay `r` that passes a place `f` of the country on its way is no sooner at the
/// relay than
///
/// ```
/// least = min over f of (|s - f| + |f - r|) / speed
/// ```
///
/// A measured time that is less, by a margin, is an alibi. Over a mesh of lasers the speed is that of
/// light in vacuum and the ways are straight lines, through the Earth if need be, since nothing may be
/// faster than a bound that proves; in fibre light takes 1.468 times as long, and cables follow the
/// ground. The first bound is the weaker one.
///
/// The outline of the country stands for its inside: the sum is least on the outline, unless one of the
/// two places is inside, which no time can clear.
///
/// - Note: D. Levin et al., "Alibi Routing", SIGCOMM 2015, DOI 10.1145/2785956.2787509, who take two
///   thirds of the speed of light.
public struct Alibi: Sendable {
    /// How a packet may travel.
    public enum Medium: String, Sendable, CaseIterable {
        /// Lasers through vacuum, along straight lines.
        case vacuum

        /// Fibre along great circles.
        case fibre
    }

    /// Distance between the points of the outline at most [km]; the bound is lower by it, lest a place
    /// between two points be nearer.
    public static let spacingKm = 20.0

    /// Points of the outlines of the countries to keep out of, of length one.
    private let outline: [SIMD3<Double>]
    private let borders: Borders
    private let countries: Set<Int>
    private let radiusKm = 6_371.0

    /// Creates the outlines of some countries.
    ///
    /// - Parameters:
    ///   - countries: Their places in the borders.
    ///   - borders: The borders.
    /// - Complexity: O(length of the outlines / ``spacingKm``).
    public init(avoiding countries: Set<Int>, in borders: Borders) {
        self.borders = borders
        self.countries = countries
        outline = borders.outline(of: countries, spacingKm: Self.spacingKm)
    }

    /// The least time in which a packet goes from a place to another by way of the countries, one way
    /// [ms]; infinite where these have no outline.
    ///
    /// - Complexity: O(points of the outlines).
    public func leastMs(from source: Geodetic, to relay: Geodetic, through medium: Medium) -> Double
    {
        let (s, r) = (source.direction, relay.direction)
        let msPerKm: Double
        switch medium {
        case .vacuum: msPerKm = 1_000 / Physics.speedOfLightKmPerS
        case .fibre:
            msPerKm = 1_000 * GreatCircleFibre().refractiveIndex / Physics.speedOfLightKmPerS
        }
        func km(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
            let way = a - b
            let chord = (way * way).sum().squareRoot()
            return radiusKm * (medium == .vacuum ? chord : 2 * asin(min(1, chord / 2)))
        }
        if isInside(source) || isInside(relay) { return msPerKm * km(s, r) }
        var least = Double.infinity
        for point in outline { least = min(least, km(s, point) + km(point, r)) }
        return max(msPerKm * km(s, r), msPerKm * (least - Self.spacingKm))
    }

    /// Whether a measured time proves that a packet was not in the countries.
    ///
    /// - Parameters:
    ///   - oneWayMs: The time that was measured [ms].
    ///   - margin: By which part more it could have been.
    ///   - source: Where the packet was sent.
    ///   - relay: Where it was received.
    ///   - medium: What it may have gone through.
    public func isProven(
        oneWayMs: Double, margin: Double = 0, from source: Geodetic, to relay: Geodetic,
        through medium: Medium
    ) -> Bool {
        (1 + margin) * oneWayMs < leastMs(from: source, to: relay, through: medium)
    }

    private func isInside(_ place: Geodetic) -> Bool {
        borders.country(at: place).map { countries.contains($0) } ?? false
    }
}
