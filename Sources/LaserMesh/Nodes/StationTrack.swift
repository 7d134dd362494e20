#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

/// The way of a moving user, such as an aircraft or a ship: places at times, and great circles
/// between them.
///
/// Between two places the geodetic latitude and longitude, taken as those of a sphere, go along the
/// great circle at a constant rate, and the height linearly. Before the first and after the last
/// place the user stays there.
public struct StationTrack: Sendable, Hashable {
    /// Mean radius of the Earth, which turns a speed into a rate along the great circle [km].
    public static let earthRadiusKm = 6_371.008_8

    /// Times of the places, ascending, since the scenario's epoch [s].
    public let atS: [Double]

    /// The places.
    public let places: [Geodetic]

    /// Creates the way through places, in any order of time.
    ///
    /// - Returns: `nil` for no places, or for two at the same time.
    public init?(_ stops: [(atS: Double, place: Geodetic)]) {
        let sorted = stops.sorted { $0.atS < $1.atS }
        guard !sorted.isEmpty,
            zip(sorted, sorted.dropFirst()).allSatisfy({ $0.atS < $1.atS })
        else { return nil }
        atS = sorted.map(\.atS)
        places = sorted.map(\.place)
    }

    /// Creates the way along one great circle at a constant speed.
    ///
    /// - Parameters:
    ///   - start: Where it starts.
    ///   - end: Where it ends.
    ///   - speedKmPerS: Speed over the ground, more than zero [km/s].
    ///   - departureS: When it leaves, since the scenario's epoch [s].
    public init(
        from start: Geodetic, to end: Geodetic, speedKmPerS: Double, departureS: Double = 0
    ) {
        precondition(speedKmPerS > 0)
        let angle = Self.angleRad(Self.direction(start), Self.direction(end))
        let duration = angle * Self.earthRadiusKm / speedKmPerS
        atS = duration > 0 ? [departureS, departureS + duration] : [departureS]
        places = duration > 0 ? [start, end] : [start]
    }

    /// The place at an instant [s].
    ///
    /// - Complexity: O(log n) in the number of places.
    public func place(atSeconds seconds: Double) -> Geodetic {
        let low = atS.partitioningIndex { !($0 <= seconds) }
        guard low > 0 else { return places[0] }
        guard low < atS.count else { return places[low - 1] }
        let part = (seconds - atS[low - 1]) / (atS[low] - atS[low - 1])
        let (from, to) = (places[low - 1], places[low])
        let (a, b) = (Self.direction(from), Self.direction(to))
        let angle = Self.angleRad(a, b)
        let height = from.altitudeKm + part * (to.altitudeKm - from.altitudeKm)
        guard angle > 0 else {
            return Geodetic(
                latitudeRad: from.latitudeRad, longitudeRad: from.longitudeRad, altitudeKm: height)
        }
        let d = (a * sin((1 - part) * angle) + b * sin(part * angle)) / sin(angle)
        return Geodetic(
            latitudeRad: atan2(d.z, (d.x * d.x + d.y * d.y).squareRoot()),
            longitudeRad: atan2(d.y, d.x), altitudeKm: height)
    }

    /// No faster than this does it move over the turning Earth [km/s].
    ///
    /// The radii of curvature of the Earth are less than 6,400 km.
    package var greatestSpeedKmPerS: Double { legs.map(\.speedKmPerS).max() ?? 0 }

    /// No greater than this is its acceleration between two places [km/s²].
    package var greatestAccelerationKmPerS2: Double {
        legs.map { 1.1 * $0.rateRadPerS * ($0.speedKmPerS + abs($0.climbKmPerS)) }.max() ?? 0
    }

    /// What lies between two places after one another.
    private var legs: [(rateRadPerS: Double, climbKmPerS: Double, speedKmPerS: Double)] {
        places.indices.dropLast().map { leg in
            let (from, to) = (places[leg], places[leg + 1])
            let duration = atS[leg + 1] - atS[leg]
            let rate = Self.angleRad(Self.direction(from), Self.direction(to)) / duration
            let climb = (to.altitudeKm - from.altitudeKm) / duration
            let highest = max(from.altitudeKm, to.altitudeKm)
            return (rate, climb, rate * (6_400 + highest) + abs(climb))
        }
    }

    private static func direction(_ place: Geodetic) -> SIMD3<Double> {
        SIMD3(
            cos(place.latitudeRad) * cos(place.longitudeRad),
            cos(place.latitudeRad) * sin(place.longitudeRad), sin(place.latitudeRad))
    }

    private static func angleRad(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
        let d = a - b
        return 2 * asin(min(1, (d * d).sum().squareRoot() / 2))
    }
}
