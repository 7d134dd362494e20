import LaserMesh

/// The `energy` of a scenario: what links take for a bit, as declared figures.
///
/// Nothing solid is published of any of them, so that none has a default.
public struct EnergyKeys: Sendable {
    /// For each kind of link [J/bit].
    public var joulePerBit: [LinkKind: Double] = [:]

    init(_ value: YAMLValue?) throws(ScenarioError) {
        let keys: [(String, LinkKind)] = [
            ("laser_pj_per_bit", .laser), ("radio_pj_per_bit", .radio),
            ("fibre_pj_per_bit", .fibre),
        ]
        guard let map = try value?.mapping(keys.map(\.0)) else { return }
        for (key, kind) in keys {
            if let value = map[key] {
                joulePerBit[kind] = 1e-12 * (try value.number("pJ", in: 0...1e15))
            }
        }
    }
}
