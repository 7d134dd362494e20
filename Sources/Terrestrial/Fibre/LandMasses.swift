/// Countries between which fibre goes over land, or through short crossings that no table lists.
public struct LandMasses: Sendable, Hashable {
    /// Groups of countries by their two-letter codes; each country in one group at most.
    public let groups: [[String]]

    private let groupOf: [String: Int]

    /// Creates groups.
    public init(_ groups: [[String]]) {
        self.groups = groups
        var groupOf: [String: Int] = [:]
        for (index, group) in groups.enumerated() {
            for country in group { groupOf[country] = index }
        }
        self.groupOf = groupOf
    }

    /// Europe with Great Britain and Turkey, North America, China, the south-east of Asia, the Gulf,
    /// Argentina with Uruguay, and the south of Africa.
    ///
    /// Nothing leads overland from Europe to Asia or from Israel to its neighbours, Africa is not crossed,
    /// and no great circle leads over the Andes or through the Amazon, but corridors do: what there is
    /// beside does not carry the traffic of cloud providers. That is knowledge of the networks, not of the map.
    public static let standard = LandMasses(
        [
            "AD AL AT BA BE BG BY CH CZ DE DK EE ES FI FR GB GR HR HU IT LI LT LU LV MC MD ME MK NL"
                + " NO PL PT RO RS SE SI SK SM TR UA XK",
            "CA MX US", "AR UY", "CN HK MO",
            "KH LA MM MY SG TH VN",
            "AE BH KW OM QA SA", "BW MZ NA ZA ZW",
        ].map { $0.split(separator: " ").map(String.init) })

    /// Whether fibre goes over land from one country to another.
    public func join(_ one: String, _ other: String) -> Bool {
        if one.isEmpty || other.isEmpty { return false }
        if one == other { return true }
        guard let group = groupOf[one] else { return false }
        return group == groupOf[other]
    }
}
