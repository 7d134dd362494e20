/// A step from a satellite to another one of its shell: so many planes and so many slots on.
public struct MotifOffset: Sendable, Hashable {
    /// Planes on.
    public var planes: Int

    /// Slots on, counted in the slots of the other plane.
    public var slots: Int

    /// Creates the step.
    public init(planes: Int, slots: Int) {
        self.planes = planes
        self.slots = slots
    }
}
