/// The share of instants with at most a round-trip time, a stair a pair.
///
/// Unreachable instants count as infinitely slow: a stair that ends below one tells of them.
enum RTTDistributionFigure {
    static func make(_ all: [PairSeries]) -> Figure {
        var figure = SeriesFigure(
            name: "rtt-ecdf", title: "Distribution of the round-trip time",
            columns: "rtt_ms share_of_instants", of: all)
        var values: [Double] = []
        for (i, pair) in all.prefix(figure.labels.count).enumerated() {
            let sorted = pair.rttMs.filter { !$0.isNaN }.sorted()
            values += [sorted.first, sorted.last, pair.fibreRTTMs].compactMap { $0 }
            figure.addLine(
                i, points: Stairs.lines(sorted, of: pair.rttMs.count),
                marks: Stairs.marks(sorted, of: pair.rttMs.count))
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
}
