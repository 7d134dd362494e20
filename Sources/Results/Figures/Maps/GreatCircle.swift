import Foundation

/// Lines of a map: great circles, cut at the date line.
enum GreatCircle {
    /// The way between two places as polylines of longitude and latitude [deg].
    ///
    /// A way of more than 4° gets `count` pieces; where it crosses the date line a polyline ends at ±180°
    /// and the next begins on the other side. Between antipodes, where all ways are equally long,
    /// one over the north or along the equator is taken.
    static func polylines(
        from a: (latitudeDeg: Double, longitudeDeg: Double),
        to b: (latitudeDeg: Double, longitudeDeg: Double), pieces count: Int = 16
    ) -> [[(longitudeDeg: Double, latitudeDeg: Double)]] {
        let start = unit(a)
        let end = unit(b)
        let angle = atan2(length(cross(start, end)), dot(start, end))
        let pieces = angle > 4 * .pi / 180 ? count : 1
        // The direction of travel at the start, square to the start's own direction.
        var ahead = cross(cross(start, end), start)
        if length(ahead) < 1e-12 {
            ahead = cross(cross(start, SIMD3(0, 0, 1)), start)
            if length(ahead) < 1e-12 { ahead = SIMD3(1, 0, 0) }
        }
        ahead /= length(ahead)
        var points: [(longitudeDeg: Double, latitudeDeg: Double)] = []
        for piece in 0...pieces {
            if piece == 0 || piece == pieces {
                let place = piece == 0 ? a : b
                points.append((wrapped(place.longitudeDeg), place.latitudeDeg))
                continue
            }
            let turn = angle * Double(piece) / Double(pieces)
            let p = start * cos(turn) + ahead * sin(turn)
            points.append((atan2(p.y, p.x) * 180 / .pi, asin(max(-1, min(1, p.z))) * 180 / .pi))
        }
        return cut(points)
    }

    /// Cuts a polyline wherever it crosses the date line.
    private static func cut(
        _ points: [(longitudeDeg: Double, latitudeDeg: Double)]
    ) -> [[(longitudeDeg: Double, latitudeDeg: Double)]] {
        var lines: [[(longitudeDeg: Double, latitudeDeg: Double)]] = []
        var line: [(longitudeDeg: Double, latitudeDeg: Double)] = []
        for point in points {
            if let before = line.last, abs(point.longitudeDeg - before.longitudeDeg) > 180 {
                let side = before.longitudeDeg > 0 ? 180.0 : -180.0
                let unrolled = point.longitudeDeg + 2 * side
                let width = unrolled - before.longitudeDeg
                let share = width == 0 ? 0 : (side - before.longitudeDeg) / width
                let latitude =
                    before.latitudeDeg + share * (point.latitudeDeg - before.latitudeDeg)
                line.append((side, latitude))
                lines.append(line)
                line = [(-side, latitude)]
            }
            line.append(point)
        }
        lines.append(line)
        return lines
    }

    /// A longitude brought to −180...180.
    static func wrapped(_ longitudeDeg: Double) -> Double {
        abs(longitudeDeg) <= 180
            ? longitudeDeg : longitudeDeg - 360 * (longitudeDeg / 360).rounded()
    }

    static func unit(_ place: (latitudeDeg: Double, longitudeDeg: Double)) -> SIMD3<Double> {
        let latitude = place.latitudeDeg * .pi / 180
        let longitude = place.longitudeDeg * .pi / 180
        return SIMD3(
            cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
    }

    private static func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { (a * b).sum() }

    static func length(_ a: SIMD3<Double>) -> Double { dot(a, a).squareRoot() }

    private static func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
    }
}
