/// The `traffic` of a scenario: who sends how much to whom.
public enum TrafficKeys: Sendable {
    /// By gravity among all stations.
    case gravity(Gravity)

    /// As a table lists it, relative to the scenario's file; with its place there.
    case file(String, ScenarioPlace)

    /// Traffic in proportion to the product of the populations.
    public struct Gravity: Sendable {
        /// The sum over all pairs and both directions [Gbps].
        public var totalGbps: Double

        /// The power of the great-circle distance by which traffic is divided; 0 for none.
        public var distanceExponent: Double

        /// How many of the demands are kept, the largest; 0 for all.
        public var largest: Int

        /// Where it stands in the scenario.
        public var place: ScenarioPlace
    }

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping(["gravity", "file"])
        let chosen = try map.exactlyOne(of: ["gravity", "file"])
        if map["file"] != nil {
            self = .file(
                try chosen.text(expected: "a table with the header source,destination,gbps"),
                chosen.place)
            return
        }
        let gravity = try chosen.mapping(["total_gbps", "distance_exponent", "largest"])
        self = .gravity(
            Gravity(
                totalGbps: try gravity.required("total_gbps", expected: "the sum of all traffic")
                    .positive("Gbps", upTo: 1e12),
                distanceExponent: try gravity["distance_exponent"]?.number("a power", in: 0...4)
                    ?? 0,
                largest: try gravity["largest"]?.integer("demands", in: 0...100_000_000) ?? 0,
                place: chosen.place))
    }
}
