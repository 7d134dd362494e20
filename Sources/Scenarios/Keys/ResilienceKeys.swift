/// The `resilience` of a scenario: what fails, and how often that is tried.
public struct ResilienceKeys: Sendable {
    /// How many of some things fail.
    public enum Failing: Sendable, Hashable {
        /// Each with this probability, independently of the others.
        case probability(Double)
        /// This many, each set of them equally likely.
        case count(Int)

        /// Whether it is a number of them.
        var isCount: Bool { if case .count = self { true } else { false } }
    }

    /// How many samples of failures are drawn.
    public var samples: Int

    /// The satellites that fail.
    public var satellites: Failing

    /// The links that fail, lasers and radio links alike.
    public var links: Failing

    /// The seed of the samples.
    public var seed: UInt64

    init(_ value: YAMLValue?) throws(ScenarioError) {
        let map = try value?.mapping([
            "samples", "satellite_failure", "link_failure", "failed_satellites", "failed_links",
            "seed",
        ])
        samples = try map?["samples"]?.integer("samples", in: 1...10_000_000) ?? 1_000
        seed = UInt64(try map?["seed"]?.integer("a seed", in: 0...Int.max) ?? 1)
        satellites = try Self.failing(
            map, probability: "satellite_failure", count: "failed_satellites", default: 0.01)
        links = try Self.failing(
            map, probability: "link_failure", count: "failed_links", default: 0)
    }

    private static func failing(
        _ map: YAMLMapping?, probability: String, count: String, default usual: Double
    ) throws(ScenarioError) -> Failing {
        if let map, map[probability] != nil, map[count] != nil {
            _ = try map.exactlyOne(of: [probability, count])
        }
        if let number = try map?[count]?.integer("failures", in: 0...100_000_000) {
            return .count(number)
        }
        return .probability(try map?[probability]?.number("a probability", in: 0...1) ?? usual)
    }
}
