/// The ground of a map, on which a figure lays its lines: coastlines and, of a globe, meridians and parallels.
struct WorldMap {
    /// How the Earth is laid flat.
    enum Projection {
        /// Longitude across and latitude up.
        case equirectangular

        /// From far above a place.
        case orthographic(OrthographicView)
    }

    /// How the Earth is laid flat.
    let projection: Projection

    /// Bytes of the coastlines, `longitude latitude` a line and blank lines between polylines.
    let coastlines: [UInt8]?

    /// The files that the items read, beside that of the figure.
    var data: [Figure.DataFile] {
        switch projection {
        case .equirectangular:
            return coastlines.map { [Figure.DataFile(name: "coastlines.dat", bytes: $0)] } ?? []
        case .orthographic(let view):
            var blocks = DataBlocks(columns: "x y")
            _ = blocks.append("rim", Self.lines([OrthographicView.rim]))
            _ = blocks.append("meridians and parallels", Self.lines(view.graticule))
            _ = blocks.append("coastlines", Self.lines(coast.flatMap { view.parts(of: $0) }))
            return [Figure.DataFile(name: "globe-ground.dat", bytes: blocks.bytes)]
        }
    }

    /// What is drawn first.
    var items: [String] {
        switch projection {
        case .equirectangular:
            return coastlines == nil
                ? []
                : ["'coastlines.dat' using 1:2 with lines lw 0.6 lc rgb '#9A9A9A' notitle"]
        case .orthographic:
            let file = "'globe-ground.dat' index"
            return [
                "\(file) 1 with lines lw 0.4 lc rgb '#DDDDDD' notitle",
                "\(file) 0 with lines lw 0.8 lc rgb '#404040' notitle",
            ]
                + (coastlines == nil
                    ? [] : ["\(file) 2 with lines lw 0.6 lc rgb '#9A9A9A' notitle"])
        }
    }

    /// The settings of the frame.
    var settings: [String] {
        switch projection {
        case .equirectangular: RouteMapFigure.frame
        case .orthographic:
            [
                "unset border", "unset tics", "set size ratio -1", "set xrange [-1.03:1.03]",
                "set yrange [-1.03:1.03]",
                "set key outside bottom center horizontal Left reverse noenhanced samplen 3 "
                    + "spacing 1.2", "set title offset 0,-0.3 font ',13'",
            ]
        }
    }

    /// What a title adds.
    var words: String {
        switch projection {
        case .equirectangular: ""
        case .orthographic(let view): ", \(view.words)"
        }
    }

    /// The lines of a data block for the way along the great circle between two places, in the
    /// projection; blank lines where the pen is lifted.
    func way(
        from a: (latitudeDeg: Double, longitudeDeg: Double),
        to b: (latitudeDeg: Double, longitudeDeg: Double), pieces: Int = 16
    ) -> [String] {
        let parts = GreatCircle.polylines(from: a, to: b, pieces: pieces)
        switch projection {
        case .equirectangular:
            var lines: [String] = []
            RouteMapFigure.append(parts, to: &lines)
            return lines
        case .orthographic(let view):
            return Self.lines(parts.flatMap { view.parts(of: $0) })
        }
    }

    /// The line of a data block for a place; `nil` where it is not to be seen.
    func point(latitudeDeg: Double, longitudeDeg: Double) -> String? {
        switch projection {
        case .equirectangular:
            return GnuplotText.number(GreatCircle.wrapped(longitudeDeg), decimals: 4) + " "
                + GnuplotText.number(latitudeDeg, decimals: 4)
        case .orthographic(let view):
            return view.point(latitudeDeg: latitudeDeg, longitudeDeg: longitudeDeg).map(Self.text)
        }
    }

    /// The coastlines as polylines.
    private var coast: [[(longitudeDeg: Double, latitudeDeg: Double)]] {
        var lines: [[(longitudeDeg: Double, latitudeDeg: Double)]] = []
        var line: [(longitudeDeg: Double, latitudeDeg: Double)] = []
        let text = String(decoding: coastlines ?? [], as: UTF8.self)
        for row in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = row.split(separator: " ")
            if cells.count == 2, let longitude = Double(cells[0]), let latitude = Double(cells[1]) {
                line.append((longitude, latitude))
            } else if !row.hasPrefix("#") {
                lines.append(line)
                line = []
            }
        }
        return (lines + [line]).filter { $0.count > 1 }
    }

    private static func lines(_ parts: [[OrthographicView.Point]]) -> [String] {
        Array(parts.map { $0.map(text) }.joined(separator: [""]))
    }

    private static func text(_ point: OrthographicView.Point) -> String {
        GnuplotText.number(point.x, decimals: 5) + " " + GnuplotText.number(point.y, decimals: 5)
    }
}
