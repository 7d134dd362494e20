/// What something takes by its size, both axes logarithmic: a figure for each unit, with lines as steep as what
/// grows in proportion to the size.
public struct ScalingFigures: FigureSet {
    /// What the figures are drawn from.
    public let results: ScalingResults

    /// The file formats.
    public let format: FigureFormat

    /// Creates the figures.
    public init(results: ScalingResults, format: FigureFormat = .svg) {
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

    /// What is not drawn.
    public var notes: [String] {
        units.filter { series(of: $0).count > FigurePalette.count }.map {
            "of the columns in '\($0)' only the first \(FigurePalette.count) are drawn"
        }
    }

    /// The figures before they are drawn.
    public func figures() throws(FigureError) -> [Figure] { units.map(figure) }

    /// The units, as they first come.
    private var units: [String] {
        var seen: Set<String> = []
        return results.series.map(\.unit).filter { seen.insert($0).inserted }
    }

    private func series(of unit: String) -> [ScalingResults.Series] {
        results.series.filter { $0.unit == unit }
    }

    private func figure(of unit: String) -> Figure {
        let name = "scaling" + (unit.isEmpty ? "" : "-\(unit)")
        let shown = Array(series(of: unit).prefix(FigurePalette.count))
        var blocks = DataBlocks(columns: "size value")
        var items: [String] = []
        var slopes: [String] = []
        for one in shown {
            // From the least size on as if each value were in proportion to its size.
            let points = zip(results.sizes, one.values).filter { !$0.1.isNaN }
            guard let first = points.first, let last = points.last else { continue }
            if !slopes.isEmpty { slopes.append("") }
            slopes.append(Self.point(first.0, first.1))
            slopes.append(Self.point(last.0, first.1 * last.0 / first.0))
        }
        if let index = blocks.append("in proportion to the size", slopes) {
            items.append(
                "'\(name).dat' index \(index) with lines lw 0.9 dt (2,3) lc rgb '#7F7F7F' "
                    + "title 'in proportion to the size'")
        }
        for (place, one) in shown.enumerated() {
            let points = zip(results.sizes, one.values).filter { !$0.1.isNaN }
            guard let index = blocks.append(one.title, points.map { Self.point($0.0, $0.1) }) else {
                continue
            }
            items.append(
                "'\(name).dat' index \(index) with linespoints lw 1.6 "
                    + "\(FigurePalette.dash(place)) \(FigurePalette.point(place)) "
                    + "\(FigurePalette.colour(place)) title \(GnuplotText.quoted(one.title))")
        }
        return Figure(
            name: name, width: 720, height: 470,
            settings: [
                "set logscale xy", "set format x '10^{%L}'", "set format y '%g'",
                "set xlabel \(GnuplotText.quoted(results.noun)) noenhanced",
                "set ylabel \(GnuplotText.quoted(unit)) noenhanced",
                "set title \(GnuplotText.quoted("By the number of \(results.noun)")) noenhanced "
                    + "font ',13'",
                "set border 3 lw 0.8 lc rgb '#404040'", "set xtics out nomirror scale 0.6",
                "set ytics out nomirror scale 0.6",
                "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'",
                "set key outside bottom center horizontal Left reverse noenhanced samplen 3",
                "set offsets graph 0.03, graph 0.03, 0, 0",
            ],
            items: items, data: [Figure.DataFile(name: "\(name).dat", bytes: blocks.bytes)])
    }

    /// A point whose numbers may be of any size.
    private static func point(_ x: Double, _ y: Double) -> String { "\(x) \(y)" }
}
