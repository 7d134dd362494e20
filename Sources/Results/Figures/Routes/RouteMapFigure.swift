/// Maps of the world with the routes of pairs at an instant: `map`, and `globe` from above them.
enum RouteMapFigure {
    /// What is drawn at the instant.
    private struct Instant {
        var timeS: Double
        var series: [PairSeries]
        /// The nodes of each pair's route, none where it has no route.
        var paths: [[Waypoint]]
        /// What tells which pairs are drawn.
        var remark: String

        /// The stations of the routes, by name.
        var stations: [Waypoint] {
            var stations: [String: Waypoint] = [:]
            for path in paths {
                for waypoint in path where waypoint.isStation { stations[waypoint.node] = waypoint }
            }
            return stations.values.sorted { $0.node < $1.node }
        }
    }

    /// - Parameter atS: The instant [s]; `nil` takes the first one at which most pairs are reached.
    /// - Parameter coastlines: Bytes of a file of polylines, `longitude latitude` a line; or `nil`.
    /// - Returns: The map, and the globe where there is a route.
    /// - Throws: ``FigureError/outsideWindow(timeS:firstS:lastS:)``.
    static func make(
        _ all: [PairSeries], waypoints: [Int: [Waypoint]], atS: Double?, coastlines: [UInt8]?
    ) throws(FigureError) -> [Figure] {
        let time = try instant(all, asked: atS)
        let series = Array(all.prefix(FigurePalette.count))
        let paths = series.map { pair in
            pair.index(at: time).flatMap { pair.routes[$0] }.flatMap { waypoints[$0] } ?? []
        }
        let drawn = Instant(
            timeS: time, series: series, paths: paths,
            remark: all.count > series.count
                ? " (first \(series.count) of \(all.count) pairs)" : "")
        let world = figure(
            "map", drawn, on: WorldMap(projection: .equirectangular, coastlines: coastlines))
        guard paths.contains(where: { !$0.isEmpty }) else { return [world] }
        let view = OrthographicView(
            of: paths.flatMap { path in path.map { ($0.latitudeDeg, $0.longitudeDeg) } })
        let globe = figure(
            "globe", drawn, on: WorldMap(projection: .orthographic(view), coastlines: coastlines))
        return [world, globe]
    }

    private static func figure(_ name: String, _ drawn: Instant, on map: WorldMap) -> Figure {
        let series = drawn.series
        var blocks = DataBlocks(columns: name == "map" ? "longitude latitude" : "x y")
        var lines: [String] = []
        var dots: [String] = []
        var neighbours: [String: [Waypoint]] = [:]
        for (i, (pair, path)) in zip(series, drawn.paths).enumerated() {
            // Where routes run together the earlier one shows on both sides of the later one.
            let width = GnuplotText.number(1.8 + 0.35 * Double(series.count - 1 - i), decimals: 1)
            let style = "lw \(width) \(FigurePalette.dash(i)) \(FigurePalette.colour(i))"
            let legend = GnuplotText.quoted(pair.title + remark(path, timeS: drawn.timeS))
            if let index = blocks.append(pair.title, ways(path, on: map)) {
                lines.append("'\(name).dat' index \(index) with lines \(style) title \(legend)")
            } else {
                lines.append("NaN with lines \(style) title \(legend)")
            }
            let satellites = path.filter { !$0.isStation }.compactMap { point($0, on: map) }
            if let index = blocks.append(pair.title + ", satellites", satellites) {
                dots.append(
                    "'\(name).dat' index \(index) with points pt 7 ps 0.3 lc rgb 'black' notitle")
            }
            for (a, b) in zip(path, path.dropFirst()) {
                neighbours[a.node, default: []].append(b)
                neighbours[b.node, default: []].append(a)
            }
        }
        let stations = drawn.stations
        if let index = blocks.append("stations", stations.compactMap { point($0, on: map) }) {
            dots.append(
                "'\(name).dat' index \(index) with points pt 5 ps 0.55 lc rgb 'black' notitle")
        }
        let labels: [String]
        let size: (width: Int, height: Int)
        switch map.projection {
        case .equirectangular:
            labels = MapLabels.commands(for: stations, neighbours: neighbours)
            size = (900, 470 + 22 * ((series.count + 2) / 3))
        case .orthographic(let view):
            labels = MapLabels.commands(
                for: stations.compactMap { onDisc($0, view) },
                neighbours: neighbours.mapValues { $0.compactMap { onDisc($0, view) } },
                scale: .disc)
            size = (620, 640 + 22 * ((series.count + 1) / 2))
        }
        let title =
            "Routes at \(GnuplotText.number(drawn.timeS, decimals: 6)) s" + drawn.remark + map.words
        return Figure(
            name: name, width: size.width, height: size.height,
            settings: map.settings + labels + ["set title \(GnuplotText.quoted(title))"],
            items: map.items + lines + dots,
            data: [Figure.DataFile(name: name + ".dat", bytes: blocks.bytes)] + map.data)
    }

    /// A node as ``MapLabels`` knows it, with 90° for the radius of the disc; `nil` on the far side.
    private static func onDisc(_ waypoint: Waypoint, _ view: OrthographicView) -> Waypoint? {
        guard
            let point = view.point(
                latitudeDeg: waypoint.latitudeDeg, longitudeDeg: waypoint.longitudeDeg)
        else { return nil }
        var flat = waypoint
        (flat.longitudeDeg, flat.latitudeDeg) = (90 * point.x, 90 * point.y)
        return flat
    }

    /// Settings of a map of the whole Earth, longitude across and latitude up.
    static let frame = [
        "set border 15 lw 0.8 lc rgb '#404040'",
        "set xrange [-180:180]", "set yrange [-90:90]", "set size ratio -1",
        "set xtics out nomirror scale 0.6 textcolor rgb '#202020' ('180°' -180, '120° W' -120, "
            + "'60° W' -60, '0°' 0, '60° E' 60, '120° E' 120, '180°' 180)",
        "set ytics out nomirror scale 0.6 textcolor rgb '#202020' ('90° S' -90, '60° S' -60, "
            + "'30° S' -30, '0°' 0, '30° N' 30, '60° N' 60, '90° N' 90)",
        "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
        "set key outside bottom center horizontal Left reverse noenhanced samplen 3 spacing 1.2",
        "set title offset 0,-0.3 font ',13'",
    ]

    /// The instant of the map: the one asked for, or the first with most pairs reached.
    private static func instant(
        _ series: [PairSeries], asked: Double?
    ) throws(FigureError) -> Double {
        let first = series.compactMap(\.timesS.first).min() ?? 0
        let last = series.compactMap(\.timesS.last).max() ?? 0
        if let asked {
            guard asked >= first, asked <= last else {
                throw .outsideWindow(timeS: asked, firstS: first, lastS: last)
            }
            return asked
        }
        var reached: [Double: Int] = [:]
        for pair in series {
            for (i, time) in pair.timesS.enumerated() where !pair.rttMs[i].isNaN {
                reached[time, default: 0] += 1
            }
        }
        let most = reached.values.max()
        return reached.filter { $0.value == most }.keys.min() ?? first
    }

    private static func point(_ waypoint: Waypoint, on map: WorldMap) -> String? {
        map.point(latitudeDeg: waypoint.latitudeDeg, longitudeDeg: waypoint.longitudeDeg)
    }

    /// The lines of a data block for the links of a path.
    private static func ways(_ path: [Waypoint], on map: WorldMap) -> [String] {
        var lines: [String] = []
        for (a, b) in zip(path, path.dropFirst()) {
            let way = map.way(
                from: (a.latitudeDeg, a.longitudeDeg), to: (b.latitudeDeg, b.longitudeDeg))
            // One pen stroke where links follow each other.
            if let first = way.first, first != lines.last, !lines.isEmpty { lines.append("") }
            lines += way.first == lines.last ? Array(way.dropFirst()) : way
        }
        return lines
    }

    /// Appends polylines to the lines of a data block, a blank line between them.
    static func append(
        _ parts: [[(longitudeDeg: Double, latitudeDeg: Double)]], to lines: inout [String]
    ) {
        for (number, part) in parts.enumerated() {
            if number > 0 { lines.append("") }
            for place in part {
                let line =
                    GnuplotText.number(place.longitudeDeg, decimals: 4) + " "
                    + GnuplotText.number(place.latitudeDeg, decimals: 4)
                if line != lines.last { lines.append(line) }
            }
        }
    }

    /// What the legend adds to the name of a pair.
    ///
    /// The places of a route are those of the first instant that uses it, which may be earlier.
    private static func remark(_ path: [Waypoint], timeS: Double) -> String {
        guard let first = path.first else { return " (unreachable)" }
        return first.timeS == timeS
            ? "" : " (places of \(GnuplotText.number(first.timeS, decimals: 6)) s)"
    }
}
