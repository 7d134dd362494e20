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

    /// How large names are, and how places are written.
    struct Scale {
        /// A character and a line of the names' font, in degrees of the map.
        var (characterDeg, lineDeg) = (2.6, 6.0)
        /// Degrees in a unit of the figure's axes.
        var degreesPerUnit = 1.0

        /// Of a map of the whole Earth.
        static let world = Scale()

        /// Of a disc of radius 1 that stands for 90° each way.
        static let disc = Scale(characterDeg: 1.9, lineDeg: 4.4, degreesPerUnit: 90)
    }

    /// The commands that set the names, in the order of the stations.
    ///
    /// - Parameters:
    ///   - stations: The stations.
    ///   - neighbours: By station, the nodes that its routes lead to.
    ///   - scale: That of the map.
    static func commands(
        for stations: [Waypoint], neighbours: [String: [Waypoint]], scale: Scale = .world
    ) -> [String] {
        var taken = stations.map { station in
            box(around: GreatCircle.wrapped(station.longitudeDeg), station.latitudeDeg, 1.2, 1.2)
        }
        return stations.map { station in
            let name = station.node.replacing("_", with: " ")
            let longitude = GreatCircle.wrapped(station.longitudeDeg)
            var best: (words: String, box: Box, score: Double)?
            for side in sides {
                let box = box(of: name, longitude, station.latitudeDeg, side, scale)
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
                + "\(GnuplotText.number(longitude / scale.degreesPerUnit, decimals: 4)),"
                + "\(GnuplotText.number(station.latitudeDeg / scale.degreesPerUnit, decimals: 4)) "
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
        of name: String, _ longitude: Double, _ latitude: Double, _ side: Side, _ scale: Scale
    ) -> Box {
        let width = scale.characterDeg * Double(name.count)
        let gap = scale.characterDeg * 2 / 2.6
        let away = side.east == 0 ? 0 : side.east > 0 ? width / 2 + gap : -width / 2 - gap
        let step = scale.lineDeg * 4 / 6
        let up = side.north == 0 ? 0 : side.north > 0 ? step : -step
        return box(around: longitude + away, latitude + up, width, scale.lineDeg * 0.8)
    }
}
