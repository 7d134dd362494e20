import Contacts

/// What the `routing` of a scenario says about routes over time.
public struct OverTimeKeys: Sendable {
    /// How the intervals of routes are found.
    public enum Intervals: String, Sendable, CaseIterable {
        /// From the routes at the window's instants.
        case sampled

        /// By their ends.
        case exact
    }

    /// How the intervals of routes are found.
    public var intervals = Intervals.sampled

    /// When a pair leaves a route; `nil` for no tables about that.
    public var hold: HoldPolicy?

    /// Whether the flight of a packet along each route is followed.
    public var inFlight = false

    /// Parcels whose earliest arrival is asked for; `nil` for no table about that.
    public var parcel: ParcelKeys?

    /// All keys of this type.
    static let keys = ["intervals", "hold", "in_flight", "parcel"]

    /// The keys of a `routing` without any of them.
    init() {}

    /// The keys of a `routing`.
    init(_ map: YAMLMapping) throws(ScenarioError) {
        intervals = try map["intervals"]?.choice() ?? .sampled
        inFlight = try map["in_flight"]?.bool() ?? false
        hold = try Self.hold(map["hold"])
        parcel = try ParcelKeys(map["parcel"])
        let name: AlgorithmName? = try map["algorithm"]?.choice()
        if intervals == .exact, let name, name != .shortest, let value = map["intervals"] {
            throw value.wrong(expected: "'sampled' beside 'algorithm: \(name.rawValue)'")
        }
        if hold != nil, intervals != .exact, let value = map["hold"] {
            throw value.wrong(expected: "this key beside 'intervals: exact' only")
        }
    }

    private static func hold(_ value: YAMLValue?) throws(ScenarioError) -> HoldPolicy? {
        guard
            let map = try value?.mapping([
                "gain_ms", "gain_percent", "for_s", "acquisition_s", "make_before_break",
            ])
        else { return nil }
        return HoldPolicy(
            gainMs: try map["gain_ms"]?.number("milliseconds", in: 0...100_000) ?? 0,
            gainShare: (try map["gain_percent"]?.number("per cent", in: 0...100) ?? 0) / 100,
            forS: try map["for_s"]?.number("seconds", in: 0...86_400) ?? 0,
            acquisitionS: try map["acquisition_s"]?.number("seconds", in: 0...86_400) ?? 0,
            makesBeforeBreak: try map["make_before_break"]?.bool() ?? true)
    }
}
