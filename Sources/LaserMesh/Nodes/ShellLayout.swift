import Orbits

/// Where a shell's satellites stand among those of a mesh: the satellite of each plane and slot.
///
/// A regular shell has them plane-major from one first index on. Of real satellites the places are
/// listed, and some are empty: a slot whose satellite has failed or was never launched.
public struct ShellLayout: Sendable, Hashable {
    private enum Places: Sendable, Hashable {
        case planeMajor(first: Int)
        /// The satellites plane-major, a negative number for an empty place.
        case listed([Int32])
    }

    /// Number of planes.
    public let planes: Int

    /// Number of slots in each plane, empty ones included.
    public let slots: Int

    /// What to add to a slot of the last plane to reach its neighbour in plane 0.
    public var seamShiftSlots: Int

    /// Whether plane 0 and the last plane are neighbours that fly the same way.
    public var isFullCircle: Bool

    private let places: Places

    /// Creates the layout of a full shell from its numbers; slot 0 of plane 0 has the first index.
    public init(
        firstSatellite: Int, planes: Int, slots: Int, seamShiftSlots: Int = 0,
        isFullCircle: Bool = true
    ) {
        precondition(firstSatellite >= 0 && planes >= 1 && slots >= 1)
        places = .planeMajor(first: firstSatellite)
        self.planes = planes
        self.slots = slots
        self.seamShiftSlots = seamShiftSlots
        self.isFullCircle = isFullCircle
    }

    /// Creates the layout of listed satellites.
    ///
    /// - Parameters:
    ///   - satellites: The satellites plane by plane and slot by slot, `nil` where there is none;
    ///     all planes have the same number of slots, and none has a satellite twice.
    ///   - seamShiftSlots: What to add to a slot of the last plane to reach its neighbour in plane 0.
    ///   - isFullCircle: Whether plane 0 and the last plane are neighbours that fly the same way.
    public init(satellites: [[Int?]], seamShiftSlots: Int = 0, isFullCircle: Bool = true) {
        let slots = satellites.first?.count ?? 0
        precondition(slots >= 1 && satellites.allSatisfy { $0.count == slots })
        planes = satellites.count
        self.slots = slots
        self.seamShiftSlots = seamShiftSlots
        self.isFullCircle = isFullCircle
        places = .listed(
            satellites.flatMap { plane in
                plane.map { satellite in
                    precondition((satellite ?? 0) >= 0, "satellites are counted from 0")
                    return Int32(truncatingIfNeeded: satellite ?? -1)
                }
            })
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

    /// The index of a satellite, `nil` for an empty place; plane and slot wrap around.
    @inlinable
    public func satellite(plane: Int, slot: Int) -> Int? {
        let p = plane % planes
        let s = slot % slots
        return satellite(atPlace: (p < 0 ? p + planes : p) * slots + (s < 0 ? s + slots : s))
    }

    /// The index of the satellite at a place, counted plane-major; `nil` for an empty one.
    @usableFromInline
    func satellite(atPlace place: Int) -> Int? {
        switch places {
        case .planeMajor(let first): first + place
        case .listed(let satellites): satellites[place] < 0 ? nil : Int(satellites[place])
        }
    }

    /// The satellites of the shell with their places, plane by plane and slot by slot.
    public var satellites: [(satellite: Int, plane: Int, slot: Int)] {
        (0..<planes * slots).compactMap { place in
            satellite(atPlace: place).map { ($0, place / slots, place % slots) }
        }
    }

    /// The satellite across a step to another plane and slot; `nil` where there is none.
    ///
    /// The step wraps around, and where it crosses the seam between the last plane and plane 0 the
    /// shift of the phasing is added, once for each crossing, so that it leads to where it would lead
    /// inside of the shell.
    public func satellite(
        fromPlane plane: Int, slot: Int, planesOn: Int, slotsOn: Int
    ) -> Int? {
        let target = plane + planesOn
        let turns = target >= 0 ? target / planes : (target + 1) / planes - 1
        return satellite(plane: target, slot: slot + slotsOn + turns * seamShiftSlots)
    }
}
