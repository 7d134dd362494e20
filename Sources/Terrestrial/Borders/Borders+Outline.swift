import Orbits

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Geodetic {
    /// The direction of the place from the centre of a sphere of geodetic latitude and longitude, of
    /// length one.
    var direction: SIMD3<Double> {
        let equatorial = cos(latitudeRad)
        return SIMD3(
            equatorial * cos(longitudeRad), equatorial * sin(longitudeRad), sin(latitudeRad))
    }
}

extension Borders {
    /// Points along the outlines of some countries, at most so far apart on a sphere of 6371 km, as
    /// directions of length one.
    ///
    /// - Complexity: O(edges + length / spacing).
    func outline(of countries: Set<Int>, spacingKm: Double) -> [SIMD3<Double>] {
        let stepDeg = spacingKm / (6_371 * Double.pi / 180)
        var points: [SIMD3<Double>] = []
        for edge in meridianEdges where countries.contains(Int(edge.country)) {
            let length = edge.latitudeEastDeg - edge.latitudeWestDeg
            let pieces = max(1, Int((length / stepDeg).rounded(.up)))
            for piece in 0...pieces {
                let latitude = edge.latitudeWestDeg + length * Double(piece) / Double(pieces)
                points.append(
                    Geodetic(latitudeDeg: latitude, longitudeDeg: edge.westDeg).direction)
            }
        }
        for degree in 0..<360 {
            forEachEdge(overDegrees: degree...degree) { edge, _ in
                guard countries.contains(Int(edge.country)) else { return }
                // The part of the edge over this degree, so that each part counts once.
                let west = max(edge.westDeg, Double(degree) - 180)
                let east = min(edge.eastDeg, Double(degree) - 179)
                func latitude(_ longitude: Double) -> Double {
                    let part = (longitude - edge.westDeg) / (edge.eastDeg - edge.westDeg)
                    return edge.latitudeWestDeg
                        + part * (edge.latitudeEastDeg - edge.latitudeWestDeg)
                }
                let length = max(east - west, abs(latitude(east) - latitude(west)))
                let pieces = max(1, Int((2 * length / stepDeg).rounded(.up)))
                for piece in 0...pieces {
                    let longitude = west + (east - west) * Double(piece) / Double(pieces)
                    points.append(
                        Geodetic(
                            latitudeDeg: latitude(longitude), longitudeDeg: longitude
                        ).direction)
                }
            }
        }
        return points
    }
}
