/// Why a satellite is in no shell of a ``Placement``.
public enum UnplacedReason: Sendable, Hashable {
    /// The element set is older than the placement accepts.
    case oldElements

    /// Too few others share its height and inclination: it is raised, lowered, or a stray.
    case aloneAtItsHeight

    /// It shares height and inclination with others that keep no common planes and slots, such as
    /// satellites that wait in a lower orbit until their plane comes by.
    case noCommonSlots

    /// It is too far from any plane of its shell.
    case betweenPlanes

    /// It is too far from any slot of its plane.
    case betweenSlots

    /// Others stand in its slot already.
    case slotTaken

    /// The elements describe no orbit.
    case badElements(SGP4Error)
}

extension UnplacedReason: CustomStringConvertible {
    /// The reason in a few words.
    public var description: String {
        switch self {
        case .oldElements: "its elements are too old"
        case .aloneAtItsHeight: "few others share its height and inclination"
        case .noCommonSlots: "the satellites at its height keep no common planes and slots"
        case .betweenPlanes: "between two planes"
        case .betweenSlots: "between two slots"
        case .slotTaken: "its slot is taken"
        case .badElements(let error): error.message
        }
    }
}
