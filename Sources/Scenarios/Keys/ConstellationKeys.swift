import Orbits

/// The `constellation` of a scenario.
public struct ConstellationKeys: Sendable {
    /// Where the satellites come from.
    public enum Source: Sendable {
        /// Shells that stand in the scenario.
        case shells([ShellKeys])

        /// A design by its name in `Datasets/constellations` or by its file; of its shells those
        /// that are named, or all.
        case preset(name: String, only: [String]?, place: ScenarioPlace)

        /// Element sets of real satellites.
        case elements(ElementKeys)

        /// Positions that a table gives.
        case positions(PositionKeys)
    }

    /// The theory that moves them.
    public var propagator: PropagatorKind

    /// Its gravity model.
    public var gravity: GravityModel

    /// Where they come from.
    public var source: Source

    /// Accepts TLE lines whose checksum is wrong, wherever element sets come from a file.
    public mutating func allowBadChecksums() {
        guard case .elements(var keys) = source else { return }
        keys.allowsBadChecksum = true
        source = .elements(keys)
    }

    static let sources = ["shells", "preset", "elements", "positions"]

    init(_ value: YAMLValue) throws(ScenarioError) {
        let map = try value.mapping(["propagator", "gravity", "only"] + Self.sources)
        propagator = try map["propagator"]?.choice() ?? .sgp4
        gravity = try map["gravity"]?.choice() ?? .wgs72
        let chosen = try map.exactlyOne(of: Self.sources)
        if map["elements"] != nil {
            source = .elements(try ElementKeys(chosen))
        } else if map["positions"] != nil {
            source = .positions(try PositionKeys(chosen))
            if let theory = map["propagator"] ?? map["gravity"] {
                throw theory.wrong(expected: "no theory beside positions that are given")
            }
        } else if map["shells"] != nil {
            source = .shells(try ShellKeys.list(chosen))
        } else {
            var only: [String]?
            if let names = map["only"] {
                only = []
                for item in try names.items(expected: "a list of shell names") {
                    only?.append(try item.text(expected: "the name of a shell"))
                }
            }
            source = .preset(name: try chosen.text(), only: only, place: chosen.place)
        }
        if let only = map["only"], map["preset"] == nil {
            throw only.wrong(expected: "this key beside a preset only")
        }
    }
}
