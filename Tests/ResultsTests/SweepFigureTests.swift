import Testing

@testable import Results

/// Figures of merged sweeps, by what their scripts and data say.
@Suite struct SweepFigureTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.write("{}", to: "out/manifest.json")
        try scratch.write("base: b.yaml", to: "out/sweep.yaml")
    }

    private var folder: String { scratch.path + "/out" }

    /// Writes the merged tables of runs: the values of the keys, and what each pair has of `hops`.
    private func write(
        _ keys: [String], _ runs: [([String], [String])], ranks: Bool = false
    ) throws {
        var merged = "run,replicate,\(keys.joined(separator: ",")),source"
        merged += (ranks ? ",rank" : "") + ",hops,flat\n"
        var statistics = keys.joined(separator: ",") + (ranks ? ",rank" : "")
        statistics += ",quantity,count,omitted,mean,median,q05,q95,mean_low,mean_high\n"
        for (number, (values, hops)) in runs.enumerated() {
            let start = values.joined(separator: ",")
            for (pair, value) in hops.enumerated() {
                merged += "\(number),0,\(start),P\(pair)" + (ranks ? ",\(pair + 1)" : "")
                merged += ",\(value),5\n"
            }
            let rank = ranks ? ",1" : ""
            statistics += "\(start)\(rank),hops,2,0,\(hops[0]),2,1,9,1.5,2.5\n"
            statistics += "\(start)\(rank),flat,2,0,5,5,5,5,5,5\n"
        }
        try scratch.write(merged, to: "out/merged_summary.csv")
        try scratch.write(statistics, to: "out/statistics.csv")
    }

    private func figures() throws -> [Figure] {
        try SweepFigures(results: SweepResults(folder: folder)).figures()
    }

    private func lines(_ figure: Figure) -> [Substring] {
        String(decoding: figure.data[0].bytes, as: UTF8.self).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
    }

    /// Numbers ascend, whatever their order; the median of an even number is between the middle two; what
    /// was never reached and what a condition drops is left empty.
    @Test func `two axes give the medians of all else`() throws {
        try write(
            ["ground.min_elevation_deg", "lasers.topology", "window.start_s"],
            [
                (["10", "ring", "0"], ["4", "8"]), (["10", "ring", "60"], ["5", "nan"]),
                (["10", "plus-grid", "0"], ["1", "2"]), (["5", "ring", "0"], ["nan", "nan"]),
                (["5", "plus-grid", "0"], ["7", "9"]), (["5", "plus-grid", "60"], ["1", "1"]),
            ])
        let results = try SweepResults(folder: folder)
        #expect(
            results.axes.map(\.title) == [
                "ground.min_elevation_deg", "lasers.topology", "window.start_s",
            ])
        #expect(
            results.axes.map { $0.values[0] } == [
                ["5", "10"], ["ring", "plus-grid"], ["0", "60"],
            ])
        let figures = SweepFigures(results: results)
        #expect(figures.notes == ["flat is 5 everywhere and not drawn"])
        let drawn = try figures.figures()
        #expect(
            drawn.map(\.name) == [
                "hops-by-min_elevation_deg-topology", "hops-by-min_elevation_deg-start_s",
                "hops-by-topology-start_s",
            ])
        #expect(lines(drawn[0]).prefix(4) == ["0 0 NaN", "1 0 5", "0 1 4", "1 1 1.5"])
        #expect(lines(drawn[0]).count == 7)
        #expect(lines(drawn[2]).prefix(4) == ["0 0 6", "1 0 4.5", "0 1 5", "1 1 1"])
        let script = drawn[0].script(format: .svg)
        #expect(script.contains("set xlabel 'ground.min_elevation_deg' noenhanced"))
        #expect(script.contains("('ring' 0, 'plus-grid' 1)"))
        #expect(script.contains("set cbrange [1.5:5]"))
    }

    @Test func `one axis gives a line with the interval`() throws {
        try write(
            ["window.step_s", "lasers.terminals"],
            [
                (["100", "4"], ["3", "1"]), (["1", "4"], ["2", "6"]),
                (["10", "4"], ["nan", "nan"]),
            ])
        let figure = try #require(try figures().first)
        #expect(figure.name == "hops-by-step_s")
        #expect(
            lines(figure) == [
                "1.0 1.5 2.5", "100.0 1.5 2.5", "1.0 2", "100.0 3", "1.0 2", "100.0 2",
            ])
        #expect(figure.settings.contains("set logscale x"))
        #expect(figure.items.contains { $0.contains("filledcurves") })
        try write(["a.b"], [(["x"], ["3"]), (["y"], ["2"])], ranks: true)
        let words = try #require(try figures().first)
        #expect(words.items.contains { $0.contains("yerrorbars") })
        #expect(words.settings.contains("set xtics noenhanced ('x' 0, 'y' 1)"))
    }

    /// Keys each of which tells the other's value are one axis; keys that end alike keep their whole names.
    @Test func `keys that move together are one axis`() throws {
        try write(
            ["a.x", "b.x", "c"],
            [
                (["1", "u", "1"], ["1"]), (["2", "v", "1"], ["2"]), (["1", "u", "2"], ["3"]),
                (["2", "v", "2"], ["4"]),
            ])
        let results = try SweepResults(folder: folder)
        #expect(results.axes.map(\.title) == ["a.x (with b.x)", "c"])
        #expect(results.axes[0].values == [["1", "2"], ["u", "v"]])
        try write(
            ["a.x", "b.x"],
            [
                (["1", "1"], ["1"]), (["1", "2"], ["2"]), (["2", "1"], ["3"]), (["2", "2"], ["4"]),
            ])
        #expect(try figures().map(\.name) == ["hops-by-a-x-b-x"])
    }

    @Test func `what cannot be drawn is one sentence`() throws {
        try write(["a"], [(["1"], ["1"])])
        #expect(throws: FigureError.noAxis(folder: folder)) { try SweepResults(folder: folder) }
        try write(["a"], [])
        #expect(throws: FigureError.nothingToDraw(folder: folder, table: "statistics.csv")) {
            try SweepResults(folder: folder)
        }
        try write(["a"], [(["1"], ["1"]), (["2"], ["1"])])
        try scratch.write("a,source,hops,flat\n3,P,1,5\n", to: "out/merged_summary.csv")
        let error = #expect(throws: FigureError.self) { try SweepResults(folder: folder) }
        #expect(error?.message.contains("merged_summary.csv:2") == true, "\(error?.message ?? "")")
    }
}
