import DataCenters

/// The `placement` of a scenario: how many of its sites to build, and which.
public struct PlacementKeys: Sendable {
    /// What leads from users to sites.
    public enum Network: String, Sendable, CaseIterable {
        case mesh
        case fibre
        /// The faster one for each user and site.
        case both
    }

    /// Kinds of the sites to choose from.
    public var kinds: [SiteKeys.Kind]

    /// Numbers of sites.
    public var counts: [Int]

    /// What to have the least of.
    public var objectives: [PlacementProblem.Objective]

    /// How.
    public var methods: [PlacementAnswer.Method]

    /// What leads from users to sites.
    public var network: Network

    /// Round-trip time within which a user is covered [ms].
    public var withinMs: Double

    /// Share of the users to cover; `nil` for no goal. Then the least number of sites is sought, too.
    public var coverageGoal: Double?

    /// The most sites in a country, by its code; `default` for all others.
    public var countryLimits: [String: Int]

    /// How many partial choices an exact search looks at, at most.
    public var choiceLimit: Int

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping([
            "kinds", "counts", "objectives", "methods", "network", "within_ms", "coverage_goal",
            "country_limits", "choice_limit",
        ])
        kinds = try map["kinds"]?.choices() ?? [.region]
        counts = try map["counts"]?.integers("sites", in: 1...100_000) ?? [1, 2, 3, 4, 5]
        objectives = try map["objectives"]?.choices() ?? [.mean, .worst]
        methods = try map["methods"]?.choices() ?? PlacementAnswer.Method.allCases
        network = try map["network"]?.choice() ?? .mesh
        withinMs = try map["within_ms"]?.positive("milliseconds", upTo: 1e6) ?? 50
        coverageGoal = try map["coverage_goal"]?.positive("a share", upTo: 1)
        choiceLimit = try map["choice_limit"]?.integer("choices", in: 1...1_000_000_000) ?? 100_000
        countryLimits = [:]
        for item in try map["country_limits"]?.items(
            expected: "a list of { country: DE, most: 1 }") ?? []
        {
            let keys = try item.mapping(["country", "most"])
            let country = try keys.required("country", expected: "a code, or default").text()
            countryLimits[country] = try keys.required("most", expected: "a number of sites")
                .integer("sites", in: 0...100_000)
        }
    }
}
