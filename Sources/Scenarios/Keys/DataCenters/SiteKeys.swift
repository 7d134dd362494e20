/// A group of the `sites` of a scenario: data centres of one kind and size.
public struct SiteKeys: Sendable {
    /// Where a data centre is.
    public enum Kind: String, Sendable, CaseIterable {
        /// A region of a provider on the ground.
        case region

        /// On the ground near users, such as at a gateway.
        case edge

        /// On a satellite, or on several that fly together.
        case orbit
    }

    /// Which places or satellites they are.
    public enum Source: Sendable {
        /// Places of their own; of these the ones with some names, `nil` for all.
        case places(GroundKeys.Stations, only: [String]?)

        /// Ground stations of the scenario by name; `nil` for all.
        case stations([String]?)

        /// Satellites by name; `nil` for all.
        case satellites([String]?)

        /// Every so many-th satellite, from the first one on.
        case everySatellite(Int)
    }

    /// Where they are.
    public var kind: Kind

    /// Which places or satellites they are.
    public var source: Source

    /// Satellites that fly together as one site; what a site has is that of each of them times this.
    public var cluster: Int

    /// What a site computes [PFLOP/s].
    public var computePflops: Double

    /// What it takes at full load [kW].
    public var powerKW: Double

    /// What it can store [TB].
    public var storageTB: Double

    /// Requests that it serves at once.
    public var servers: Int

    /// What it sends, and receives, over the mesh in all [Gbit/s].
    public var meshGbps: Double

    /// What it sends, and receives, over fibre [Gbit/s]; none in orbit.
    public var fibreGbps: Double

    /// Where the group stands.
    public var place: ScenarioPlace

    static let keys = [
        "kind", "places", "only", "stations", "satellites", "cluster", "compute_pflops",
        "power_kw", "storage_tb", "servers", "mesh_gbps", "fibre_gbps",
    ]

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping(Self.keys)
        place = value.place
        kind = try map.required("kind", expected: "region, edge or orbit").choice()
        if let only = map["only"], map["places"] == nil {
            throw only.wrong(expected: "'only' beside 'places', of which it takes some")
        }
        if kind == .orbit {
            for key in ["places", "stations", "fibre_gbps"] {
                if let value = map[key] {
                    throw value.wrong(expected: "no \(key) of a site in orbit, but satellites")
                }
            }
            source = try Self.satellites(
                map.required("satellites", expected: "all, a list of names, or { every: 8 }"))
        } else if let satellites = map["satellites"] {
            throw satellites.wrong(expected: "satellites of sites of the kind orbit only")
        } else {
            let value = try map.exactlyOne(of: ["places", "stations"])
            if map["stations"] != nil {
                source = .stations(try Self.all(value))
            } else {
                source = .places(
                    try GroundKeys.stations(value),
                    only: try map["only"]?.names(expected: "names of places"))
            }
        }
        cluster = try map["cluster"]?.integer("satellites", in: 1...1_000_000) ?? 1
        computePflops = try map["compute_pflops"]?.positive("PFLOP/s", upTo: 1e12) ?? 100
        powerKW = try map["power_kw"]?.positive("kW", upTo: 1e12) ?? 100
        storageTB = try map["storage_tb"]?.positive("TB", upTo: 1e12) ?? 1_000
        servers = try map["servers"]?.integer("requests at once", in: 1...1_000_000) ?? 64
        meshGbps = try map["mesh_gbps"]?.positive("Gbit/s", upTo: 1e9) ?? .infinity
        fibreGbps = try map["fibre_gbps"]?.positive("Gbit/s", upTo: 1e9) ?? 100
    }

    /// Reads the groups.
    static func groups(_ value: YAMLValue?) throws(ScenarioError) -> [SiteKeys] {
        var groups: [SiteKeys] = []
        for item in try value?.items(expected: "a list of { kind: region, ... }") ?? [] {
            groups.append(try SiteKeys(item))
        }
        return groups
    }

    private static func all(_ value: YAMLValue) throws(ScenarioError) -> [String]? {
        let names = try value.names(expected: "all, or a list of names")
        return names == ["all"] ? nil : names
    }

    private static func satellites(_ value: YAMLValue) throws(ScenarioError) -> Source {
        if case .mapping = value.node {
            let step = try value.mapping(["every"])
                .required("every", expected: "a number of satellites")
            return .everySatellite(try step.integer("satellites", in: 1...10_000_000))
        }
        return .satellites(try all(value))
    }
}
