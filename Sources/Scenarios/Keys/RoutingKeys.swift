import Routing

/// The `routing` of a scenario.
struct RoutingKeys: Sendable {
    /// What a route may do, and what it costs.
    var rules = RoutingRules()

    /// The kind of routes; `nil` for the best one, in tables without ranks.
    var algorithm: AlgorithmKeys?

    /// Routes over time.
    var overTime = OverTimeKeys()

    init(_ value: YAMLValue?) throws(ScenarioError) {
        guard
            let map = try value?.mapping(
                ["metric", "ground_relay", "hop_delay_us"] + AlgorithmKeys.keys
                    + OverTimeKeys.keys)
        else { return }
        rules = RoutingRules(
            metric: try map["metric"]?.choice() ?? .latency,
            allowsGroundRelay: try map["ground_relay"]?.bool() ?? false,
            hopDelayS: (try map["hop_delay_us"]?.number("microseconds", in: 0...100_000) ?? 0)
                / 1e6)
        algorithm = try AlgorithmKeys(map)
        overTime = try OverTimeKeys(map)
    }
}
