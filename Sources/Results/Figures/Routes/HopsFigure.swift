/// Number of links over time, a stair a pair.
enum HopsFigure {
    static func make(_ all: [PairSeries]) -> Figure {
        let apart = all.count > 1 ? ", lines set apart" : ""
        var figure = SeriesFigure(
            name: "hops", title: "Links on the route" + apart, columns: "time hops", of: all)
        let series = all.prefix(figure.labels.count)
        let axis = TimeAxis(series)
        var hops: [Int] = []
        for (i, pair) in series.enumerated() {
            hops += pair.hops.filter { $0 > 0 }
            // Equal counts would cover one another; the data file has the counts as they are.
            let shift = 0.09 * (Double(series.count - 1) / 2 - Double(i))
            let using = shift == 0 ? "1:2" : "1:($2+\(GnuplotText.number(shift, decimals: 3)))"
            let marks = axis.markIndices(pair).map {
                "\(axis.text(pair.timesS[$0])) \(pair.hops[$0])"
            }
            figure.addLine(i, points: lines(pair, axis), marks: marks, using: using)
        }
        let low = hops.min() ?? 1
        let high = hops.max() ?? 1
        // A count that hardly changes still gets neighbours on the axis.
        let margin = high - low < 2 ? 1.6 : 0.6
        return figure.figure(
            height: 300,
            settings: axis.settings + [
                "set yrange [\(Double(low) - margin):\(Double(high) + margin)]",
                "set ytics \((high - low) / 8 + 1)", "set ylabel 'Links (one way)'",
            ])
    }

    /// The corners of the stairs; a count holds from its instant to the next one.
    private static func lines(_ pair: PairSeries, _ axis: TimeAxis) -> [String] {
        var lines: [String] = []
        var current: Int?
        for i in pair.timesS.indices {
            let now = pair.rttMs[i].isNaN ? nil : pair.hops[i]
            guard now != current else { continue }
            let time = axis.text(pair.timesS[i])
            if let current { lines.append("\(time) \(current)") }
            if let now {
                lines.append("\(time) \(now)")
            } else if lines.last?.isEmpty == false {
                lines.append("")
            }
            current = now
        }
        if let current { lines.append("\(axis.text(pair.endS)) \(current)") }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
