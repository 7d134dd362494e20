/// A row for each thing and a dot for each of its numbers, with the rows' names beside them.
enum DotFigure {
    /// Numbers of one kind, a place for each row; NaN for none.
    struct Series {
        /// What the legend calls them.
        var title: String
        /// The numbers.
        var values: [Double]
    }

    /// - Parameters:
    ///   - axis: What the numbers are, with their unit.
    ///   - rows: The names of the rows, the first on top.
    ///   - remarks: What stands at the end of each row; empty for nothing.
    ///   - range: The range of the numbers in gnuplot's words.
    static func make(
        name: String, title: String, axis: String, rows: [String], of series: [Series],
        remarks: [String] = [], range: String = "[0:*]"
    ) -> Figure {
        var blocks = DataBlocks(columns: "value row")
        var items: [String] = []
        for (place, one) in series.enumerated() {
            let lines = one.values.enumerated().filter { $0.element.isFinite }.map {
                GnuplotText.number($0.element, decimals: 4) + " \($0.offset)"
            }
            guard let index = blocks.append(one.title, lines) else { continue }
            items.append(
                "'\(name).dat' index \(index) with points \(FigurePalette.point(place)) "
                    + "\(FigurePalette.colour(place)) title \(GnuplotText.quoted(one.title))")
        }
        if items.isEmpty { items = ["NaN notitle"] }
        let tics = rows.enumerated().map { "\(GnuplotText.quoted($1)) \($0)" }
        var settings = [
            "set title \(GnuplotText.quoted(title)) font ',13'",
            "set xlabel \"\(axis)\\n \" offset 0,0.3", "set xrange \(range)",
            "set yrange [\(rows.count).0-0.5:-0.5]",
            "set ytics out nomirror scale 0 noenhanced (\(tics.joined(separator: ", ")))",
            "set xtics out nomirror", "set border 1 lw 0.8 lc rgb '#404040'",
            "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
            "set key outside bottom center horizontal Left reverse noenhanced",
        ]
        if remarks.contains(where: { !$0.isEmpty }) {
            settings.append("set rmargin \(2 + (remarks.map(\.count).max() ?? 0))")
            for (row, remark) in remarks.enumerated() where !remark.isEmpty {
                settings.append(
                    "set label \(GnuplotText.quoted(remark)) at graph 1.01, first \(row) left "
                        + "noenhanced font ',10'")
            }
        }
        return Figure(
            name: name, width: 800, height: 170 + 26 * rows.count, settings: settings,
            items: items, data: [Figure.DataFile(name: "\(name).dat", bytes: blocks.bytes)])
    }
}
