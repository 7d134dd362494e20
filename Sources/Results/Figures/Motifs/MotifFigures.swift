/// The figures of a `helio-motif` result folder: every motif by its stretch and hops, and what steps gain.
public struct MotifFigures: FigureSet {
    /// What the figures are drawn from.
    public let results: MotifResults

    /// The file formats.
    public let format: FigureFormat

    /// Creates the figures.
    public init(results: MotifResults, format: FigureFormat = .svg) {
        self.results = results
        self.format = format
    }

    /// What decides the figures, for their manifest.
    public var arguments: [String: JSONValue] {
        [
            "format": .string(format.rawValue),
            "inputs_sha256": .object(results.hashes.mapValues { .string($0) }),
        ]
    }

    /// Which motifs are not drawn.
    public var notes: [String] {
        let apart = results.motifs.count { $0.stretch.isNaN }
        return apart == 0 ? [] : ["\(apart) motifs that leave pairs apart are not drawn"]
    }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] { [scatter, heatMap] }

    /// A dot for each motif: the farther to the lower left, the better.
    private var scatter: Figure {
        let grid = results.motifs.first { $0.steps.isEmpty }
        let zones = Set(results.motifs.map(\.zoneDeg)).sorted()
        var blocks = DataBlocks(columns: "hops stretch")
        var items: [String] = []
        func add(_ title: String, _ motifs: [MotifResults.Motif], _ style: String) {
            let points = motifs.filter { !$0.stretch.isNaN }.map {
                GnuplotText.number($0.hops, decimals: 4) + " "
                    + GnuplotText.number($0.stretch, decimals: 4)
            }
            guard let index = blocks.append(title, points) else { return }
            items.append(
                "'motifs.dat' index \(index) with points \(style) title "
                    + GnuplotText.quoted(title))
        }
        for (place, zone) in zones.enumerated() {
            let motifs = results.motifs.filter { $0.zoneDeg == zone && !$0.steps.isEmpty }
            let title =
                zones.count == 1
                ? "motifs" : "up to \(GnuplotText.number(zone, decimals: 1))° of latitude"
            add(title, motifs, FigurePalette.point(place) + " " + FigurePalette.colour(place))
        }
        if let grid { add("+Grid", [grid], "pt 5 ps 1.3 lc rgb 'black'") }
        if let best = results.motifs.filter({ !$0.gainPercent.isNaN && !$0.steps.isEmpty })
            .max(by: { $0.gainPercent < $1.gainPercent })
        {
            let gain = GnuplotText.number(best.gainPercent, decimals: 1)
            add(
                "least of hops and stretch: \(best.text), gains \(gain) %", [best],
                "pt 9 ps 1.5 lc rgb '\(Self.warm)'")
        }
        return Figure(
            name: "motifs", width: 720, height: 480,
            settings: Self.frame + [
                "set title 'Motifs of two steps' font ',13'",
                "set xlabel \"Mean links of a route\\n \" offset 0,0.3",
                "set ylabel 'Mean length of a route over the geodesic'",
                "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
            ],
            items: items, data: [Figure.DataFile(name: "motifs.dat", bytes: blocks.bytes)])
    }

    /// A square for each step: the most that a motif with it gains over +Grid.
    private var heatMap: Figure {
        var best: [MotifResults.Step: Double] = [:]
        for motif in results.motifs where !motif.gainPercent.isNaN {
            for step in motif.steps {
                best[step] = max(best[step] ?? -.infinity, motif.gainPercent)
            }
        }
        let planes = best.keys.map(\.planes)
        let slots = best.keys.map(\.slots)
        let (west, east) = (planes.min() ?? 0, planes.max() ?? 0)
        let (south, north) = (slots.min() ?? 0, slots.max() ?? 0)
        var lines: [String] = []
        for slot in south...max(south, north) {
            for plane in west...max(west, east) {
                let gain = best[MotifResults.Step(planes: plane, slots: slot)]
                lines.append(
                    "\(plane) \(slot) "
                        + (gain.map { GnuplotText.number($0, decimals: 3) } ?? "NaN"))
            }
        }
        var blocks = DataBlocks(columns: "planes slots gain_percent")
        let index = blocks.append("greatest gain", lines) ?? 0
        return Figure(
            name: "motif-steps", width: 180 + 46 * (east - west + 1),
            height: 130 + 26 * (north - south + 1),
            settings: [
                "set title 'Greatest gain over +Grid of motifs with a step' font ',13'",
                "set xlabel 'Planes of the step'", "set ylabel 'Slots of the step'",
                "set cblabel 'Gain (%)'", "set xrange [\(west)-0.5:\(east)+0.5]",
                "set yrange [\(south)-0.5:\(north)+0.5]", "set xtics 1 out nomirror scale 0.4",
                "set ytics 1 out nomirror scale 0.4", "unset key",
                "set border 15 lw 0.5 lc rgb '#404040'", FigurePalette.scale,
            ],
            items: ["'motif-steps.dat' index \(index) using 1:2:3 with image pixels notitle"],
            data: [Figure.DataFile(name: "motif-steps.dat", bytes: blocks.bytes)])
    }

    private static let warm = "#D55E00"

    private static let frame = [
        "set border 3 lw 0.8 lc rgb '#404040'", "set xtics out nomirror scale 0.6",
        "set ytics out nomirror scale 0.6",
        "set key outside bottom center horizontal Left reverse noenhanced samplen 2 spacing 1.2",
    ]
}
