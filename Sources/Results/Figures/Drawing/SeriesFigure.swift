/// A figure with several lines: the items of its plot command and the data behind them.
struct SeriesFigure {
    /// What a line is called.
    struct Label {
        /// Its name in the data and in the legend.
        var title: String
        /// What the legend adds.
        var remark = ""
    }

    /// The lines that are drawn: those that can be told apart in one figure.
    let labels: [Label]

    /// What a small dot stands for.
    var dots = "route change"

    private let name: String
    private let title: String
    private var blocks: DataBlocks
    private var back: [String] = []
    private var lines: [String] = []
    private var front: [String] = []
    private var legend: [String] = []

    /// Starts a figure.
    ///
    /// - Parameters:
    ///   - title: The title of a figure of several lines; a single one adds its own title.
    ///   - noun: What the lines are, such as `pairs`.
    ///   - all: The labels of all lines, of which the first ones are drawn.
    init(name: String, title: String, columns: String, noun: String, of all: [Label]) {
        self.name = name
        labels = Array(all.prefix(FigurePalette.count))
        blocks = DataBlocks(columns: columns)
        if all.count > labels.count {
            self.title = "\(title) (first \(labels.count) of \(all.count) \(noun))"
        } else if let only = all.first, all.count == 1 {
            self.title = "\(title), \(only.title)"
        } else {
            self.title = title
        }
    }

    /// Adds a line, with a few marks by which it is told without colour.
    ///
    /// - Parameter points: The lines of its data block; a blank one breaks the line.
    /// - Parameter marks: The lines of the data block of its marks.
    /// - Parameter using: The columns in gnuplot's words.
    mutating func addLine(
        _ index: Int, points: [String], marks: [String], using: String = "1:2"
    ) {
        let label = labels[index]
        let colour = FigurePalette.colour(index)
        if let block = blocks.append(label.title, points) {
            lines.append(
                "\(source(block)) using \(using) with lines lw 1.6 dt solid \(colour) notitle")
        }
        if let block = blocks.append(label.title + ", marks", marks) {
            lines.append(
                "\(source(block)) using \(using) with points \(FigurePalette.point(index)) lw 1.2 "
                    + "\(colour) notitle")
        }
        legend.append(
            "NaN with linespoints lw 1.6 dt solid \(FigurePalette.point(index)) \(colour) "
                + "title \(GnuplotText.quoted(label.title + label.remark))")
    }

    /// Adds the line of a series over fibre: straight, between two points that bear its mark.
    mutating func addFibre(_ index: Int, from start: String, to end: String) {
        let title = labels[index].title + ", fibre"
        guard let block = blocks.append(title, [start, end]) else { return }
        back.append(
            "\(source(block)) with linespoints lw 1.2 dt (1,3) \(FigurePalette.point(index)) "
                + "\(FigurePalette.colour(index)) notitle")
    }

    /// Adds small dots that belong to a line.
    mutating func addDots(_ index: Int, _ name: String, _ points: [String]) {
        guard let block = blocks.append("\(labels[index].title), \(name)", points) else { return }
        front.append(
            "\(source(block)) with points pt 7 ps 0.5 \(FigurePalette.colour(index)) notitle")
    }

    /// The finished figure.
    func figure(height: Int, settings: [String]) -> Figure {
        var extras: [String] = []
        if !front.isEmpty {
            extras.append("NaN with points pt 7 ps 0.5 lc rgb '#404040' title '\(dots)'")
        }
        if !back.isEmpty {
            extras.append("NaN with lines lw 1.2 dt (1,3) lc rgb '#404040' title 'fibre'")
        }
        let legendRows = (legend.count + extras.count + 2) / 3
        return Figure(
            name: name, width: 720, height: height + 22 * legendRows,
            settings: Self.style + settings + ["set title \(GnuplotText.quoted(title))"],
            items: back + lines + front + legend + extras,
            data: [Figure.DataFile(name: name + ".dat", bytes: blocks.bytes)])
    }

    /// A range around values with some air, at least a little wide.
    static func range(_ values: [Double]) -> ClosedRange<Double> {
        guard let low = values.min(), let high = values.max() else { return 0...1 }
        let air = max((high - low) * 0.06, abs(high) * 0.005, 1e-3)
        return max(0, rounded(low - air))...rounded(high + air)
    }

    private static func rounded(_ value: Double) -> Double { (value * 1_000).rounded() / 1_000 }

    /// The settings of frame, grid and legend.
    private static let style = [
        "set border 3 lw 0.8 lc rgb '#404040'",
        "set tics out nomirror scale 0.6 textcolor rgb '#202020'",
        "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E4E4E4'",
        "set key outside bottom center horizontal Left reverse noenhanced samplen 2.5 spacing 1.2",
        "set title offset 0,-0.4 font ',13'", "set rmargin 3",
    ]

    private func source(_ block: Int) -> String { "'\(name).dat' index \(block)" }
}
