/// The `jurisdiction` of a scenario, or one of its `compare.country_sets`: where packets may not be, and
/// where they must have been.
///
/// Four predicates that are not the same: a ground station under a law, a satellite over a country, a
/// landing in it and a computation in it.
public struct JurisdictionKeys: Sendable {
    /// A country or a station by its name, and where it stands.
    public struct Word: Sendable {
        /// The name.
        public var text: String

        /// Where it stands.
        public var place: ScenarioPlace
    }

    /// Name of the set; empty for the scenario's own.
    public var name = ""

    /// The outlines of countries, in GeoJSON; `nil` for those of the data sets.
    public var bordersFile: String?

    /// Countries whose ground stations carry no packet.
    public var noGroundIn: [Word] = []

    /// Countries over which no satellite carries a packet.
    public var notOver: [Word] = []

    /// A route must pass a ground station in one of these countries.
    public var mustLandIn: [Word] = []

    /// A route must pass one of ``computeAt`` in one of these countries.
    public var mustComputeIn: [Word] = []

    /// The ground stations that compute; empty for all.
    public var computeAt: [Word] = []

    /// Where it stands.
    public var place: ScenarioPlace?

    static let keys = [
        "borders", "no_ground_in", "not_over", "must_land_in", "must_compute_in", "compute_at",
    ]

    /// Whether nothing is asked for.
    public var isEmpty: Bool {
        noGroundIn.isEmpty && notOver.isEmpty && mustLandIn.isEmpty && mustComputeIn.isEmpty
    }

    /// Nothing is asked for.
    init() {}

    /// The keys of a scenario.
    init(_ value: YAMLValue?) throws(ScenarioError) {
        guard let value else {
            self.init()
            return
        }
        try self.init(value, value.mapping(Self.keys))
    }

    private init(_ value: YAMLValue, _ map: YAMLMapping) throws(ScenarioError) {
        place = value.place
        bordersFile = try map["borders"]?.text(expected: "a GeoJSON file")
        noGroundIn = try Self.words(map["no_ground_in"])
        notOver = try Self.words(map["not_over"])
        mustLandIn = try Self.words(map["must_land_in"])
        mustComputeIn = try Self.words(map["must_compute_in"])
        computeAt = try Self.words(map["compute_at"], of: "stations such as [Frankfurt, Paris]")
        if mustComputeIn.isEmpty, let value = map["compute_at"] {
            throw value.wrong(expected: "this key beside 'must_compute_in' only")
        }
    }

    /// The `country_sets` of a comparison, all with names of their own.
    static func sets(_ value: YAMLValue?) throws(ScenarioError) -> [JurisdictionKeys] {
        var sets: [JurisdictionKeys] = []
        for item in try value?.items(expected: "a list of sets with their names") ?? [] {
            let map = try item.mapping(["name"] + keys)
            var set = try JurisdictionKeys(item, map)
            set.name = try map.required("name", expected: "the name of the set").text()
            guard !set.isEmpty else {
                throw .missingKey(
                    place: item.place, key: "no_ground_in",
                    expected: "at least one of no_ground_in, not_over, must_land_in and "
                        + "must_compute_in")
            }
            guard !sets.contains(where: { $0.name == set.name }) else {
                throw .wrongValue(
                    place: item.place, found: "a second set '\(set.name)'",
                    expected: "a name of its own for each set")
            }
            sets.append(set)
        }
        return sets
    }

    private static func words(
        _ value: YAMLValue?, of things: String = "countries such as [DE, FR]"
    ) throws(ScenarioError) -> [Word] {
        var words: [Word] = []
        for item in try value?.items(expected: "a list of \(things)") ?? [] {
            words.append(Word(text: try item.text(), place: item.place))
        }
        if let value, words.isEmpty { throw value.wrong(expected: "at least one of \(things)") }
        return words
    }
}
