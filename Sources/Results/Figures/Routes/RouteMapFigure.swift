/// A map of the world with the routes of pairs at an instant.
enum RouteMapFigure {
    /// - Parameter atS: The instant [s]; `nil` takes the first one at which most pairs are reached.
    /// - Parameter coastlines: Bytes of a file of polylines, `longitude latitude` a line; or `nil`.
    /// - Throws: ``FigureError/outsideWindow(timeS:firstS:lastS:)``.
    static func make(
        _ all: [PairSeries], waypoints: [Int: [Waypoint]], atS: Double?, coastlines: [UInt8]?
    ) throws(FigureError) -> Figure {
        let time = try instant(all, asked: atS)
        let series = Array(all.prefix(FigurePalette.count))
        var title = "Routes at \(GnuplotText.number(time, decimals: 6)) s"
        if all.count > series.count { title += " (first \(series.count) of \(all.count) pairs)" }
        var blocks = DataBlocks(columns: "longitude latitude")
        var lines: [String] = []
        var dots: [String] = []
        var stations: [String: Waypoint] = [:]
        var neighbours: [String: [Waypoint]] = [:]
        for (i, pair) in series.enumerated() {
            let route = pair.index(at: time).flatMap { pair.routes[$0] }
            let path = route.flatMap { waypoints[$0] } ?? []
            // Where routes run together the earlier one shows on both sides of the later one.
            let width = GnuplotText.number(1.8 + 0.35 * Double(series.count - 1 - i), decimals: 1)
            let style = "lw \(width) \(FigurePalette.dash(i)) \(FigurePalette.colour(i))"
            let legend = GnuplotText.quoted(pair.title + remark(path, timeS: time))
            if let index = blocks.append(pair.title, polylines(path)) {
                lines.append("'map.dat' index \(index) with lines \(style) title \(legend)")
            } else {
                lines.append("NaN with lines \(style) title \(legend)")
            }
            let satellites = path.filter { !$0.isStation }.map(point)
            if let index = blocks.append(pair.title + ", satellites", satellites) {
                dots.append(
                    "'map.dat' index \(index) with points pt 7 ps 0.3 lc rgb 'black' notitle")
            }
            for (a, b) in zip(path, path.dropFirst()) {
                neighbours[a.node, default: []].append(b)
                neighbours[b.node, default: []].append(a)
            }
            for waypoint in path where waypoint.isStation { stations[waypoint.node] = waypoint }
        }
        let sorted = stations.values.sorted { $0.node < $1.node }
        if let index = blocks.append("stations", sorted.map(point)) {
            dots.append("'map.dat' index \(index) with points pt 5 ps 0.55 lc rgb 'black' notitle")
        }
        var data = [Figure.DataFile(name: "map.dat", bytes: blocks.bytes)]
        var items: [String] = []
        if let coastlines {
            data.append(Figure.DataFile(name: "coastlines.dat", bytes: coastlines))
            items.append(
                "'coastlines.dat' using 1:2 with lines lw 0.6 lc rgb '#9A9A9A' notitle")
        }
        let settings =
            frame + MapLabels.commands(for: sorted, neighbours: neighbours) + [
                "set title \(GnuplotText.quoted(title))"
            ]
        return Figure(
            name: "map", width: 900, height: 470 + 22 * ((series.count + 2) / 3),
            settings: settings, items: items + lines + dots,
            data: data)
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

    private static func point(_ waypoint: Waypoint) -> String {
        GnuplotText.number(GreatCircle.wrapped(waypoint.longitudeDeg), decimals: 4) + " "
            + GnuplotText.number(waypoint.latitudeDeg, decimals: 4)
    }

    /// The lines of a data block for the links of a path, a blank line where the pen is lifted.
    private static func polylines(_ path: [Waypoint]) -> [String] {
        var lines: [String] = []
        for (a, b) in zip(path, path.dropFirst()) {
            let parts = GreatCircle.polylines(
                from: (a.latitudeDeg, a.longitudeDeg), to: (b.latitudeDeg, b.longitudeDeg))
            append(parts, to: &lines)
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
