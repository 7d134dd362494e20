/// A quantity along the only axis of a sweep: mean with its bootstrap interval, and median.
enum SweepLineFigure {
    /// From this ratio of the greatest to the least value on, an axis is logarithmic.
    private static let logarithmic = 50.0

    static func make(
        name: String, title: String, axis: SweepAxisValues, of means: [SweepResults.Mean]
    ) -> Figure {
        let there = means.filter { !$0.mean.isNaN }
        let numbers = axis.numbers
        func x(_ mean: SweepResults.Mean) -> String {
            numbers.map { $0[mean.place].description } ?? mean.place.description
        }
        func y(_ value: Double) -> String { GnuplotText.number(value, decimals: 6) }
        var blocks = DataBlocks(columns: "value low high, or value number")
        var items: [String] = []
        if let index = blocks.append(
            "interval of the mean", there.map { "\(x($0)) \(y($0.low)) \(y($0.high))" })
        {
            // Between values that are no numbers there is nothing.
            let style =
                numbers == nil
                ? "with yerrorbars pt -1 lw 1.4 lc rgb '#0072B2'"
                : "with filledcurves fc rgb '#0072B2' fs transparent solid 0.25 noborder"
            let using = numbers == nil ? "1:2:2:3" : "1:2:3"
            items.append(
                "'\(name).dat' index \(index) using \(using) \(style) "
                    + "title '95 % interval of the mean'")
        }
        let joins = numbers == nil ? "points" : "linespoints"
        if let index = blocks.append("mean", there.map { "\(x($0)) \(y($0.mean))" }) {
            items.append(
                "'\(name).dat' index \(index) with \(joins) lw 1.6 \(FigurePalette.point(0)) "
                    + "\(FigurePalette.colour(0)) title 'mean'")
        }
        if let index = blocks.append("median", there.map { "\(x($0)) \(y($0.median))" }) {
            items.append(
                "'\(name).dat' index \(index) with \(joins) lw 1.2 dt (6,3) "
                    + "\(FigurePalette.point(1)) \(FigurePalette.colour(1)) title 'median'")
        }
        var settings = [
            "set title \(GnuplotText.quoted(title)) noenhanced font ',13'",
            "set xlabel \(GnuplotText.quoted(axis.title)) noenhanced",
            "set ylabel \(GnuplotText.quoted(title)) noenhanced",
            "set border 3 lw 0.8 lc rgb '#404040'", "set xtics out nomirror scale 0.6",
            "set ytics out nomirror scale 0.6",
            "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'",
            "set key outside bottom center horizontal Left reverse noenhanced samplen 2.5",
            "set offsets graph 0.02, graph 0.02, graph 0.05, graph 0.05",
        ]
        if let numbers {
            if let least = numbers.first, let greatest = numbers.last, least > 0,
                greatest / least >= logarithmic
            {
                settings.append("set logscale x")
            }
        } else {
            let tics = axis.values[0].enumerated().map {
                "\(GnuplotText.quoted(PrintableText.cut($1, at: 24))) \($0)"
            }
            settings.append("set xtics noenhanced (\(tics.joined(separator: ", ")))")
            settings.append("set xrange [-0.5:\(axis.count).0-0.5]")
        }
        return Figure(
            name: name, width: 720, height: 440, settings: settings,
            items: items.isEmpty ? ["NaN notitle"] : items,
            data: [Figure.DataFile(name: "\(name).dat", bytes: blocks.bytes)])
    }
}
