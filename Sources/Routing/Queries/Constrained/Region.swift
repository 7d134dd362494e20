import Orbits

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A named part of the Earth's surface; a satellite is in it when its sub-point is.
///
/// Places are geodetic latitudes and longitudes. A box lies between two parallels and two meridians,
/// its edges included; it goes from west to east, over the date line where the west is the greater
/// longitude. A polygon has great circles between its corners, on the sphere of geodetic latitude and
/// longitude; where its outline crosses itself, what is enclosed an even number of times is outside. Its
/// corners lie within 90 degrees of their mean direction, and its inside on their side of the Earth;
/// of two polygons that share an edge, every place beside it is in exactly one.
public struct Region: Sendable, Hashable {
    /// Its name.
    public let name: String

    private let shape: Shape

    private enum Shape: Sendable, Hashable {
        case box(latitudesRad: ClosedRange<Double>, westRad: Double, widthRad: Double)
        case polygon(PolarPlane, corners: [SIMD2<Double>])
    }

    /// The plane that touches the sphere at a point, on which great circles are straight lines.
    private struct PolarPlane: Sendable, Hashable {
        var centre: SIMD3<Double>
        var east: SIMD3<Double>
        var north: SIMD3<Double>

        /// The gnomonic projection of a direction; `nil` for the other half of the sphere.
        func projection(of direction: SIMD3<Double>) -> SIMD2<Double>? {
            let depth = (direction * centre).sum()
            guard depth > 1e-9 else { return nil }
            return SIMD2((direction * east).sum() / depth, (direction * north).sum() / depth)
        }
    }

    /// Creates the region between two parallels and two meridians.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - southRad: Least latitude [rad].
    ///   - northRad: Greatest latitude [rad], not below the least one.
    ///   - westRad: Longitude of the western edge [rad].
    ///   - eastRad: Longitude of the eastern edge [rad]; less than a turn to the east of it, or a
    ///     whole turn for a belt around the Earth.
    public init(
        name: String, southRad: Double, northRad: Double, westRad: Double, eastRad: Double
    ) {
        precondition(southRad <= northRad)
        self.name = name
        var width = eastRad - westRad
        while width < 0 { width += 2 * .pi }
        shape = .box(latitudesRad: southRad...northRad, westRad: westRad, widthRad: width)
    }

    /// Creates the region inside a polygon.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - corners: Its corners in order, either way around; their heights do not count.
    /// - Returns: `nil` where there are fewer than three corners, or one that is not within 90
    ///   degrees of their mean direction.
    public init?(name: String, corners: [Geodetic]) {
        let directions = corners.map(Self.direction)
        let sum = directions.reduce(SIMD3(), +)
        let length = (sum * sum).sum().squareRoot()
        guard corners.count >= 3, length > 1e-9 else { return nil }
        let centre = sum / length
        // The axis that is farthest from the centre spans the plane with it.
        let axis =
            abs(centre.z) < 0.7 ? SIMD3<Double>(0, 0, 1) : SIMD3<Double>(1, 0, 0)
        var north = axis - (axis * centre).sum() * centre
        north /= (north * north).sum().squareRoot()
        let east = SIMD3(
            north.y * centre.z - north.z * centre.y, north.z * centre.x - north.x * centre.z,
            north.x * centre.y - north.y * centre.x)
        let plane = PolarPlane(centre: centre, east: east, north: north)
        let projected = directions.compactMap(plane.projection)
        guard projected.count == corners.count else { return nil }
        self.name = name
        shape = .polygon(plane, corners: projected)
    }

    /// Whether a place is in the region; its height does not count.
    ///
    /// - Complexity: O(corners).
    public func contains(_ place: Geodetic) -> Bool {
        switch shape {
        case .box(let latitudes, let west, let width):
            guard latitudes.contains(place.latitudeRad) else { return false }
            var east = (place.longitudeRad - west).remainder(dividingBy: 2 * .pi)
            if east < 0 { east += 2 * .pi }
            // The western edge itself may come out as a whole turn.
            return east <= width || east >= 2 * .pi
        case .polygon(let plane, let corners):
            guard let point = plane.projection(of: Self.direction(of: place)) else { return false }
            var isInside = false
            var previous = corners[corners.count - 1]
            for corner in corners {
                if (corner.y > point.y) != (previous.y > point.y) {
                    let part = (point.y - corner.y) / (previous.y - corner.y)
                    if point.x < corner.x + part * (previous.x - corner.x) { isInside.toggle() }
                }
                previous = corner
            }
            return isInside
        }
    }

    private static func direction(of place: Geodetic) -> SIMD3<Double> {
        let equatorial = cos(place.latitudeRad)
        return SIMD3(
            equatorial * cos(place.longitudeRad), equatorial * sin(place.longitudeRad),
            sin(place.latitudeRad))
    }
}
