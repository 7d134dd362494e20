import Orbits

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Some countries as one area, with a bound of how far a place is from its outline.
///
/// The bound lets what moves over the Earth be followed in long steps while it is far from any border.
/// It is immutable and shared by all threads.
public struct Territory: Sendable {
    /// The countries, by their places in the borders.
    public let countries: Set<Int>

    private let borders: Borders

    /// The bound for each cell of two degrees, row by row from the south pole, from -180 east [km].
    private let clearances: [Double]

    private static let cellDeg = 2
    private static let columns = 360 / cellDeg
    private static let rows = 180 / cellDeg

    /// Distance between the points of the outline at most [km].
    private static let spacingKm = 20.0

    /// Creates the area of some countries.
    ///
    /// - Complexity: O(cells · cells on the outline), for large countries some ten million steps.
    public init(of countries: Set<Int>, in borders: Borders) {
        self.countries = countries
        self.borders = borders.keeping(countries)
        var isMarked = [Bool](repeating: false, count: Self.columns * Self.rows)
        for point in borders.outline(of: countries, spacingKm: Self.spacingKm) {
            let latitude = asin(max(-1, min(1, point.z))) * 180 / .pi
            let longitude = atan2(point.y, point.x) * 180 / .pi
            isMarked[Self.cell(latitudeDeg: latitude, longitudeDeg: longitude)] = true
        }
        let centres = isMarked.indices.map { cell in
            Geodetic(
                latitudeDeg: Double(cell / Self.columns * Self.cellDeg) - 90 + 1,
                longitudeDeg: Double(cell % Self.columns * Self.cellDeg) - 180 + 1
            ).direction
        }
        let marked = isMarked.indices.filter { isMarked[$0] }.map { centres[$0] }
        // Half the diagonal of a cell at the equator, and half the way between two points.
        let cellKm = 6_371 * Double(Self.cellDeg) * (0.5).squareRoot() * .pi / 180
        let slackKm = 2 * cellKm + Self.spacingKm / 2
        clearances = centres.map { centre in
            var greatest = -1.0
            for other in marked { greatest = max(greatest, (centre * other).sum()) }
            return marked.isEmpty
                ? .infinity : max(0, 6_371 * acos(min(1, greatest)) - slackKm)
        }
    }

    /// Whether a place is in one of the countries.
    ///
    /// - Complexity: O(edges of the countries in one degree of longitude).
    @inline(__always)
    public func contains(_ place: Geodetic) -> Bool { borders.country(at: place) != nil }

    /// No nearer than this is a place to the outline, on a sphere of 6371 km whose latitude is the
    /// geodetic one [km]; infinite where there is no outline.
    ///
    /// - Complexity: O(1).
    public func clearanceKm(at place: Geodetic) -> Double {
        guard place.latitudeDeg.isFinite, place.longitudeDeg.isFinite else { return 0 }
        return clearances[
            Self.cell(latitudeDeg: place.latitudeDeg, longitudeDeg: place.longitudeDeg)]
    }

    private static func cell(latitudeDeg: Double, longitudeDeg: Double) -> Int {
        let row = Int(((latitudeDeg + 90) / Double(cellDeg)).rounded(.down))
        let column = Int(((Longitude.normal(longitudeDeg) + 180) / Double(cellDeg)).rounded(.down))
        return max(0, min(rows - 1, row)) * columns + max(0, min(columns - 1, column))
    }
}
