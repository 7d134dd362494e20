/// The `costs` of a scenario: declared unit costs, and what they are multiplied with.
public struct CostKeys: Sendable {
    /// A table of unit costs; `nil` for that of the data sets.
    public var file: String?

    /// The part of what the constellation costs that the data centres bear.
    public var constellationShare: Double

    /// Gateways that the mesh needs.
    public var gateways: Double

    /// Requests that a processor serves at once.
    public var serversPerProcessor: Double

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping([
            "file", "constellation_share", "gateways", "servers_per_processor",
        ])
        file = try map["file"]?.text(expected: "a table of unit costs")
        constellationShare =
            try map["constellation_share"]?.number("a share", in: 0...1) ?? 0.01
        gateways = try map["gateways"]?.number("gateways", in: 0...1e6) ?? 100
        serversPerProcessor =
            try map["servers_per_processor"]?.positive("requests at once", upTo: 1e9) ?? 8
    }
}
