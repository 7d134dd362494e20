import Orbits

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension Borders {
    /// The country in which a place is, or else the one whose border is nearest and not too far.
    ///
    /// Outlines of a small scale leave harbours and islands in the sea: at 1:50 million a station on the
    /// coast may be some ten kilometres off. A place that is farther out is in no country.
    ///
    /// - Parameters:
    ///   - place: The place.
    ///   - limitKm: How far off a border may be, up to 500 [km].
    /// - Note: Distances are taken in the plane that touches the sphere of 6371 km at the place; they
    ///   are good to one per cent up to 100 km off and 80 degrees of latitude. Edges along a meridian
    ///   count by their ends, lest the cut at the date line be taken for a coast.
    /// - Complexity: O(edges in the degrees of longitude within the limit).
    public func country(near place: Geodetic, withinKm limitKm: Double) -> Int? {
        precondition((0...500).contains(limitKm))
        if let country = country(at: place) { return country }
        guard place.latitudeDeg.isFinite, place.longitudeDeg.isFinite, limitKm > 0 else {
            return nil
        }
        let kmPerDegree = 6_371 * Double.pi / 180
        let longitude = Longitude.normal(place.longitudeDeg)
        let shrink = cos(place.latitudeRad)
        let widest = cos(min(.pi / 2, abs(place.latitudeRad) + limitKm / 6_371))
        let halfDeg = widest > 0 ? min(180, limitKm / (kmPerDegree * widest)) : 180
        let degrees =
            Int(
                (longitude - halfDeg + 180).rounded(.down))...Int(
                (longitude + halfDeg + 180).rounded(.down))
        var best: (country: Int, km: Double)?
        forEachEdge(overDegrees: degrees) { edge, shiftDeg in
            let west = edge.westDeg + shiftDeg - longitude
            let east = edge.eastDeg + shiftDeg - longitude
            guard west < halfDeg, east > -halfDeg else { return }
            func corner(_ x: Double) -> SIMD2<Double> {
                let part = (x - west) / (east - west)
                let latitude =
                    edge.latitudeWestDeg + part * (edge.latitudeEastDeg - edge.latitudeWestDeg)
                return SIMD2(x * shrink, latitude - place.latitudeDeg) * kmPerDegree
            }
            let km = Self.distance(
                toSegment: corner(max(west, -halfDeg)), corner(min(east, halfDeg)))
            if km <= limitKm, km < best?.km ?? .infinity { best = (Int(edge.country), km) }
        }
        return best?.country
    }

    /// The distance of the origin from a segment.
    private static func distance(
        toSegment start: SIMD2<Double>, _ end: SIMD2<Double>
    ) -> Double {
        let way = end - start
        let squared = (way * way).sum()
        let part = squared > 0 ? min(1, max(0, -(start * way).sum() / squared)) : 0
        let nearest = start + part * way
        return (nearest * nearest).sum().squareRoot()
    }
}
