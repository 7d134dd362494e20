/// Cumulative distributions, a line each.
enum DistributionFigure {
    /// A distribution that is drawn.
    struct Curve {
        /// What the legend calls it.
        var title: String
        /// The corners of its line, `value share` each.
        var points: [String]
        /// Where it bears marks.
        var marks: [String]

        /// The stair of values, those that are NaN counted as beyond all.
        init(_ title: String, stairOf values: [Double]) {
            let sorted = values.filter { !$0.isNaN }.sorted()
            self.title = title
            points = Stairs.lines(sorted, of: values.count)
            marks = Stairs.marks(sorted, of: values.count)
        }

        /// The line through quantiles, with a mark at each.
        init(_ title: String, quantiles: [(share: Double, value: Double)]) {
            self.title = title
            points = quantiles.filter { !$0.value.isNaN }.map {
                GnuplotText.number($0.value, decimals: 6) + " "
                    + GnuplotText.number($0.share, decimals: 6)
            }
            marks = points
        }
    }

    /// - Parameters:
    ///   - noun: What the curves are, such as `instants`.
    ///   - axis: What the values are, with their unit.
    ///   - share: What is counted.
    ///   - range: The range of the values.
    static func make(
        name: String, title: String, noun: String, axis: String, share: String,
        range: ClosedRange<Double>, of curves: [Curve]
    ) -> Figure {
        var figure = SeriesFigure(
            name: name, title: title, columns: "value share", noun: noun,
            of: curves.map {
                SeriesFigure.Label(title: $0.title, remark: $0.points.isEmpty ? " (none)" : "")
            })
        for (index, curve) in curves.prefix(figure.labels.count).enumerated() {
            figure.addLine(index, points: curve.points, marks: curve.marks)
        }
        return figure.figure(
            height: 360,
            settings: [
                "set xrange [\(range.lowerBound):\(range.upperBound)]", "set yrange [0:1.02]",
                "set ytics 0.25", "set xlabel \"\(axis)\\n \" offset 0,0.3",
                "set ylabel \(GnuplotText.quoted(share))",
            ])
    }
}
