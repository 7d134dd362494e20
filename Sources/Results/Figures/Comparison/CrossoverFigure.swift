/// The crossover over time, and below it the share of pairs that the mesh wins.
enum CrossoverFigure {
    static func make(of times: CrossoverTimes) -> Figure {
        var blocks = DataBlocks(columns: "time_min crossover_km share")
        var distances: [String] = []
        var shares: [String] = []
        for (place, series) in times.series.enumerated() {
            let lines = series.times.indices.map { row in
                let km = series.distancesKm[row]
                return GnuplotText.number(series.times[row] / 60, decimals: 4) + " "
                    + (km.isNaN ? "NaN" : GnuplotText.number(km, decimals: 2)) + " "
                    + GnuplotText.number(series.wins[row], decimals: 5)
            }
            guard let index = blocks.append(series.name, lines) else { continue }
            let style = "with lines lw 1.4 \(FigurePalette.colour(place))"
            distances.append(
                "'crossover-times.dat' index \(index) using 1:2 \(style) title "
                    + GnuplotText.quoted("against \(series.name): distance"))
            shares.append(
                "'crossover-times.dat' index \(index) using 1:3 axes x1y2 \(style) dt (3,3) title "
                    + GnuplotText.quoted("against \(series.name): share of pairs"))
        }
        let last = times.series.flatMap(\.times).max() ?? 1
        let first = times.series.flatMap(\.times).min() ?? 0
        return Figure(
            name: "crossover-times", width: 800, height: 440,
            settings: [
                "set title 'From what distance on the mesh is faster, and for which part of the pairs' font ',13'",
                "set xlabel 'Time (min)'", "set ylabel 'Distance (km)'",
                "set y2label 'Share of pairs that the mesh wins'",
                "set xrange [\(GnuplotText.number(first / 60, decimals: 3)):\(GnuplotText.number(last / 60, decimals: 3))]",
                "set yrange [0:*]", "set y2range [0:1]", "set ytics out nomirror",
                "set y2tics out nomirror 0.25", "set xtics out nomirror",
                "set border 11 lw 0.8 lc rgb '#404040'",
                "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
                "set key outside bottom center horizontal Left reverse noenhanced",
            ],
            items: distances + shares,
            data: [Figure.DataFile(name: "crossover-times.dat", bytes: blocks.bytes)])
    }
}
