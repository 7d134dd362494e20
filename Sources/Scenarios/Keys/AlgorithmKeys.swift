import Routing

/// What the `routing` of a scenario says about the kind of routes.
public struct AlgorithmKeys: Sendable {
    /// The kind of routes.
    public var name: AlgorithmName

    /// How many routes, or at most how many.
    public var count: Int

    /// What disjoint routes may not share.
    public var parts: DisjointRoutes.Parts

    /// How disjoint routes are chosen.
    public var method: DisjointRoutes.Method

    /// What a route may not pass.
    public var avoid: [ConstraintKey]

    /// What it must pass.
    public var require: [ConstraintKey]

    /// Regions that the two name.
    public var regions: [RegionKeys]

    /// The greatest cost over that of the best route.
    public var stretch: Double

    /// How old the topology is on which routers act [s].
    public var delayS: Double

    /// Whether routers know their own links as they are now.
    public var knowsOwnLinks: Bool

    /// Each key of this type, and the algorithms that it goes with.
    static let owners: [(key: String, algorithms: [AlgorithmName])] = [
        ("k", [.kShortest, .disjoint, .multipath]), ("of", [.disjoint]), ("by", [.disjoint]),
        ("avoid", [.constrained]), ("require", [.constrained]), ("regions", [.constrained]),
        ("stretch", [.multipath]), ("delay_s", [.linkState]), ("knows_own_links", [.linkState]),
    ]

    /// All keys of this type.
    static let keys = ["algorithm"] + owners.map(\.key)

    /// The keys of a `routing`, or `nil` where it names no algorithm.
    init?(_ map: YAMLMapping) throws(ScenarioError) {
        let name: AlgorithmName? = try map["algorithm"]?.choice()
        for (key, algorithms) in Self.owners {
            guard let value = map[key] else { continue }
            guard let name, algorithms.contains(name) else {
                let words = algorithms.map(\.rawValue).joined(separator: ", ")
                throw value.wrong(expected: "this key beside 'algorithm: \(words)' only")
            }
        }
        guard let name else { return nil }
        self.name = name
        let usual = name == .disjoint ? 2 : name == .multipath ? 100 : 8
        count = try map["k"]?.integer("routes", in: 1...10_000) ?? usual
        parts = try map["of"]?.choice() ?? .links
        method = try map["by"]?.choice() ?? .total
        stretch = try map["stretch"]?.number("times the best", in: 1...100) ?? 1.2
        delayS = try map["delay_s"]?.number("seconds", in: 0...86_400) ?? 15
        knowsOwnLinks = try map["knows_own_links"]?.bool() ?? false
        regions = try RegionKeys.list(map["regions"])
        avoid = try ConstraintKey.list(map["avoid"])
        require = try ConstraintKey.list(map["require"])
        if name == .constrained, avoid.isEmpty, require.isEmpty {
            throw .missingKey(
                place: map.place, key: "avoid", expected: "things to avoid, or to require")
        }
        if require.count > RouteConstraints.mostRequired, let value = map["require"] {
            throw value.wrong(expected: "at most \(RouteConstraints.mostRequired) of them")
        }
    }
}
