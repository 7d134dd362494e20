/// How well models of fibre fit measured round-trip times: predicted against measured, and the
/// distribution of the absolute error, each of the sets that were held out.
enum CalibrationFigures {
    static func figures(of results: CalibrationResults) -> [Figure] {
        [scatter(of: results), errors(of: results)]
    }

    private static func title(_ fold: CalibrationResults.Fold) -> String {
        fold.heldOut.isEmpty ? fold.model : "\(fold.model), \(fold.heldOut) held out"
    }

    /// A dot for each pair of the models `cables` and `great-circle`.
    private static func scatter(of results: CalibrationResults) -> Figure {
        var blocks = DataBlocks(columns: "measured_ms predicted_ms")
        var items: [String] = ["x with lines lw 1 lc rgb '#404040' title 'equal'"]
        let shown =
            results.folds.filter { $0.model == "great-circle" }
            + results.folds.filter { $0.model == "cables" }
        let circles = shown.count { $0.model == "great-circle" }
        var greatest = 1.0
        for (place, fold) in shown.enumerated() {
            let points = zip(fold.measured, fold.predicted).filter { !$0.1.isNaN }.map {
                greatest = max(greatest, $0.0, $0.1)
                return GnuplotText.number($0.0, decimals: 3) + " "
                    + GnuplotText.number($0.1, decimals: 3)
            }
            guard let index = blocks.append(title(fold), points) else { continue }
            let style =
                place < circles
                ? "pt \(place + 1) ps 0.5 lc rgb '#B8B8B8'"
                : "\(FigurePalette.point(place - circles)) \(FigurePalette.colour(place - circles))"
            items.append(
                "'calibration.dat' index \(index) with points \(style) title "
                    + GnuplotText.quoted(title(fold)))
        }
        let top = GnuplotText.number(greatest * 1.04, decimals: 0)
        return Figure(
            name: "calibration", width: 720, height: 700,
            settings: [
                "set title 'Round-trip times of fibre, predicted and measured' font ',13'",
                "set xlabel 'Measured (ms)'", "set ylabel 'Predicted (ms)'",
                "set xrange [0:\(top)]", "set yrange [0:\(top)]", "set size square",
                "set xtics out nomirror", "set ytics out nomirror",
                "set border 3 lw 0.8 lc rgb '#404040'",
                "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
                "set key outside bottom center horizontal Left reverse noenhanced",
            ],
            items: items,
            data: [Figure.DataFile(name: "calibration.dat", bytes: blocks.bytes)])
    }

    private static func errors(of results: CalibrationResults) -> Figure {
        DistributionFigure.make(
            name: "calibration-errors", title: "Absolute error of models of fibre",
            noun: "models", axis: "Absolute error (ms)", share: "Share of pairs", range: 0...100,
            of: results.folds.filter { $0.model != "cables-without" }.map {
                DistributionFigure.Curve(title($0), stairOf: $0.errors)
            })
    }
}
