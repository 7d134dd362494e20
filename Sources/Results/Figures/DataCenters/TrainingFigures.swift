/// Figures of training and of collectives.
struct TrainingFigures {
    let results: DataCenterResults

    /// A network that is drawn as one line.
    private struct Network: Hashable {
        var name: String
        var radioGbps: Double?

        init(_ training: DataCenterResults.Training) {
            name = training.network
            radioGbps = training.radioGbps.isNaN ? nil : training.radioGbps
        }

        var title: String {
            guard let radioGbps else { return name }
            return "\(name), \(GnuplotText.number(radioGbps, decimals: 2)) Gbit/s up and down"
        }
    }

    /// The networks, the slowest mesh first and fibre last.
    private var networks: [Network] {
        Set(results.trainings.map(Network.init)).sorted {
            ($0.radioGbps ?? .infinity, $0.name) < ($1.radioGbps ?? .infinity, $1.name)
        }
    }

    /// The trainings that are compared: the first size of model, at the most sites, with the fewest bytes.
    private var compared: [DataCenterResults.Training] {
        let most = results.trainings.map(\.sites).max()
        let parameters = results.trainings.first?.parameters
        let least = results.trainings.filter { $0.method != "data-parallel" }
            .map(\.bytesPerParameter).min()
        return results.trainings.filter {
            $0.sites == most && $0.parameters == parameters
                && ($0.method == "data-parallel" || $0.bytesPerParameter == least)
        }
    }

    /// The share of the time that is computed, by the steps between two synchronisations.
    var utilisation: Figure? {
        guard let first = compared.first else { return nil }
        var blocks = DataBlocks(columns: "inner_steps utilisation_percent")
        var items: [String] = []
        for (place, network) in networks.enumerated() {
            let rows = compared.filter { Network($0) == network && !$0.utilisation.isNaN }
            func points(_ method: String) -> [String] {
                rows.filter { $0.method == method }.sorted { $0.innerSteps < $1.innerSteps }.map {
                    "\($0.innerSteps) " + DataCenterFigures.number(100 * $0.utilisation)
                }
            }
            let colour = FigurePalette.colour(place)
            if let index = blocks.append(network.title, points("diloco")) {
                items.append(
                    "'utilisation.dat' index \(index) with linespoints lw 1.6 \(colour) "
                        + "\(FigurePalette.point(place)) title \(GnuplotText.quoted(network.title))"
                )
            }
            if let index = blocks.append(network.title + ", streaming", points("streaming")) {
                items.append(
                    "'utilisation.dat' index \(index) with lines lw 1.2 dt (6,4) \(colour) notitle")
            }
            if let index = blocks.append(network.title + ", data parallel", points("data-parallel"))
            {
                items.append(
                    "'utilisation.dat' index \(index) with points \(colour) pt 3 ps 0.9 notitle")
            }
        }
        let methods = Set(compared.map(\.method))
        if methods.contains("streaming") {
            items.append(
                "NaN with lines lw 1.2 dt (6,4) lc rgb '#404040' title 'streaming, overlapped'")
        }
        if methods.contains("data-parallel") {
            items.append("NaN with points pt 3 ps 0.9 lc rgb '#404040' title 'data parallel'")
        }
        let most = compared.map(\.innerSteps).max() ?? 1
        let subject =
            "\(DataCenterFigures.short(first.parameters)) parameters at \(first.sites) sites"
        return Figure(
            name: "utilisation", width: 760, height: 470,
            settings: DataCenterFigures.frame + [
                "set title 'Training \(subject)'", "set logscale x",
                "set xrange [0.8:\(Double(most) * 1.25)]", "set yrange [0:103]",
                DataCenterFigures.xLabel("Steps between two synchronisations"),
                "set ylabel 'Share of the time that is computed (%)'",
            ],
            items: items, data: [Figure.DataFile(name: "utilisation.dat", bytes: blocks.bytes)])
    }

    /// Tokens a day by the number of sites.
    var tokens: Figure? {
        let counts = Set(results.trainings.map(\.sites))
        guard counts.count > 1, let first = results.trainings.first else { return nil }
        let least = results.trainings.filter { $0.method == "diloco" }.map(\.bytesPerParameter)
            .min()
        let steps = Set(results.trainings.filter { $0.method == "diloco" }.map(\.innerSteps))
            .sorted()
        let middle = steps.isEmpty ? 0 : steps[steps.count / 2]
        var blocks = DataBlocks(columns: "sites tokens_per_day")
        var items: [String] = []
        for (place, network) in networks.enumerated() {
            for (method, style) in [("diloco", "solid"), ("data-parallel", "(2,4)")] {
                let points = results.trainings.filter {
                    Network($0) == network && $0.method == method
                        && $0.parameters == first.parameters
                        && (method != "diloco"
                            || ($0.bytesPerParameter == least && $0.innerSteps == middle))
                }.sorted { $0.sites < $1.sites }.map {
                    "\($0.sites) " + DataCenterFigures.number($0.tokensPerDay / 1e9)
                }
                guard let index = blocks.append("\(network.title), \(method)", points) else {
                    continue
                }
                items.append(
                    "'tokens.dat' index \(index) with linespoints lw 1.6 dt \(style) "
                        + "\(FigurePalette.colour(place)) \(FigurePalette.point(place)) "
                        + (method == "diloco"
                            ? "title \(GnuplotText.quoted(network.title))" : "notitle"))
            }
        }
        guard !items.isEmpty else { return nil }
        items.append("NaN with lines lw 1.6 dt (2,4) lc rgb '#404040' title 'data parallel'")
        let fewest = counts.min() ?? 1
        let most = counts.max() ?? 1
        return Figure(
            name: "tokens", width: 760, height: 470,
            settings: DataCenterFigures.frame + [
                "set title 'A synchronisation every \(middle) steps, and after each step'",
                "set xrange [\(Double(fewest) - 0.3):\(Double(most) + 0.3)]", "set xtics 1",
                "set yrange [0:*]", DataCenterFigures.xLabel("Sites"),
                "set ylabel 'Tokens a day (thousand million)'",
            ],
            items: items, data: [Figure.DataFile(name: "tokens.dat", bytes: blocks.bytes)])
    }

    /// How long the ways to do a collective take, a dot for each instant.
    var collectives: Figure? {
        let ended = results.transfers.filter { !$0.durationS.isNaN }
        guard let bytes = ended.map(\.bytes).max() else { return nil }
        let shown = ended.filter { $0.bytes == bytes }
        var kinds: [String] = []
        for transfer in shown {
            let kind = transfer.collective + "\n" + transfer.algorithm
            if !kinds.contains(kind) { kinds.append(kind) }
        }
        var blocks = DataBlocks(columns: "kind duration_s")
        var items: [String] = []
        for (place, network) in ["mesh", "fibre"].enumerated() {
            let points = shown.filter { $0.network == network }.compactMap { transfer in
                kinds.firstIndex(of: transfer.collective + "\n" + transfer.algorithm).map {
                    let shift = place == 0 ? -0.12 : 0.12
                    return GnuplotText.number(Double($0) + shift, decimals: 2) + " "
                        + DataCenterFigures.number(transfer.durationS)
                }
            }
            guard let index = blocks.append(network, points) else { continue }
            items.append(
                "'collectives.dat' index \(index) with points \(FigurePalette.colour(place)) "
                    + "pt \(place == 0 ? 7 : 5) ps 0.8 title '\(network)'")
        }
        let words = [
            "reduce-scatter-all-gather": "halving and\ndoubling",
            "recursive-doubling": "recursive\ndoubling",
        ]
        let tics = kinds.enumerated().map { place, kind -> String in
            let parts = kind.split(separator: "\n").map(String.init)
            let name = parts[0] + "\n" + (words[parts[1]] ?? parts[1])
            return "\"" + name.replacing("\n", with: "\\n") + "\" \(place)"
        }
        return Figure(
            name: "collectives", width: max(520, 100 * kinds.count + 120), height: 440,
            settings: DataCenterFigures.frame + [
                "set title '\(DataCenterFigures.short(bytes)) bytes at each site'",
                "set logscale y", "set xrange [-0.6:\(Double(kinds.count) - 0.4)]",
                "set xtics (\(tics.joined(separator: ", "))) font ',10'", "set bmargin 7",
                "set ylabel 'Time (s)'",
            ],
            items: items, data: [Figure.DataFile(name: "collectives.dat", bytes: blocks.bytes)])
    }

    /// Published rates against those of the closed form.
    var bandwidth: Figure? {
        guard !results.bandwidths.isEmpty else { return nil }
        var names: [String] = []
        for row in results.bandwidths where !names.contains(row.architecture) {
            names.append(row.architecture)
        }
        var blocks = DataBlocks(columns: "published_gbps closed_form_gbps")
        var items = ["x with lines lw 0.8 lc rgb '#404040' notitle"]
        for (place, name) in names.enumerated() {
            let points = results.bandwidths.filter {
                $0.architecture == name && !$0.closedForm.isNaN && !$0.published.isNaN
            }.map {
                DataCenterFigures.number($0.published) + " "
                    + DataCenterFigures.number($0.closedForm)
            }
            guard let index = blocks.append(name, points) else { continue }
            items.append(
                "'bandwidth.dat' index \(index) with points \(FigurePalette.colour(place)) "
                    + "\(FigurePalette.point(place)) title \(GnuplotText.quoted(name))")
        }
        return Figure(
            name: "bandwidth", width: 560, height: 600,
            settings: DataCenterFigures.frame + [
                "set title 'Rate that training needs (Gbit/s)'", "set logscale xy",
                "set xrange [0.3:1300]", "set yrange [0.3:1300]", "set size ratio -1",
                DataCenterFigures.xLabel("Published (arXiv 2503.09799)"),
                "set ylabel 'Closed form, payload fitted'",
                "set grid xtics ytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
            ],
            items: items, data: [Figure.DataFile(name: "bandwidth.dat", bytes: blocks.bytes)])
    }
}
