/// A quantity over two axes of a sweep: a square for each two values, with its number where there is room.
enum SweepHeatMap {
    /// Values of an axis up to which squares have room for numbers.
    private static let mostNumbers = 12

    /// Values of an axis of which each has a tic.
    private static let mostTics = 24

    /// - Parameter medians: Rows of the second axis, each with the values of the first; NaN for none.
    static func make(
        name: String, title: String, axes: (SweepAxisValues, SweepAxisValues),
        medians: [[Double]]
    ) -> Figure {
        let (width, height) = (axes.0.count, axes.1.count)
        let all = medians.joined().filter { !$0.isNaN }
        let (low, high) = (all.min() ?? 0, all.max() ?? 1)
        var squares: [String] = []
        var onDark: [String] = []
        var onLight: [String] = []
        for (row, values) in medians.enumerated() {
            for (column, value) in values.enumerated() {
                let text = value.isNaN ? "NaN" : GnuplotText.number(value, decimals: 6)
                squares.append("\(column) \(row) \(text)")
                guard !value.isNaN else { continue }
                let label = "\(column) \(row) \(short(value, of: max(abs(low), abs(high))))"
                if value - low < 0.6 * (high - low) {
                    onDark.append(label)
                } else {
                    onLight.append(label)
                }
            }
        }
        var blocks = DataBlocks(columns: "column row median")
        let square = max(7, min(58, 640 / width))
        var items: [String] = []
        if let index = blocks.append("medians", squares) {
            items.append("'\(name).dat' index \(index) using 1:2:3 with image pixels notitle")
        }
        if width <= mostNumbers, height <= mostNumbers {
            for (label, lines, colour) in [
                ("numbers on dark", onDark, "white"), ("numbers on light", onLight, "black"),
            ] {
                guard let index = blocks.append(label, lines) else { continue }
                items.append(
                    "'\(name).dat' index \(index) using 1:2:3 with labels font ',9' "
                        + "textcolor rgb '\(colour)' notitle")
            }
        }
        // A scale of no length has no colours.
        let air = high > low ? 0 : max(1, abs(low) * 0.01)
        let range = [low - air, high + air].map { GnuplotText.number($0, decimals: 6) }
        let names = axes.0.values[0].map(\.count).max() ?? 1
        return Figure(
            name: name, width: max(360, 230 + square * width),
            height: 190 + max(7, min(34, 480 / height)) * height + (names > 5 ? 30 : 0),
            settings: [
                "set title \(GnuplotText.quoted("\(title), median over all else")) noenhanced "
                    + "font ',13'",
                "set xlabel \(GnuplotText.quoted(axes.0.title)) noenhanced",
                "set ylabel \(GnuplotText.quoted(axes.1.title)) noenhanced",
                "set cblabel \(GnuplotText.quoted(title)) noenhanced offset 1.2,0",
                "set xrange [-0.5:\(width).0-0.5]", "set yrange [-0.5:\(height).0-0.5]",
                "set xtics out nomirror scale 0.4 noenhanced "
                    + (names > 5 ? "rotate by 45 right " : "") + tics(axes.0),
                "set ytics out nomirror scale 0.4 noenhanced " + tics(axes.1),
                "set cbrange [\(range[0]):\(range[1])]", "unset key",
                "set border 15 lw 0.5 lc rgb '#404040'", FigurePalette.scale,
            ],
            items: items, data: [Figure.DataFile(name: "\(name).dat", bytes: blocks.bytes)])
    }

    /// The values of an axis at their places; of very many only some.
    private static func tics(_ axis: SweepAxisValues) -> String {
        let step = (axis.count + mostTics - 1) / mostTics
        let tics = stride(from: 0, to: axis.count, by: step).map {
            "\(GnuplotText.quoted(PrintableText.cut(axis.values[0][$0], at: 24))) \($0)"
        }
        return "(" + tics.joined(separator: ", ") + ")"
    }

    /// A number that fits into a square.
    private static func short(_ value: Double, of greatest: Double) -> String {
        GnuplotText.number(value, decimals: greatest >= 100 ? 0 : greatest >= 10 ? 1 : 2)
    }
}
