/// The `failures` of a scenario: satellites and lasers that fail by chance and are repaired.
///
/// Times to failure and to repair are exponential.
public struct FailureKeys: Sendable {
    /// Mean times of one kind of part.
    public struct Rates: Sendable {
        /// Mean time from repair to failure [s].
        public var betweenFailuresS: Double

        /// Mean time from failure to repair [s].
        public var toRepairS: Double
    }

    /// The seed.
    public var seed: UInt64

    /// Of satellites; `nil` when they do not fail.
    public var satellites: Rates?

    /// Of lasers links; `nil` when they do not fail.
    public var links: Rates?

    init?(_ value: YAMLValue?) throws(ScenarioError) {
        guard let value else { return nil }
        let map = try value.mapping([
            "seed", "satellite_mtbf_h", "satellite_mttr_h", "link_mtbf_h", "link_mttr_h",
        ])
        seed = UInt64(try map["seed"]?.integer("a seed", in: 0...Int.max) ?? 1)
        satellites = try Self.rates(map, "satellite")
        links = try Self.rates(map, "link")
    }

    private static func rates(_ map: YAMLMapping, _ part: String) throws(ScenarioError) -> Rates? {
        let hour = 3_600.0
        let between = map["\(part)_mtbf_h"]
        let repair = map["\(part)_mttr_h"]
        guard let between else {
            if let repair { throw repair.wrong(expected: "this key beside \(part)_mtbf_h only") }
            return nil
        }
        guard let repair else {
            throw .missingKey(
                place: map.place, key: "\(part)_mttr_h", expected: "the mean time to repair")
        }
        return Rates(
            betweenFailuresS: try between.positive("hours", upTo: 1e9) * hour,
            toRepairS: try repair.positive("hours", upTo: 1e9) * hour)
    }
}
