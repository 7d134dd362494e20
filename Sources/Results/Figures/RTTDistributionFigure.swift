/// The share of instants with at most a round-trip time, a stair a pair.
///
/// Unreachable instants count as infinitely slow: a stair that ends below one tells of them.
enum RTTDistributionFigure {
    static func make(_ all: [PairSeries]) -> Figure {
        var figure = SeriesFigure(
            name: "rtt-ecdf", title: "Distribution of the round-trip time",
            columns: "rtt_ms share_of_instants", of: all)
        var values: [Double] = []
        for (i, pair) in figure.series.enumerated() {
            let sorted = pair.rttMs.filter { !$0.isNaN }.sorted()
            values += [sorted.first, sorted.last, pair.fibreRTTMs].compactMap { $0 }
            figure.addLine(
                i, points: lines(sorted, of: pair.rttMs.count),
                marks: marks(sorted, of: pair.rttMs.count))
            if let fibre = pair.fibreRTTMs {
                let place = GnuplotText.number(fibre, decimals: 6)
                figure.addFibre(i, from: "\(place) 0", to: "\(place) 1")
            }
        }
        let range = SeriesFigure.range(values)
        return figure.figure(
            height: 360,
            settings: [
                "set xrange [\(range.lowerBound):\(range.upperBound)]", "set yrange [0:1.02]",
                "set ytics 0.25", "set xlabel \"Round-trip time (ms)\\n \" offset 0,0.3",
                "set ylabel 'Share of instants'",
            ])
    }

    /// Eight values or so at which the line gets a mark, evenly over the sorted values.
    private static func marks(_ sorted: [Double], of count: Int) -> [String] {
        let marks = min(8, sorted.count)
        return (0..<marks).map { mark in
            let rank = (sorted.count * (2 * mark + 1) / (2 * marks)) + 1
            let value = GnuplotText.number(sorted[rank - 1], decimals: 6)
            return value + " " + GnuplotText.number(Double(rank) / Double(count), decimals: 6)
        }
    }

    /// The corners of the stair of sorted values out of `count` instants.
    private static func lines(_ sorted: [Double], of count: Int) -> [String] {
        let steps = min(sorted.count, 1_000)
        var lines: [String] = []
        var before = "0"
        for step in 0..<steps {
            let rank = sorted.count * (step + 1) / steps
            let value = GnuplotText.number(sorted[rank - 1], decimals: 6)
            let share = GnuplotText.number(Double(rank) / Double(count), decimals: 6)
            lines.append("\(value) \(before)")
            lines.append("\(value) \(share)")
            before = share
        }
        return lines
    }
}
