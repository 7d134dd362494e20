/// A plane of real satellites.
public struct PlacedPlane: Sendable, Hashable {
    /// Number of the plane, which grows with the right ascension from plane 0 on; numbers between
    /// which no plane is occupied are missing.
    public let number: Int

    /// Right ascension of the ascending node at the placement's epoch [rad].
    public let raanRad: Double

    /// Mean argument of latitude of slot 0 at the placement's epoch [rad].
    public let phaseRad: Double

    /// For each slot, from 0 in the sense of flight, the place of its satellite in the list that was
    /// placed, or `nil` for an empty slot.
    public let satellites: [Int?]
}
