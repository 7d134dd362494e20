import Orbits

/// What the handle of a constellation names.
final class ConstellationObject: HandleObject {
    static let kind: StaticString = "constellation"

    let constellation: Constellation

    /// The shells of designs; none of element sets.
    let shells: [Shell]

    let gravity: GravityModel

    init(
        _ elements: [ElementSet], shells: [Shell], propagator: PropagatorKind,
        gravity: GravityModel
    ) {
        constellation = Constellation(elements, propagator: propagator, gravity: gravity)
        self.shells = shells
        self.gravity = gravity
    }

    /// The name of a satellite; its catalogue number where it has none.
    func name(of satellite: Int) -> String {
        let set = constellation.elements[satellite]
        return set.name.isEmpty ? "\(set.catalogNumber.rawValue)" : set.name
    }
}
