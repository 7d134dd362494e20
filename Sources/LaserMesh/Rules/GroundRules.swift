#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// When a ground station may reach a satellite by radio.
public struct GroundRules: Sendable, Hashable {
    /// Least elevation over the station's horizon [rad]; `nil` for no such rule.
    public var minElevationRad: Double?

    /// Greatest straight-line distance [km]; infinite for no such rule.
    ///
    /// A cap alone says nothing about the horizon: where it exceeds the range to it, links go
    /// through the Earth. It is there to replicate papers.
    public var maxSlantRangeKm: Double

    /// The rule that holds where a scenario names none: 25 degrees.
    public static let standard = GroundRules(minElevationRad: 25 * .pi / 180)

    /// Creates rules from a least elevation [rad] and a slant-range cap [km].
    public init(minElevationRad: Double? = nil, maxSlantRangeKm: Double = .infinity) {
        self.minElevationRad = minElevationRad
        self.maxSlantRangeKm = maxSlantRangeKm
    }

    /// Sine of the least elevation, −2 (which every direction exceeds) where there is none.
    public var leastSine: Double {
        guard let minElevationRad else { return -2 }
        return sin(minElevationRad)
    }
}
