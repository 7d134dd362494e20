import DataCenters

/// The `collectives` of a scenario: what sites do with each other's data.
public struct CollectiveKeys: Sendable {
    /// The sites by name, in the order of their ranks; `nil` for all regions, or all where there are none.
    public var sites: [String]?

    /// What is done.
    public var collectives: [Collective]

    /// How; those that do not do a collective are left out.
    public var algorithms: [CollectiveAlgorithm]

    /// What each site has [bytes].
    public var bytes: [Double]

    /// When they begin, since the epoch [s]; `nil` for the begin of the window.
    public var startS: [Double]?

    /// Whether the order around a ring is the best one, and not that of the sites.
    public var ordersRings: Bool

    /// The sites of each group of the hierarchical algorithm, by name; `nil` for those of one country.
    public var groups: [[String]]?

    /// How long a message pauses when its route changes [s].
    public var reroutePauseS: Double

    /// Where the sites stand.
    public var place: ScenarioPlace

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping([
            "sites", "what", "algorithms", "bytes", "start_s", "ring_order", "groups",
            "reroute_pause_s",
        ])
        place = map["sites"]?.place ?? value.place
        sites = try map["sites"]?.names(expected: "names of sites")
        collectives = try map["what"]?.choices() ?? [.allReduce]
        algorithms = try map["algorithms"]?.choices() ?? CollectiveAlgorithm.allCases
        bytes = try map["bytes"]?.numbers("bytes", in: 0...1e18) ?? [1e9]
        startS = try map["start_s"]?.numbers("seconds", in: -3e9...3e9)
        ordersRings = try map["ring_order"]?.choice(RingChoice.self) != .given
        reroutePauseS = try map["reroute_pause_s"]?.number("seconds", in: 0...3_600) ?? 0
        if let value = map["groups"] {
            var groups: [[String]] = []
            for item in try value.items(expected: "a list of lists of sites") {
                groups.append(try item.names(expected: "names of sites"))
            }
            self.groups = groups
        }
    }

    /// How the sites stand around a ring.
    enum RingChoice: String, CaseIterable {
        case best
        case given
    }
}
