/// How the slots of a plane are shifted along the orbit against those of its neighbour.
public enum Phasing: Sendable, Hashable {
    /// Walker's F in 0..<planes: every plane is F/planes of a slot ahead of the one before, so that
    /// the pattern closes after one turn, F slots on.
    ///
    /// - Note: J. G. Walker, "Satellite constellations", Journal of the British Interplanetary
    ///   Society 37 (1984) 559.
    case walker(Int)

    /// Odd planes are half a slot ahead, even planes are not. This is no Walker pattern.
    ///
    /// - Note: Kassing et al., "Exploring the Internet from space with Hypatia", IMC 2020,
    ///   DOI 10.1145/3419394.3423635.
    case halfSlot

    /// Every plane is this fraction of a slot ahead of the one before, whether or not it closes.
    case slotFraction(Double)

    /// How far a plane's slots are ahead of those of plane 0 [slots].
    func offsetSlots(plane: Int, of planes: Int) -> Double {
        switch self {
        case .walker(let f): Double(plane * f) / Double(planes)
        case .halfSlot: plane % 2 == 0 ? 0 : 0.5
        case .slotFraction(let fraction): Double(plane) * fraction
        }
    }
}
