import Orbits

/// Where a shell's satellites stand among those of a mesh, plane-major from one first index.
public struct ShellLayout: Sendable, Hashable {
    /// Index of slot 0 of plane 0.
    public var firstSatellite: Int

    /// Number of planes.
    public var planes: Int

    /// Number of slots in each plane.
    public var slots: Int

    /// What to add to a slot of the last plane to reach its neighbour in plane 0.
    public var seamShiftSlots: Int

    /// Whether plane 0 and the last plane are neighbours that fly the same way.
    public var isFullCircle: Bool

    /// Creates a layout from its numbers.
    public init(
        firstSatellite: Int, planes: Int, slots: Int, seamShiftSlots: Int = 0,
        isFullCircle: Bool = true
    ) {
        precondition(firstSatellite >= 0 && planes >= 1 && slots >= 1)
        self.firstSatellite = firstSatellite
        self.planes = planes
        self.slots = slots
        self.seamShiftSlots = seamShiftSlots
        self.isFullCircle = isFullCircle
    }

    /// The layouts of shells whose satellites follow one another.
    public static func layouts(of shells: [Shell]) -> [ShellLayout] {
        var first = 0
        return shells.map { shell in
            defer { first += shell.satelliteCount }
            return ShellLayout(
                firstSatellite: first, planes: shell.planes, slots: shell.slots,
                seamShiftSlots: shell.seamShiftSlots, isFullCircle: shell.isFullCircle)
        }
    }

    /// The index of a satellite; plane and slot wrap around.
    @inlinable
    public func satellite(plane: Int, slot: Int) -> Int {
        let p = plane % planes
        let s = slot % slots
        return firstSatellite + (p < 0 ? p + planes : p) * slots + (s < 0 ? s + slots : s)
    }
}
