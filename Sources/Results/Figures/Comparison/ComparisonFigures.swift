/// The figures of a `helio-compare` result folder: round-trip time by distance with the crossover, a
/// matrix of what the mesh gains, a map of where it wins, and over time from what distance on and how
/// often; with measurements how well models fit them, with country sets what these cost.
public struct ComparisonFigures: FigureSet {
    /// What the figures are drawn from.
    public let results: ComparisonResults

    /// The file formats.
    public let format: FigureFormat

    /// Bytes of the coastlines, `longitude latitude` a line and blank lines between polylines.
    public let coastlines: [UInt8]?

    /// Creates the figures.
    public init(
        results: ComparisonResults, coastlines: [UInt8]? = nil, format: FigureFormat = .svg
    ) {
        self.results = results
        self.coastlines = coastlines
        self.format = format
    }

    /// What decides the figures, for their manifest.
    public var arguments: [String: JSONValue] {
        var inputs = results.hashes.mapValues { JSONValue.string($0) }
        if let coastlines { inputs["coastlines"] = .string(SHA256.hex(of: coastlines)) }
        return ["format": .string(format.rawValue), "inputs_sha256": .object(inputs)]
    }

    /// What could not be drawn.
    public var notes: [String] {
        coastlines == nil
            ? ["the map has no coastlines, for Datasets/borders is not found; see --coastlines"]
            : []
    }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] {
        [crossover, matrix, map]
            + (results.crossoverTimes.map { [CrossoverFigure.make(of: $0)] } ?? [])
            + (results.calibration.map(CalibrationFigures.figures(of:)) ?? [])
            + (results.sovereignty.map(SovereigntyFigures.figures(of:)) ?? [])
    }

    private static func point(_ x: Double, _ y: Double) -> String {
        GnuplotText.number(x, decimals: 3) + " " + GnuplotText.number(y, decimals: 4)
    }

    /// A dot for each pair: distance and round-trip time.
    private var crossover: Figure {
        var blocks = DataBlocks(columns: "distance_km rtt_ms")
        var items: [String] = []
        let series: [(String, KeyPath<ComparisonResults.Pair, Double>)] = [
            ("measured", \.measuredMs), ("fibre", \.fibreMs), ("mesh, median", \.meshMs),
        ]
        for (place, (name, value)) in series.enumerated() {
            let points = results.pairs.filter { !$0[keyPath: value].isNaN }.map {
                Self.point($0.distanceKm, $0[keyPath: value])
            }
            guard let index = blocks.append(name, points) else { continue }
            let style = FigurePalette.point(2 - place) + " " + FigurePalette.colour(2 - place)
            items.append(
                "'crossover.dat' index \(index) with points \(style) title "
                    + GnuplotText.quoted(name))
        }
        var settings = [
            "set xlabel 'Distance along the great circle (km)'",
            "set ylabel 'Round-trip time (ms)'", "set xrange [0:20100]", "set yrange [0:*]",
            "set border 3 lw 0.8 lc rgb '#404040'", "set xtics out nomirror",
            "set ytics out nomirror", "set key bottom right Left reverse noenhanced",
            "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
            "set title 'Mesh and fibre by distance' font ',13'",
        ]
        if !results.crossoverKm.isNaN {
            let km = GnuplotText.number(results.crossoverKm, decimals: 0)
            settings.append(
                "set arrow from \(km), graph 0 to \(km), graph 1 nohead dt (4,4) "
                    + "lc rgb '#404040'")
            settings.append(
                "set label 'mesh wins from \(km) km on' at \(km), graph 0.97 offset 0.7,0")
        }
        return Figure(
            name: "crossover", width: 800, height: 480, settings: settings, items: items,
            data: [Figure.DataFile(name: "crossover.dat", bytes: blocks.bytes)])
    }

    /// Median over the mesh less fibre, a square for each pair of stations.
    private var matrix: Figure {
        var place: [String: Int] = [:]
        for (index, name) in results.stations.enumerated() { place[name] = index }
        let count = results.stations.count
        // An image needs a value for every square.
        var gains = [String](repeating: "NaN", count: count * count)
        var widest = 1.0
        for pair in results.pairs {
            let gain = pair.meshMs - pair.fibreMs
            guard let a = place[pair.source], let b = place[pair.destination], !gain.isNaN else {
                continue
            }
            widest = max(widest, abs(gain))
            let text = GnuplotText.number(gain, decimals: 3)
            gains[a * count + b] = text
            gains[b * count + a] = text
        }
        var blocks = DataBlocks(columns: "column row gain_ms")
        let index = blocks.append(
            "gains", gains.enumerated().map { "\($0 % count) \($0 / count) \($1)" })
        // In grey the two ends of the colours are alike, so that one side bears dots.
        let dots = blocks.append(
            "fibre is faster",
            gains.enumerated().filter { Double($0.element) ?? 0 > 0 }.map {
                "\($0.offset % count) \($0.offset / count)"
            })
        let side = max(420, min(1_400, 260 + 13 * count))
        // Names of more stations would run into each other.
        let names = count <= 80 ? results.stations : []
        func tics(_ axis: String, _ rotate: String) -> String {
            "set \(axis)tics out nomirror scale 0.3 \(rotate) noenhanced font ',7' ("
                + names.enumerated().map { "\(GnuplotText.quoted($1)) \($0)" }
                .joined(separator: ", ") + ")"
        }
        let bound = GnuplotText.number(widest, decimals: 1)
        return Figure(
            name: "matrix", width: side + 60, height: side,
            settings: [
                "set title \"Round-trip time over the mesh less that of fibre (ms)\\n"
                    + "dots: fibre is faster\" font ',13'",
                "set xrange [-0.5:\(count).0-0.5]", "set yrange [\(count).0-0.5:-0.5]",
                "set size square", tics("x", "rotate by 90 right"), tics("y", ""),
                "set palette defined (-1 '#0072B2', 0 '#FFFFFF', 1 '#D55E00')",
                "set cbrange [-\(bound):\(bound)]", "unset key",
                "set border 15 lw 0.5 lc rgb '#404040'",
            ],
            items: index.map {
                ["'matrix.dat' index \($0) using 1:2:3 with image pixels notitle"]
                    + (dots.map {
                        [
                            "'matrix.dat' index \($0) using 1:2 with points pt 7 ps 0.25 "
                                + "lc rgb 'black' notitle"
                        ]
                    } ?? [])
            } ?? ["NaN notitle"],
            data: [Figure.DataFile(name: "matrix.dat", bytes: blocks.bytes)])
    }

    /// The great circles of all pairs in the colour of the faster way.
    private var map: Figure {
        var wins: [String] = []
        var losses: [String] = []
        for pair in results.pairs {
            guard let a = results.sites[pair.source], let b = results.sites[pair.destination],
                !pair.meshMs.isNaN || !pair.fibreMs.isNaN
            else { continue }
            let parts = GreatCircle.polylines(
                from: (a.latitudeDeg, a.longitudeDeg), to: (b.latitudeDeg, b.longitudeDeg),
                pieces: 120)
            let isWin = pair.fibreMs.isNaN || pair.meshMs < pair.fibreMs
            var lines: [String] = []
            RouteMapFigure.append(parts, to: &lines)
            if isWin {
                if !wins.isEmpty { wins.append("") }
                wins += lines
            } else {
                if !losses.isEmpty { losses.append("") }
                losses += lines
            }
        }
        var blocks = DataBlocks(columns: "longitude latitude")
        var items: [String] = []
        var data: [Figure.DataFile] = []
        if let coastlines {
            data.append(Figure.DataFile(name: "coastlines.dat", bytes: coastlines))
            items.append("'coastlines.dat' using 1:2 with lines lw 0.6 lc rgb '#9A9A9A' notitle")
        }
        for (title, lines, colour, dash) in [
            ("the mesh is faster", wins, 0, "solid"), ("fibre is faster", losses, 1, "(6,3)"),
        ] {
            guard let index = blocks.append(title, lines) else { continue }
            items.append(
                "'map.dat' index \(index) with lines lw \(colour == 0 ? 0.5 : 0.9) dt \(dash) "
                    + "\(FigurePalette.colour(colour)) title "
                    + GnuplotText.quoted(title))
        }
        let places = results.sites.sorted { $0.key < $1.key }
        for (title, isStation, style) in [
            ("stations", true, "pt 5 ps 0.5"), ("gateways", false, "pt 6 ps 0.4"),
        ] {
            let points = places.filter { $0.value.isStation == isStation }.map {
                Self.point(GreatCircle.wrapped($0.value.longitudeDeg), $0.value.latitudeDeg)
            }
            guard let index = blocks.append(title, points) else { continue }
            items.append(
                "'map.dat' index \(index) with points \(style) lc rgb 'black' title '\(title)'")
        }
        data.insert(Figure.DataFile(name: "map.dat", bytes: blocks.bytes), at: 0)
        return Figure(
            name: "map", width: 900, height: 500,
            settings: RouteMapFigure.frame + ["set title 'Where the mesh is faster' font ',13'"],
            items: items, data: data)
    }
}
