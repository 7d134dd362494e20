import Testing

@testable import Results

/// Figures of flows and of failures, by what their scripts and data say.
@Suite struct FlowFigureTests {
    private let scratch: TemporaryFolder

    init() throws {
        scratch = try TemporaryFolder()
        try scratch.write("{}", to: "out/manifest.json")
    }

    private var folder: String { scratch.path + "/out" }

    private func writeFlows(_ rows: String, loads: String) throws {
        try scratch.write(
            "time_s,source,destination,demand_gbps,rate_gbps,routes\n" + rows, to: "out/flows.csv")
        try scratch.write(
            "time_s,a,b,load_gbps,capacity_gbps\n" + loads, to: "out/utilisation.csv")
    }

    /// The lines of a block of a figure's data.
    private func block(_ index: Int, of figure: Figure) -> [Substring] {
        let text = String(decoding: figure.data[0].bytes, as: UTF8.self)
        let blocks = text.replacing("\n\n\n", with: "\u{1}").split(separator: "\u{1}")
        return blocks[index].split(separator: "\n").filter { !$0.hasPrefix("#") }
    }

    @Test func `shares of demands and of links are counted`() throws {
        try writeFlows(
            "0.0,A,B,4.0,2.0,1\n0.0,B,A,4.0,4.0,1\n0.0,A,C,0.0,0.0,0\n60.0,A,B,4.0,3.0,1\n",
            loads: "0.0,A,S,5.0,20.0\n0.0,S,A,20.0,20.0\n60.0,S,T,50.0,100.0\n0.0,X,Y,9.0,inf\n")
        let figures = try FlowFigures(results: FlowResults(folder: folder)).figures()
        #expect(figures.map(\.name) == ["rates", "utilisation"])
        // At 0 s the demands above zero get a half and all.
        #expect(block(0, of: figures[0]) == ["0.5 0", "0.5 0.5", "1 0.5", "1 1"])
        #expect(block(2, of: figures[0]) == ["0.75 0", "0.75 1"])
        let script = figures[1].script(format: .svg)
        let wide = try #require(script.range(of: "links of 100 Gbps"))
        let narrow = try #require(script.range(of: "links of 20 Gbps"))
        #expect(wide.lowerBound < narrow.lowerBound && !script.contains("inf"))
        #expect(block(0, of: figures[1]) == ["0.5 0", "0.5 1"])
        #expect(block(2, of: figures[1]) == ["0.25 0", "0.25 0.5", "1 0.5", "1 1"])

        let late = try FlowFigures(results: FlowResults(folder: folder, atS: 60)).figures()
        #expect(block(0, of: late[0]) == ["0.75 0", "0.75 1"])
        #expect(throws: FigureError.outsideWindow(timeS: 61, firstS: 0, lastS: 60)) {
            try FlowResults(folder: folder, atS: 61)
        }
    }

    @Test func `maximum flows are in Gbps, and have no loads`() throws {
        try writeFlows("0.0,A,B,nan,40.0,2\n0.0,A,C,nan,20.0,1\n", loads: "")
        let figures = FlowFigures(results: try FlowResults(folder: folder))
        #expect(try figures.figures().map(\.name) == ["rates"])
        #expect(try block(0, of: figures.figures()[0]) == ["20 0", "20 0.5", "40 0.5", "40 1"])
        #expect(try figures.figures()[0].script(format: .svg).contains("Maximum flow (Gbps)"))
        #expect(figures.notes.count == 1)
    }

    @Test func `many instants are drawn as one`() throws {
        try writeFlows(
            (0..<9).map { "\($0).0,A,B,2.0,\(Double($0) / 8),1\n" }.joined(),
            loads: "0.0,A,S,5.0,20.0\n")
        let figure = try FlowFigures(results: FlowResults(folder: folder)).figures()[0]
        #expect(figure.script(format: .svg).contains("What the demands get, 9 instants"))
        #expect(block(0, of: figure).count == 18)
    }

    @Test func `what is missing or empty is said in a sentence`() throws {
        try writeFlows("", loads: "")
        #expect(throws: FigureError.nothingToDraw(folder: folder, table: "flows.csv")) {
            try FlowResults(folder: folder)
        }
        #expect(FlowResults.isPresent(in: folder) && !ResilienceResults.isPresent(in: folder))
        #expect(
            throws: FigureError.input(
                .notAResultFolder(path: folder, lacks: "resilience_distribution.csv"))
        ) {
            try ResilienceResults(folder: folder)
        }
    }

    @Test func `failures have three distributions`() throws {
        try scratch.write(
            "time_s,quantile,rtt_ms,stretch\n0.0,0.0,10.0,1.0\n0.0,0.5,20.0,1.0\n0.0,1.0,40.0,2.0\n",
            to: "out/resilience_distribution.csv")
        try scratch.write(
            "time_s,source,destination,reachability\n0.0,A,B,0.5\n0.0,A,C,1.0\n0.0,A,D,nan\n",
            to: "out/resilience.csv")
        let figures = try ResilienceFigures(results: ResilienceResults(folder: folder)).figures()
        #expect(figures.map(\.name) == ["rtt", "stretch", "reachability"])
        #expect(block(0, of: figures[0]) == ["10 0", "20 0.5", "40 1"])
        #expect(block(0, of: figures[1]) == ["1 0", "1 0.5", "2 1"])
        #expect(block(0, of: figures[2]).last == "1 0.666667")
    }
}
