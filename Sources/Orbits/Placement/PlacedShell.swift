/// A shell of real satellites: planes that keep their places against each other.
public struct PlacedShell: Sendable, Hashable {
    /// Inclination in degrees and height in kilometres, both rounded, such as `53-550`.
    public let name: String

    /// Mean inclination [rad].
    public let inclinationRad: Double

    /// Median of the semi-major axes less the Earth's radius [km].
    public let heightKm: Double

    /// The occupied planes by ascending number.
    public let planes: [PlacedPlane]

    /// The number of the plane positions around the equator, occupied or not.
    public let planePositions: Int

    /// Whether the planes go all the way round, so that the last one is a neighbour of the first.
    public let isFullCircle: Bool

    /// The planes in the order of their right ascension, from the one after the widest gap on.
    public var planesFromSeam: [PlacedPlane] {
        let sorted = planes.sorted { ($0.raanRad, $0.number) < ($1.raanRad, $1.number) }
        guard let last = sorted.last else { return [] }
        var before = last.raanRad - 2 * .pi
        var widest = -1.0
        var first = 0
        for (index, plane) in sorted.enumerated() {
            // By more than rounding, so that of equal gaps the same one counts every time.
            if plane.raanRad - before > widest + 1e-6 {
                widest = plane.raanRad - before
                first = index
            }
            before = plane.raanRad
        }
        return Array(sorted[first...] + sorted[..<first])
    }

    /// The number of satellites.
    public var satelliteCount: Int {
        planes.reduce(0) { $0 + $1.satellites.count { $0 != nil } }
    }
}
