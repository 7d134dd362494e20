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

    /// Least angle between a satellite and the geostationary arc, as the station sees them [rad];
    /// `nil` for no such rule.
    public var geostationaryAvoidanceRad: Double?

    /// How many satellites a station uses at once; `nil` for all.
    public var satellitesPerStation: Int?

    /// How many stations a satellite serves at once; `nil` for all.
    public var stationsPerSatellite: Int?

    /// Which of the satellites that it sees a station uses.
    public var choice: SatelliteChoice = .all

    /// The rule that holds where a scenario names none: 25 degrees.
    public static let standard = GroundRules(minElevationRad: 25 * .pi / 180)

    /// Creates rules from a least elevation [rad] and a slant-range cap [km].
    public init(minElevationRad: Double? = nil, maxSlantRangeKm: Double = .infinity) {
        self.minElevationRad = minElevationRad
        self.maxSlantRangeKm = maxSlantRangeKm
    }

    /// Whether each link stands for itself, by elevation and range alone.
    var areElevationAndRangeOnly: Bool {
        geostationaryAvoidanceRad == nil && choosesAmongLinks == false
    }

    /// Whether a link depends on the other links of its ends.
    var choosesAmongLinks: Bool {
        satellitesPerStation != nil || stationsPerSatellite != nil || choice != .all
    }

    /// Sine of the least elevation, −2 (which every direction exceeds) where there is none.
    public var leastSine: Double {
        guard let minElevationRad else { return -2 }
        return sin(minElevationRad)
    }
}
