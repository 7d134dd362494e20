/// Figures of serving and of placement.
struct ServingFigures {
    let results: DataCenterResults

    /// The share of people whom compute answers within so long.
    var latency: Figure? {
        guard !results.services.isEmpty else { return nil }
        var blocks = DataBlocks(columns: "rtt_ms share_percent")
        var items: [String] = []
        for (place, service) in results.services.enumerated() {
            let points = service.quantiles.filter { !$0.ms.isNaN && !$0.share.isNaN }.map {
                DataCenterFigures.number(max(0.1, $0.ms)) + " "
                    + DataCenterFigures.number(100 * $0.share)
            }
            let title = "\(service.compute) over \(service.network)"
            guard let index = blocks.append(title, points) else { continue }
            items.append(
                "'latency.dat' index \(index) with lines lw 1.8 \(FigurePalette.colour(place)) "
                    + "\(FigurePalette.dash(service.network == "fibre" ? 2 : 0)) title "
                    + GnuplotText.quoted(title))
        }
        if items.isEmpty { items = ["NaN notitle"] }
        return Figure(
            name: "latency", width: 760, height: 470,
            settings: DataCenterFigures.frame + [
                "set title 'How far compute is from people'", "set logscale x",
                "set xrange [1:400]", "set xtics (1, 2, 5, 10, 20, 50, 100, 200, 400)",
                "set yrange [0:101]",
                DataCenterFigures.xLabel("Round-trip time to the nearest site (ms)"),
                "set ylabel 'Share of people (%)'",
                "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
            ],
            items: items, data: [Figure.DataFile(name: "latency.dat", bytes: blocks.bytes)])
    }

    /// Where the time to the first token goes.
    var budget: Figure? {
        let services = results.services.filter { $0.networkMs.isFinite }
        guard let limit = services.first?.limitMs else { return nil }
        var lines: [String] = []
        for (place, service) in services.enumerated() {
            // A queue that grows without end has no mean; it is drawn up to the limit.
            let queue = service.queueMs.isFinite ? service.queueMs : limit
            lines.append(
                [Double(place), service.networkMs, queue, service.prefillMs].map {
                    DataCenterFigures.number($0)
                }.joined(separator: " "))
        }
        var blocks = DataBlocks(columns: "place network_ms queue_ms prefill_ms")
        guard let index = blocks.append("budget", lines) else { return nil }
        let tics = services.enumerated().map {
            GnuplotText.quoted("\($1.compute) over \($1.network)") + " \($0)"
        }
        let data = "'budget.dat' index \(index) using"
        func box(_ from: String, _ to: String, _ colour: Int, _ title: String) -> String {
            "\(data) (\(from)):1:(\(from)):(\(to)):($1-0.3):($1+0.3) with boxxyerror "
                + "fs solid 0.85 noborder \(FigurePalette.colour(colour)) title '\(title)'"
        }
        let most =
            services.map {
                $0.networkMs + ($0.queueMs.isFinite ? $0.queueMs : limit) + $0.prefillMs
            }.max() ?? limit
        return Figure(
            name: "budget", width: 760, height: 140 + 52 * services.count,
            settings: DataCenterFigures.frame + [
                "set title 'Mean time to the first token'",
                "set xrange [0:\(1.08 * max(most, limit))]",
                "set yrange [\(Double(services.count) - 0.4):-0.6]",
                "set ytics (\(tics.joined(separator: ", "))) noenhanced",
                DataCenterFigures.xLabel("ms"),
                "set grid xtics noytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
                "set arrow from \(limit), graph 0 to \(limit), graph 1 nohead dt (4,4) "
                    + "lc rgb '#404040' front",
                "set label 'limit' at \(limit), graph 1 offset 0.4,-0.8 font ',10'",
            ],
            items: [
                box("0", "$2", 0, "network"), box("$2", "$2+$3", 1, "queue"),
                box("$2+$3", "$2+$3+$4", 5, "reading the question"),
            ], data: [Figure.DataFile(name: "budget.dat", bytes: blocks.bytes)])
    }

    /// What more sites gain, beside the bound.
    var placement: Figure? {
        let shown = results.placements.filter { $0.unit == "ms" }
        guard !shown.isEmpty else { return nil }
        var blocks = DataBlocks(columns: "sites value bound")
        var items: [String] = []
        var objectives: [String] = []
        for row in shown where !objectives.contains(row.objective) {
            objectives.append(row.objective)
        }
        let words = ["mean": "mean over people", "worst": "the worst city"]
        for (place, objective) in objectives.enumerated() {
            for (method, style) in [
                ("exact", "with linespoints lw 1.6 dt solid"),
                ("local-search", "with points"), ("greedy", "with points"),
            ] {
                let points = shown.filter { $0.objective == objective && $0.method == method }
                    .sorted { $0.count < $1.count }.map {
                        "\($0.count) " + DataCenterFigures.number($0.value) + " "
                            + DataCenterFigures.number($0.bound)
                    }
                let name = words[objective] ?? objective
                let title = method == "exact" ? "\(name), proven best" : "\(name), \(method)"
                guard let index = blocks.append(title, points) else { continue }
                let mark =
                    method == "exact"
                    ? "pt 7 ps 0.7" : method == "greedy" ? "pt 6 ps 1.3" : "pt 4 ps 1.8"
                items.append(
                    "'placement.dat' index \(index) using 1:2 \(style) "
                        + "\(FigurePalette.colour(place)) \(mark) title "
                        + GnuplotText.quoted(title))
            }
        }
        let most = shown.map(\.count).max() ?? 1
        return Figure(
            name: "placement", width: 760, height: 470,
            settings: DataCenterFigures.frame + [
                "set title 'What more sites gain'", "set logscale y",
                "set xrange [0.5:\(Double(most) + 0.5)]", "set xtics 1",
                DataCenterFigures.xLabel("Sites"),
                "set ylabel 'Round-trip time to the nearest one (ms)'",
                "set yrange [10:1100]", "set ytics (10, 20, 50, 100, 200, 500, 1000)",
            ],
            items: items, data: [Figure.DataFile(name: "placement.dat", bytes: blocks.bytes)])
    }
}
