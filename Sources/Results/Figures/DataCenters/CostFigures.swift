/// Tornadoes: what each unit cost does to a cost, the others as they are.
struct CostFigures {
    let results: DataCenterResults

    /// The costs that are drawn: of tokens all, of synchronised bytes the first one over each network.
    private var subjects: [(figure: String, subject: String)] {
        var found: [(figure: String, subject: String)] = []
        var seen: Set<String> = []
        for row in results.sensitivities {
            let isToken = row.figure == "usd_per_million_tokens"
            let network = row.subject.hasSuffix("fibre") ? "fibre" : "mesh"
            guard seen.insert(row.figure + (isToken ? row.subject : network)).inserted else {
                continue
            }
            found.append((row.figure, row.subject))
        }
        return found
    }

    /// A figure for each of them.
    var tornadoes: [Figure] {
        subjects.enumerated().map { place, subject in
            let rows = results.sensitivities.filter {
                $0.figure == subject.figure && $0.subject == subject.subject
            }.sorted {
                (abs($1.atHigh - $1.atLow), $0.item) < (abs($0.atHigh - $0.atLow), $1.item)
            }
            return tornado(rows, number: place + 1)
        }
    }

    private func tornado(_ rows: [DataCenterResults.Sensitivity], number: Int) -> Figure {
        let name = "tornado-\(number)"
        var blocks = DataBlocks(columns: "place usd at_low at_high")
        let index =
            blocks.append(
                rows[0].subject,
                rows.enumerated().map { place, row in
                    [Double(place), row.usd, row.atLow, row.atHigh].map {
                        DataCenterFigures.number($0)
                    }.joined(separator: " ")
                }) ?? 0
        let tics = rows.enumerated().map { place, row in
            GnuplotText.quoted(Self.words(row.item)) + " \(place)"
        }
        let values = rows.flatMap { [$0.atLow, $0.atHigh] }
        let (least, most) = (values.min() ?? 0, values.max() ?? 1)
        let margin = 0.08 * max(most - least, 1e-9)
        let unit =
            rows[0].figure == "usd_per_million_tokens"
            ? "USD for a million tokens" : "USD for a synchronised terabyte"
        func box(_ column: String, _ colour: Int, _ title: String) -> String {
            "'\(name).dat' index \(index) using 2:1:2:\(column):($1-0.32):($1+0.32) with boxxyerror "
                + "fs solid 0.85 noborder \(FigurePalette.colour(colour)) title '\(title)'"
        }
        let usd = DataCenterFigures.number(rows[0].usd)
        return Figure(
            name: name, width: 760, height: 190 + 26 * rows.count,
            settings: DataCenterFigures.frame + [
                "set title \(GnuplotText.quoted(Self.heading(rows[0].subject))) noenhanced",
                "set xrange [\(max(0, least - margin)):\(most + margin)]",
                "set yrange [\(Double(rows.count) - 0.4):-0.6]",
                "set ytics (\(tics.joined(separator: ", "))) noenhanced",
                DataCenterFigures.xLabel("\(unit)"),
                "set grid xtics noytics lt 1 lw 0.5 lc rgb '#E8E8E8'",
                "set arrow from \(usd), graph 0 to \(usd), graph 1 nohead lw 1 lc rgb '#202020' front",
            ],
            items: [box("3", 0, "at the low end of the input"), box("4", 1, "at its high end")],
            data: [Figure.DataFile(name: "\(name).dat", bytes: blocks.bytes)])
    }

    /// The name of an item without its unit.
    private static func words(_ item: String) -> String {
        var words = item.split(separator: "_").map(String.init)
        if let unit = words.firstIndex(of: "usd") ?? words.firstIndex(of: "kg")
            ?? words.firstIndex(of: "years")
        {
            words = Array(words[..<unit])
        }
        return words.joined(separator: " ")
    }

    private static func heading(_ subject: String) -> String {
        subject.hasPrefix("orbit") || subject.hasPrefix("edge") || subject.hasPrefix("region")
            ? "Tokens from \(subject)" : "Synchronising: \(subject)"
    }
}
