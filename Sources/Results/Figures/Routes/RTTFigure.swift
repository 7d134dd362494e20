/// Round-trip time over time, a line a pair, beside fibre.
enum RTTFigure {
    static func make(_ all: [PairSeries]) -> Figure {
        var figure = SeriesFigure(
            name: "rtt", title: "Round-trip time", columns: "time rtt_ms", of: all)
        let series = all.prefix(figure.labels.count)
        let axis = TimeAxis(series)
        var values: [Double] = []
        for (i, pair) in series.enumerated() {
            values += pair.rttMs.filter { !$0.isNaN }
            figure.addLine(i, points: lines(pair, axis), marks: marks(pair, axis))
            figure.addDots(i, "route changes", changes(pair, axis))
            if let fibre = pair.fibreRTTMs {
                values.append(fibre)
                let level = GnuplotText.number(fibre, decimals: 6)
                figure.addFibre(
                    i, from: "\(axis.range.lowerBound) \(level)",
                    to: "\(axis.range.upperBound) \(level)")
            }
        }
        let range = SeriesFigure.range(values)
        return figure.figure(
            height: 400,
            settings: axis.settings + [
                "set yrange [\(range.lowerBound):\(range.upperBound)]",
                "set ylabel 'Round-trip time (ms)'",
            ])
    }

    /// Eight instants or so of a pair, those of reachable ones.
    static func marks(_ pair: PairSeries, _ axis: TimeAxis) -> [String] {
        axis.markIndices(pair).map {
            axis.text(pair.timesS[$0]) + " " + GnuplotText.number(pair.rttMs[$0], decimals: 6)
        }
    }

    /// The points of a pair, with a blank line at every gap so that gnuplot breaks the line.
    static func lines(_ pair: PairSeries, _ axis: TimeAxis) -> [String] {
        var lines: [String] = []
        var run = 0
        func point(_ i: Int) -> String {
            axis.text(pair.timesS[i]) + " " + GnuplotText.number(pair.rttMs[i], decimals: 6)
        }
        var last: String?
        func endRun() {
            // A lone point is drawn as a line of no length, which round ends make a dot.
            if run == 1, let last { lines.append(last) }
            run = 0
        }
        for i in Thinning.indices(of: pair.rttMs, buckets: 1_500) {
            if pair.rttMs[i].isNaN {
                endRun()
                if let before = lines.last, !before.isEmpty { lines.append("") }
                continue
            }
            let text = point(i)
            lines.append(text)
            last = text
            run += 1
        }
        endRun()
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// The first instant of every route that follows another one.
    private static func changes(_ pair: PairSeries, _ axis: TimeAxis) -> [String] {
        var lines: [String] = []
        for i in pair.timesS.indices.dropFirst() {
            guard let now = pair.routes[i], let before = pair.routes[i - 1], now != before else {
                continue
            }
            lines.append(
                axis.text(pair.timesS[i]) + " " + GnuplotText.number(pair.rttMs[i], decimals: 6))
        }
        return lines
    }
}
