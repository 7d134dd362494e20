/// Round-trip time over time of all ranks of a pair, where they are too many to tell apart by name.
enum RankFigure {
    /// The figure of a pair with more ranks than lines can be told apart by; `nil` where there is none.
    static func make(_ all: [PairSeries]) -> Figure? {
        guard let first = all.first, first.rank == 1 else { return nil }
        let ranks = all.filter {
            $0.source == first.source && $0.destination == first.destination && $0.rank != nil
        }.sorted { $0.rank ?? 0 < $1.rank ?? 0 }
        guard ranks.count > FigurePalette.count else { return nil }
        let axis = TimeAxis(ranks)
        var blocks = DataBlocks(columns: "time rtt_ms rank")
        var lines: [String] = []
        for series in ranks {
            if !lines.isEmpty { lines.append("") }
            lines += RTTFigure.lines(series, axis).map {
                $0.isEmpty ? $0 : "\($0) \(series.rank ?? 0)"
            }
        }
        var items: [String] = []
        if let index = blocks.append("ranks", lines) {
            items.append(
                "'rtt-ranks.dat' index \(index) using 1:2:3 with lines lw 1.0 lc palette notitle")
        }
        var values = ranks.flatMap { $0.rttMs.filter { !$0.isNaN } }
        if let fibre = first.fibreRTTMs {
            values.append(fibre)
            let level = GnuplotText.number(fibre, decimals: 6)
            items.append("\(level) with lines lw 1.2 dt (6,4) lc rgb 'black' title 'fibre'")
        }
        let range = SeriesFigure.range(values)
        var pair = first
        pair.rank = nil
        return Figure(
            name: "rtt-ranks", width: 760, height: 460,
            settings: DataCenterFigures.frame + axis.settings + [
                "set title \(GnuplotText.quoted("\(ranks.count) routes, \(pair.title)"))",
                "set yrange [\(range.lowerBound):\(range.upperBound)]",
                "set ylabel 'Round-trip time (ms)'", FigurePalette.scale,
                "set cbrange [1:\(ranks.count)]", "set cblabel 'Rank of the route'",
                "set cbtics out scale 0.4",
            ],
            items: items.isEmpty ? ["NaN notitle"] : items,
            data: [Figure.DataFile(name: "rtt-ranks.dat", bytes: blocks.bytes)])
    }
}
