/// A closed line of borders: longitude and latitude of its corners in order [deg].
///
/// From corner to corner it is straight in longitude and latitude, the shorter way around the Earth,
/// so that a border that follows a parallel is drawn by its ends. The first corner may stand again at
/// the end. A ring that goes once around the Earth encloses the pole that it is nearer to, and its
/// edges along a meridian or at a pole bound nothing.
///
/// - Note: H. Butler et al., RFC 7946, sections 3.1.1 and 3.1.9, DOI 10.17487/RFC7946.
public struct BorderRing: Sendable, Hashable {
    /// Longitude of each corner, east positive [deg].
    public let longitudesDeg: [Double]

    /// Latitude of each corner, north positive [deg].
    public let latitudesDeg: [Double]

    /// Creates a ring of corners; as many longitudes as latitudes.
    public init(longitudesDeg: [Double], latitudesDeg: [Double]) {
        precondition(longitudesDeg.count == latitudesDeg.count)
        self.longitudesDeg = longitudesDeg
        self.latitudesDeg = latitudesDeg
    }

    /// The edges of the ring from west to east, cut where they cross the date line.
    func edges(of country: Int32) -> [BorderEdge] {
        var edges: [BorderEdge] = []
        forEachStep { start, end, widthDeg in
            guard widthDeg != 0 else { return }
            let (from, to) = widthDeg > 0 ? (start, end) : (end, start)
            let west = Longitude.normal(longitudesDeg[from])
            // The eastern end of an edge that ends at the date line is 180, not -180.
            let east = -Longitude.normal(-longitudesDeg[to])
            let (southWest, southEast) = (latitudesDeg[from], latitudesDeg[to])
            guard west >= east else {
                edges.append(
                    BorderEdge(
                        westDeg: west, eastDeg: east, latitudeWestDeg: southWest,
                        latitudeEastDeg: southEast, country: country))
                return
            }
            let part = (180 - west) / abs(widthDeg)
            let cut = southWest + part * (southEast - southWest)
            edges.append(
                BorderEdge(
                    westDeg: west, eastDeg: 180, latitudeWestDeg: southWest,
                    latitudeEastDeg: cut, country: country))
            edges.append(
                BorderEdge(
                    westDeg: -180, eastDeg: east, latitudeWestDeg: cut,
                    latitudeEastDeg: southEast, country: country))
        }
        return edges
    }

    /// The edges of the ring along a meridian, from south to north, those of cuts at the date line too.
    func meridianEdges(of country: Int32) -> [BorderEdge] {
        var edges: [BorderEdge] = []
        forEachStep { start, end, widthDeg in
            guard widthDeg == 0, latitudesDeg[start] != latitudesDeg[end] else { return }
            let longitude = Longitude.normal(longitudesDeg[start])
            edges.append(
                BorderEdge(
                    westDeg: longitude, eastDeg: longitude,
                    latitudeWestDeg: min(latitudesDeg[start], latitudesDeg[end]),
                    latitudeEastDeg: max(latitudesDeg[start], latitudesDeg[end]),
                    country: country))
        }
        return edges
    }

    /// Whether the ring goes around the Earth and is nearer to the north pole.
    var enclosesNorthPole: Bool {
        var turnDeg = 0.0
        forEachStep { turnDeg += $2 }
        return abs(turnDeg) > 180 && latitudesDeg.reduce(0, +) > 0
    }

    /// Calls `body` with the ends of each edge and its width, east positive [deg].
    private func forEachStep(_ body: (_ from: Int, _ to: Int, _ widthDeg: Double) -> Void) {
        guard var last = longitudesDeg.indices.last else { return }
        for corner in longitudesDeg.indices {
            body(
                last, corner,
                (longitudesDeg[corner] - longitudesDeg[last]).remainder(dividingBy: 360))
            last = corner
        }
    }
}
