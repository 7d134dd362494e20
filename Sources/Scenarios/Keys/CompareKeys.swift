/// The `compare` of a scenario: what the mesh is compared with.
public struct CompareKeys: Sendable {
    /// A set of measured round-trip times.
    public struct Measured: Sendable {
        /// Whose they are.
        public var name: String

        /// A table `source,destination,rtt_ms`.
        public var file: String

        /// Where it stands.
        public var place: ScenarioPlace
    }

    /// A network of the user's own.
    public struct Network: Sendable {
        /// A table of cables, or a graph in GraphML by its suffix `.graphml`.
        public var file: String

        /// Length over the great circle, where a graph has no lengths.
        public var stretch: Double
    }

    /// The table of cables; `nil` for that of the data sets.
    public var cablesFile: String?

    /// Whether cables count whose length nobody saw in print.
    public var includesUnverified: Bool

    /// The table of corridors over land; `nil` for that of the data sets.
    public var corridorsFile: String?

    /// Whether corridors count that no cloud provider is known to use.
    public var includesUnused: Bool

    /// Cables without which the calibration is made once more.
    public var calibratedWithout: [String]

    /// Networks beside those cables.
    public var networks: [Network]

    /// Ground stations of the hybrid alone, by which packets may land and rise.
    public var gateways: GroundKeys.Stations

    /// Measured round-trip times.
    public var measured: [Measured]

    /// The outlines of countries, in GeoJSON; `nil` for those of the data sets.
    public var bordersFile: String?

    /// How light goes through fibre, apart from the index and stretch of `fibre`; `nil` for the fitted
    /// defaults.
    public var cableSlack: Double?

    /// Length of fibre over the great circle on land.
    public var landStretch: Double?

    /// Length of fibre over that of the road or railway of a corridor.
    public var corridorSlack: Double?

    /// One-way delay of each cable that is used [ms].
    public var landingDelayMs: Double?

    /// Round-trip time that every pair has beside that of its way [ms].
    public var fixedMs: Double?

    /// Sets of countries whose price is asked for.
    public var countrySets: [JurisdictionKeys]

    init(_ value: YAMLValue?) throws(ScenarioError) {
        let map = try value?.mapping([
            "cables", "unverified", "corridors", "unused", "without", "networks", "gateways",
            "measured", "borders", "cable_slack",
            "land_stretch", "corridor_slack", "landing_delay_ms", "fixed_ms", "country_sets",
        ])
        countrySets = try JurisdictionKeys.sets(map?["country_sets"])
        cablesFile = try map?["cables"]?.text(expected: "a table of cables")
        includesUnverified = try map?["unverified"]?.bool() ?? false
        corridorsFile = try map?["corridors"]?.text(expected: "a table of corridors")
        includesUnused = try map?["unused"]?.bool() ?? false
        calibratedWithout = try map?["without"]?.names(expected: "names of cables") ?? []
        bordersFile = try map?["borders"]?.text(expected: "a GeoJSON file")
        cableSlack = try map?["cable_slack"]?.number("light over cable", in: 1...3)
        landStretch = try map?["land_stretch"]?.number("fibre over great circle", in: 1...10)
        corridorSlack = try map?["corridor_slack"]?.number("fibre over road", in: 1...10)
        landingDelayMs = try map?["landing_delay_ms"]?.number("milliseconds", in: 0...100)
        fixedMs = try map?["fixed_ms"]?.number("milliseconds", in: 0...1_000)
        gateways = .none
        if let value = map?["gateways"] { gateways = try GroundKeys.stations(value) }
        networks = []
        for item in try map?["networks"]?.items(expected: "a list of { file, stretch }") ?? [] {
            let keys = try item.mapping(["file", "stretch"])
            networks.append(
                Network(
                    file: try keys.required("file", expected: "a file").text(),
                    stretch: try keys["stretch"]?.number("cable over great circle", in: 1...10)
                        ?? 1.2))
        }
        measured = []
        for item in try map?["measured"]?.items(expected: "a list of { name, file }") ?? [] {
            let keys = try item.mapping(["name", "file"])
            let file = try keys.required("file", expected: "a table").text()
            measured.append(
                Measured(name: try keys["name"]?.text() ?? file, file: file, place: item.place))
        }
    }
}
