/// Where the states of a batch stand in its planes.
///
/// The state of satellite s at the instant i, both counted from zero, is the element
///
/// ```
/// offset + s · satelliteStride + i · instantStride
/// ```
///
/// of each plane, and no two states may share an element. The two forms in which one stride is 1 are
/// the fast ones, ``satelliteMajor(instants:)`` the faster for many instants.
public struct EphemerisLayout: Sendable, Hashable {
    /// The element of the first satellite at the first instant.
    public var offset: Int

    /// From one satellite to the next.
    public var satelliteStride: Int

    /// From one instant to the next.
    public var instantStride: Int

    /// Creates a layout; elements that it does not name are left as they are.
    public init(offset: Int = 0, satelliteStride: Int, instantStride: Int) {
        precondition(offset >= 0 && satelliteStride > 0 && instantStride > 0)
        self.offset = offset
        self.satelliteStride = satelliteStride
        self.instantStride = instantStride
    }

    /// All instants of one satellite after another.
    public static func satelliteMajor(instants: Int) -> EphemerisLayout {
        EphemerisLayout(satelliteStride: max(instants, 1), instantStride: 1)
    }

    /// All satellites of one instant after another.
    public static func timeMajor(satellites: Int) -> EphemerisLayout {
        EphemerisLayout(satelliteStride: 1, instantStride: max(satellites, 1))
    }

    /// The number of elements that a plane must have.
    public func planeCount(satellites: Int, instants: Int) -> Int {
        guard satellites > 0, instants > 0 else { return 0 }
        return offset + (satellites - 1) * satelliteStride + (instants - 1) * instantStride + 1
    }
}
