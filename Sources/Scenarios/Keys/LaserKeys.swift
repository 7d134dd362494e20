import LaserMesh

/// The `lasers` of a scenario.
public struct LaserKeys: Sendable {
    /// The topologies by their names in a scenario.
    public enum TopologyName: String, Sendable, CaseIterable {
        /// No lasers.
        case none
        /// Along each plane.
        case ring
        /// Along each plane and to the neighbouring planes.
        case plusGrid = "plus-grid"
        /// To the nearest satellites with a terminal free.
        case nearest
        /// The same steps from every satellite.
        case motif
        /// Along each plane, to the neighbouring planes, and one across to the other mesh.
        case fiveLaser = "five-laser"
        /// Matchings by time in view and demand.
        case dynamic
        /// As a file lists them.
        case file
    }

    /// The topology; `nil` for +Grid in designs and the nearest satellites among real ones.
    public var topology: TopologyName?

    /// Where the topology is named.
    public var place: ScenarioPlace?

    /// The file of a topology `file`, relative to the scenario's.
    public var file: String?

    /// Lasers on each satellite.
    public var terminals: Int

    /// The longest link [km].
    public var maxRangeKm: Double

    /// The height that no point of a link may be below [km].
    public var grazingAltitudeKm: Double

    /// What +Grid adds to the slot when going to the next plane.
    public var slotShift: Int

    /// Whether +Grid joins the last plane with the first.
    public var seam: Seam

    /// What the terminals can do, where a plan over the window must settle it.
    public var planning: TerminalKeys

    /// The longest link across the two meshes of `five-laser` [km].
    public var maxCrossingKm: Double

    /// Terminals of each satellite for other shells.
    public var shellTerminals: Int

    /// The longest link between shells [km].
    public var maxShellRangeKm: Double

    /// The steps of a motif.
    public var motif: MotifKeys

    /// What counts in a dynamic topology.
    public var matching: MatchingRules

    init(_ value: YAMLValue?) throws(ScenarioError) {
        let map = try value?.mapping(
            [
                "topology", "file", "terminals", "max_range_km", "grazing_altitude_km",
                "slot_shift", "seam", "max_crossing_km", "shell_terminals", "max_shell_range_km",
            ] + MotifKeys.keys + MatchingKeys.keys + TerminalKeys.keys)
        topology = try map?["topology"]?.choice()
        place = map?["topology"]?.place ?? value?.place
        file = try map?["file"]?.text()
        terminals = try map?["terminals"]?.integer("lasers", in: 0...64) ?? 4
        maxRangeKm = try map?["max_range_km"]?.positive("kilometres", upTo: 1_000_000) ?? .infinity
        grazingAltitudeKm =
            try map?["grazing_altitude_km"]?.number("kilometres", in: -6_000...100_000) ?? 80
        slotShift = try map?["slot_shift"]?.integer("slots", in: -100_000...100_000) ?? 0
        seam = try map?["seam"]?.choice() ?? .automatic
        maxCrossingKm =
            try map?["max_crossing_km"]?.positive("kilometres", upTo: 1_000_000) ?? .infinity
        shellTerminals = try map?["shell_terminals"]?.integer("lasers", in: 0...64) ?? 0
        maxShellRangeKm =
            try map?["max_shell_range_km"]?.positive("kilometres", upTo: 1_000_000) ?? .infinity
        if let range = map?["max_crossing_km"], topology != .fiveLaser {
            throw range.wrong(expected: "this key beside 'topology: five-laser' only")
        }
        if let range = map?["max_shell_range_km"], shellTerminals == 0 {
            throw range.wrong(expected: "this key beside shell_terminals above 0 only")
        }
        motif = try MotifKeys(map)
        try motif.check(in: map, isMotif: topology == .motif)
        matching = try MatchingKeys.rules(map, isDynamic: topology == .dynamic)
        if let value = map?["shell_terminals"], topology == .dynamic, shellTerminals > 0 {
            throw value.wrong(
                expected: "0 beside 'topology: dynamic', which joins satellites of all shells")
        }
        let isCounted = topology != .nearest && map?["terminals"] != nil
        planning = try TerminalKeys(
            map, counted: isCounted ? terminals : nil,
            decisionStepS: topology == .dynamic ? MatchingKeys.decisionStepS : 1)
        if topology == .file, file == nil {
            throw .missingKey(
                place: map?.place ?? ScenarioPlace(file: "", line: nil, path: "lasers"),
                key: "file", expected: "a file with the header a,b")
        }
        if let file = map?["file"], topology != .file {
            throw file.wrong(expected: "this key beside 'topology: file' only")
        }
    }
}
