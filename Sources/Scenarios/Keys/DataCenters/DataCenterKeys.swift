/// What a scenario says of data centres, in keys at its top.
public struct DataCenterKeys: Sendable {
    /// The data centres, group by group.
    public var sites: [SiteKeys]

    /// What sites do with each other's data; `nil` for nothing.
    public var collectives: CollectiveKeys?

    /// Models that sites train together; `nil` for none.
    public var training: TrainingKeys?

    /// Bytes that have to be somewhere; `nil` for none.
    public var shipping: ShippingKeys?

    /// Users, and what answers them; `nil` for none.
    public var serving: ServingKeys?

    /// How many sites to build; `nil` where that is not asked.
    public var placement: PlacementKeys?

    /// Declared unit costs; `nil` where nothing is reckoned.
    public var costs: CostKeys?

    /// What links take for a bit.
    public var energy: EnergyKeys

    /// The keys at the top of a scenario.
    static let keys = [
        "sites", "collectives", "training", "shipping", "serving", "placement", "costs", "energy",
    ]

    init(_ map: YAMLMapping) throws(ScenarioError) {
        sites = try SiteKeys.groups(map["sites"])
        if let value = map["collectives"] { collectives = try CollectiveKeys(value) }
        if let value = map["training"] { training = try TrainingKeys(value) }
        if let value = map["shipping"] { shipping = try ShippingKeys(value) }
        if let value = map["serving"] { serving = try ServingKeys(value) }
        if let value = map["placement"] { placement = try PlacementKeys(value) }
        if let value = map["costs"] { costs = try CostKeys(value) }
        energy = try EnergyKeys(map["energy"])
    }
}
