/// What carries a link.
public enum LinkKind: UInt8, Sendable, CaseIterable, CustomStringConvertible {
    /// Light through vacuum, satellite to satellite.
    case laser

    /// Radio, ground station to satellite.
    case radio

    /// Fibre, ground to ground.
    case fibre

    /// The word that stands in tables.
    public var description: String {
        switch self {
        case .laser: "laser"
        case .radio: "radio"
        case .fibre: "fibre"
        }
    }
}
