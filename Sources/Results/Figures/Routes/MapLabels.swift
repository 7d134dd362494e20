/// Places the names of stations on a map, each on the side that routes and other names leave free.
struct MapLabels {
    /// A rectangle of the map [deg].
    private struct Box {
        var west: Double
        var south: Double
        var east: Double
        var north: Double

        func overlaps(_ other: Box) -> Bool {
            west < other.east && other.west < east && south < other.north && other.south < north
        }
    }

    /// A place for a name beside its station: the direction there, and gnuplot's words for it.
    private struct Side {
        var east: Double
        var north: Double
        var words: String
    }

    private static let sides = [
        Side(east: 1, north: 0, words: "left offset character 0.8,0"),
        Side(east: -1, north: 0, words: "right offset character -0.8,0"),
        Side(east: 0, north: -1, words: "center offset character 0,-0.8"),
        Side(east: 0, north: 1, words: "center offset character 0,0.8"),
        Side(east: 0.7, north: 0.7, words: "left offset character 0.6,0.6"),
        Side(east: 0.7, north: -0.7, words: "left offset character 0.6,-0.6"),
        Side(east: -0.7, north: 0.7, words: "right offset character -0.6,0.6"),
        Side(east: -0.7, north: -0.7, words: "right offset character -0.6,-0.6"),
    ]

    /// A character and a line of the names' font, in degrees of the map.
    private static let (characterDeg, lineDeg) = (2.6, 6.0)

    /// The commands that set the names, in the order of the stations.
    ///
    /// - Parameters:
    ///   - stations: The stations.
    ///   - neighbours: By station, the nodes that its routes lead to.
    static func commands(for stations: [Waypoint], neighbours: [String: [Waypoint]]) -> [String] {
        var taken = stations.map { station in
            box(around: GreatCircle.wrapped(station.longitudeDeg), station.latitudeDeg, 1.2, 1.2)
        }
        return stations.map { station in
            let name = station.node.replacing("_", with: " ")
            let longitude = GreatCircle.wrapped(station.longitudeDeg)
            var best: (words: String, box: Box, score: Double)?
            for side in sides {
                let box = box(of: name, longitude, station.latitudeDeg, side)
                var score = nearness(of: side, station, neighbours[station.node] ?? [])
                // A name takes more room to the side than up and down, and corners are odd.
                score += side.east == 0 ? 0.35 : side.north == 0 ? 0 : 0.4
                score += 2 * Double(taken.count { $0.overlaps(box) })
                if box.east > 180 || box.west < -180 { score += 4 }
                if best.map({ score < $0.score - 1e-9 }) ?? true {
                    best = (side.words, box, score)
                }
            }
            if let best { taken.append(best.box) }
            return "set label \(GnuplotText.quoted(name)) at "
                + "\(GnuplotText.number(longitude, decimals: 4)),"
                + "\(GnuplotText.number(station.latitudeDeg, decimals: 4)) "
                + "\(best?.words ?? "left") front noenhanced font ',10'"
        }
    }

    /// How directly the nearest of the routes leads to a side: 1 along it, 0 away from it.
    private static func nearness(
        of side: Side, _ station: Waypoint, _ neighbours: [Waypoint]
    ) -> Double {
        let cosines = neighbours.map { neighbour -> Double in
            let east = GreatCircle.wrapped(neighbour.longitudeDeg - station.longitudeDeg)
            let north = neighbour.latitudeDeg - station.latitudeDeg
            let length = (east * east + north * north).squareRoot()
            return length > 0 ? (side.east * east + side.north * north) / length : 0
        }
        return max(cosines.max() ?? 0, 0)
    }

    private static func box(
        around longitude: Double, _ latitude: Double, _ width: Double, _ height: Double
    ) -> Box {
        Box(
            west: longitude - width / 2, south: latitude - height / 2,
            east: longitude + width / 2, north: latitude + height / 2)
    }

    /// The room that a name takes on a side of its station.
    private static func box(
        of name: String, _ longitude: Double, _ latitude: Double, _ side: Side
    ) -> Box {
        let width = characterDeg * Double(name.count)
        let away = side.east == 0 ? 0 : side.east > 0 ? width / 2 + 2 : -width / 2 - 2
        let up = side.north == 0 ? 0 : side.north > 0 ? 4.0 : -4.0
        return box(around: longitude + away, latitude + up, width, lineDeg * 0.8)
    }
}
