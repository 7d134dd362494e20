import Routing

/// The `flows` of a scenario: how traffic is spread over routes, and what is sought.
public struct FlowKeys: Sendable {
    /// What the flows are to be.
    public enum Objective: String, Sendable, CaseIterable {
        /// Max-min fair rates over the best routes of each demand.
        case maxMinFair = "max-min-fair"
        /// Max-min fair rates over one route each, chosen under load-dependent weights.
        case congestionAware = "congestion-aware"
        /// All demands over any routes, the fullest link as empty as can be.
        case minMaxUtilisation = "min-max-utilisation"
        /// All demands times the greatest common factor.
        case maxConcurrentFlow = "max-concurrent-flow"
        /// The most that each pair of the scenario could send if it were alone.
        case maxFlow = "max-flow"
    }

    /// What the flows are to be.
    public var objective: Objective

    /// Routes for each demand, of `max-min-fair`.
    public var routes: Int

    /// Which routes those are.
    public var choice: FlowRoutes.Choice

    /// Which kind of routes, of several.
    private enum Algorithm: String, CaseIterable {
        case kShortest = "k-shortest"
        case disjoint
    }

    /// How far from the optimum the approximations may end: bound / value - 1.
    public var gap: Double

    /// Most rounds of `congestion-aware`.
    public var rounds: Int

    /// How many links `hot_spots.csv` lists at each instant.
    public var hotSpots: Int

    init(_ value: YAMLValue?) throws(ScenarioError) {
        let map = try value?.mapping([
            "objective", "routes", "algorithm", "of", "gap", "rounds", "hot_spots",
        ])
        objective = try map?["objective"]?.choice() ?? .maxMinFair
        routes = try map?["routes"]?.integer("routes", in: 1...64) ?? 1
        let algorithm: Algorithm = try map?["algorithm"]?.choice() ?? .kShortest
        if let parts = map?["of"], algorithm != .disjoint {
            throw parts.wrong(expected: "this key beside 'algorithm: disjoint' only")
        }
        choice =
            algorithm == .disjoint
            ? .disjoint(try map?["of"]?.choice() ?? DisjointRoutes.Parts.links) : .shortest
        gap = try map?["gap"]?.number("bound over value less 1,", in: 0.001...1) ?? 0.05
        rounds = try map?["rounds"]?.integer("rounds", in: 1...100_000) ?? 50
        hotSpots = try map?["hot_spots"]?.integer("links", in: 0...10_000_000) ?? 20
        func refuse(
            _ key: String, beside objectives: [Objective]
        ) throws(ScenarioError) {
            guard let value = map?[key], !objectives.contains(objective) else { return }
            let words = objectives.map(\.rawValue).joined(separator: " or ")
            throw value.wrong(expected: "this key beside 'objective: \(words)' only")
        }
        for key in ["routes", "algorithm", "of"] { try refuse(key, beside: [.maxMinFair]) }
        try refuse("gap", beside: [.minMaxUtilisation, .maxConcurrentFlow])
        try refuse("rounds", beside: [.congestionAware])
    }
}
