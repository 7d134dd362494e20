#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif
import Orbits

/// The geostationary arc as a station sees it: that part of the orbit which is above its horizon.
///
/// - Note: ITU-R S.1503: the angle between a satellite and the arc is the least one over all places
///   of the arc that the station sees.
public struct GeostationaryArc: Sendable, Hashable {
    /// Radius of the geostationary orbit [km].
    public static let radiusKm = 42_164.17

    /// The station.
    private let position: SIMD3<Double>

    /// Longitude of the highest point of the arc [rad].
    private let middleRad: Double

    /// Half the range of longitudes that are above the horizon [rad]; negative when none is.
    private let halfWidthRad: Double

    /// Places at which the arc is looked at first: it is no narrower than a few degrees between them.
    private static let samples = 64

    /// Creates the arc of a station.
    public init(seenFrom observer: Observer) {
        position = observer.position.km
        let up = observer.up
        let level = (up.x * up.x + up.y * up.y).squareRoot()
        let height = (up * position).sum()
        middleRad = atan2(up.y, up.x)
        // A place of the arc is above the horizon where R level cos(λ − λ₀) ≥ the station's height.
        let cosine = height / (Self.radiusKm * level)
        halfWidthRad = cosine > 1 || level == 0 ? -1 : acos(max(-1, cosine))
    }

    /// Whether some of the arc is above the horizon.
    public var isVisible: Bool { halfWidthRad >= 0 }

    /// The angle at the station between a target and the nearest place of the arc [rad]; infinite
    /// where no part of the arc is above the horizon.
    ///
    /// The arc is looked at in 64 places, since seen from below it may have two nearest ones, and then
    /// by golden section around the best.
    ///
    /// - Parameter target: Earth-fixed position of the target [km].
    /// - Complexity: O(1); some hundred sines and cosines.
    public func separationRad(to target: SIMD3<Double>) -> Double {
        guard isVisible else { return .infinity }
        let towards = target - position
        let range = (towards * towards).sum().squareRoot()
        guard range > 0 else { return 0 }
        let direction = towards / range
        func closeness(_ longitude: Double) -> Double {
            let place =
                SIMD3(Self.radiusKm * cos(longitude), Self.radiusKm * sin(longitude), 0) - position
            return (place * direction).sum() / (place * place).sum().squareRoot()
        }
        let step = 2 * halfWidthRad / Double(Self.samples)
        let first = middleRad - halfWidthRad
        var best = 0
        var greatest = -2.0
        for sample in 0...Self.samples {
            let value = closeness(first + step * Double(sample))
            if value > greatest { (greatest, best) = (value, sample) }
        }
        var low = first + step * Double(max(0, best - 1))
        var high = first + step * Double(min(Self.samples, best + 1))
        let golden = 0.618_033_988_749_894_9
        var left = high - golden * (high - low)
        var right = low + golden * (high - low)
        var (atLeft, atRight) = (closeness(left), closeness(right))
        for _ in 0..<40 {
            if atLeft > atRight {
                (high, right, atRight) = (right, left, atLeft)
                left = high - golden * (high - low)
                atLeft = closeness(left)
            } else {
                (low, left, atLeft) = (left, right, atRight)
                right = low + golden * (high - low)
                atRight = closeness(right)
            }
        }
        greatest = max(greatest, atLeft, atRight)
        return Self.angle(cosine: greatest, direction, nearest: (low + high) / 2, position)
    }

    /// The angle of a cosine; near zero from the cross product, where the cosine has lost its digits.
    private static func angle(
        cosine: Double, _ direction: SIMD3<Double>, nearest longitude: Double,
        _ position: SIMD3<Double>
    ) -> Double {
        guard cosine > 0.999 else { return acos(max(-1, cosine)) }
        let place = SIMD3(radiusKm * cos(longitude), radiusKm * sin(longitude), 0) - position
        let unit = place / (place * place).sum().squareRoot()
        let d = unit - direction
        return 2 * asin(min(1, (d * d).sum().squareRoot() / 2))
    }
}
