import LaserMesh

/// The keys of `lasers` that a topology `dynamic` reads.
enum MatchingKeys {
    static let keys = ["horizon_s", "demand_weight", "switch_gain_s", "matching"]

    /// Time between decisions where a scenario does not say [s]: that of Starlink's reassignment.
    static let decisionStepS = 15.0

    /// Reads the rules, and checks that the keys stand where they mean something.
    static func rules(
        _ map: YAMLMapping?, isDynamic: Bool
    ) throws(ScenarioError) -> MatchingRules {
        var rules = MatchingRules()
        guard isDynamic else {
            for key in keys {
                if let value = map?[key] {
                    throw value.wrong(expected: "this key beside 'topology: dynamic' only")
                }
            }
            return rules
        }
        if let horizon = map?["horizon_s"] {
            rules.horizonS = try horizon.positive("seconds", upTo: 1e6)
        }
        if let weight = map?["demand_weight"] {
            rules.demandShare = try weight.number("a multiple of the time in view", in: 0...1e3)
        }
        if let gain = map?["switch_gain_s"] {
            rules.switchGainS = try gain.number("seconds", in: 0...1e9)
        }
        rules.matching = try map?["matching"]?.choice()
        return rules
    }
}
