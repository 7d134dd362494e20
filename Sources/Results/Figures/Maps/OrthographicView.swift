import Foundation

/// The Earth as seen from far above a place: one hemisphere, on a disc of radius 1.
struct OrthographicView {
    /// A point of the disc, x to the right and y up.
    typealias Point = (x: Double, y: Double)

    /// The place in the middle [deg].
    let centre: (latitudeDeg: Double, longitudeDeg: Double)

    private let right: SIMD3<Double>
    private let up: SIMD3<Double>
    private let out: SIMD3<Double>

    /// Creates the view from above a place [deg].
    init(latitudeDeg: Double, longitudeDeg: Double) {
        centre = (latitudeDeg, GreatCircle.wrapped(longitudeDeg))
        let (latitude, longitude) = (latitudeDeg * .pi / 180, longitudeDeg * .pi / 180)
        out = GreatCircle.unit(centre)
        right = SIMD3(-sin(longitude), cos(longitude), 0)
        up = SIMD3(
            -sin(latitude) * cos(longitude), -sin(latitude) * sin(longitude), cos(latitude))
    }

    /// The view in which some places are nearest to the middle; from above the equator without any.
    init(of places: [(latitudeDeg: Double, longitudeDeg: Double)]) {
        let sum = places.reduce(SIMD3<Double>()) { $0 + GreatCircle.unit($1) }
        let length = GreatCircle.length(sum)
        guard length > 1e-9 else {
            self.init(latitudeDeg: 0, longitudeDeg: 0)
            return
        }
        // Whole degrees, so that a title can tell them.
        self.init(
            latitudeDeg: (asin(max(-1, min(1, sum.z / length))) * 180 / .pi).rounded(),
            longitudeDeg: (atan2(sum.y, sum.x) * 180 / .pi).rounded())
    }

    /// What a title says of the view, such as `seen from above 52° N, 13° W`.
    var words: String {
        func degrees(_ value: Double, _ letters: (String, String)) -> String {
            let text = GnuplotText.number(abs(value), decimals: 1) + "°"
            return value == 0 ? text : text + " " + (value > 0 ? letters.0 : letters.1)
        }
        return "seen from above \(degrees(centre.latitudeDeg, ("N", "S"))), "
            + degrees(centre.longitudeDeg, ("E", "W"))
    }

    /// A place on the disc, or `nil` on the far side.
    func point(latitudeDeg: Double, longitudeDeg: Double) -> Point? {
        let place = GreatCircle.unit((latitudeDeg, longitudeDeg))
        return height(place) >= 0 ? flat(place) : nil
    }

    /// The parts of a line of places that are on the near side, each ending at the rim where it goes
    /// behind it.
    func parts(of line: [(longitudeDeg: Double, latitudeDeg: Double)]) -> [[Point]] {
        var parts: [[Point]] = []
        var part: [Point] = []
        var before: SIMD3<Double>?
        for place in line {
            let now = GreatCircle.unit((place.latitudeDeg, place.longitudeDeg))
            if let before, (height(before) < 0) != (height(now) < 0) {
                let share = height(before) / (height(before) - height(now))
                let edge = flat(before + share * (now - before))
                let length = max(1e-12, (edge.x * edge.x + edge.y * edge.y).squareRoot())
                part.append((edge.x / length, edge.y / length))
            }
            if height(now) >= 0 {
                part.append(flat(now))
            } else if !part.isEmpty {
                parts.append(part)
                part = []
            }
            before = now
        }
        if !part.isEmpty { parts.append(part) }
        return parts.filter { $0.count > 1 }
    }

    /// Meridians and parallels every 30°.
    var graticule: [[Point]] {
        let meridians = stride(from: -180.0, to: 180, by: 30).map { longitude in
            stride(from: -90.0, through: 90, by: 3).map { (longitude, $0) }
        }
        let parallels = stride(from: -60.0, through: 60, by: 30).map { latitude in
            stride(from: -180.0, through: 180, by: 3).map { ($0, latitude) }
        }
        return (meridians + parallels).flatMap { parts(of: $0) }
    }

    /// The rim of the disc.
    static let rim: [Point] = (0...180).map {
        (cos(Double($0) * .pi / 90), sin(Double($0) * .pi / 90))
    }

    private func height(_ place: SIMD3<Double>) -> Double { (place * out).sum() }

    private func flat(_ place: SIMD3<Double>) -> Point {
        ((place * right).sum(), (place * up).sum())
    }
}
