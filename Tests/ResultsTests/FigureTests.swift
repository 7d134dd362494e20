import Foundation
import Testing

@testable import Results

/// A small result folder: two pairs, one with a gap and a route over the date line, one never reached.
private struct Fixture {
    let scratch: TemporaryFolder
    let path: String

    init() throws {
        scratch = try TemporaryFolder()
        path = scratch.path + "/results"
        var latency = "time_s,source,destination,rtt_ms,hops,route\n"
        for i in 0..<60 {
            let isGap = (20..<25).contains(i)
            let route = i < 30 ? 0 : 1
            let rtt = 60 + 5 * sin(Double(i) / 9) + Double(route)
            latency +=
                "\(i).0,Suva,La'Paz_{x}^2,\(isGap ? "nan,0," : "\(rtt),\(3 + route),\(route)")\n"
            latency += "\(i).0,Suva,Alert,nan,0,\n"
        }
        try scratch.write(latency, to: "results/latency.csv")
        try scratch.write(
            """
            source,destination,great_circle_km,fibre_rtt_ms
            Suva,La'Paz_{x}^2,11000,108.5
            Suva,Alert,13000,nan

            """, to: "results/summary.csv")
        let heading = "route,time_s,node,kind,latitude_deg,longitude_deg,altitude_km\n"
        let nodes = [
            "Suva,station,-18.1,178.4,0", "S-1,satellite,-25.0,-170.0,550",
            "S-2,satellite,-28.0,-110.0,550", "La'Paz_{x}^2,station,-16.5,-68.1,3.6",
        ]
        var waypoints = heading
        for (route, time) in [(0, 0), (1, 30)] {
            for node in nodes {
                let cells = node.split(separator: ",")
                waypoints += "\(route),\(time).0," + cells.joined(separator: ",") + "\n"
            }
        }
        try scratch.write(waypoints, to: "results/waypoints.csv")
        try scratch.write("{}", to: "results/manifest.json")
    }

    func figures(
        _ pairs: [(source: String, destination: String)] = [], at time: Double? = nil,
        format: FigureFormat = .svg
    ) throws -> RouteFigures {
        try RouteFigures(
            results: RouteResults(folder: path), pairs: pairs, mapTimeS: time,
            coastlines: Array("-10 0\n10 20\n\n30 30\n40 40\n".utf8), format: format)
    }
}

/// Whether a gnuplot that can draw the figures is here.
private let gnuplotIsPresent = (try? Gnuplot(for: .both)) != nil

struct FigureTests {
    @Test(.enabled(if: gnuplotIsPresent, "needs gnuplot with the terminals svg and pngcairo"))
    func sameTablesSameBytes() throws {
        let fixture = try Fixture()
        let gnuplot = try Gnuplot(for: .both)
        for name in ["one", "two"] {
            let folder = try ResultFolder(at: fixture.scratch.path + "/" + name)
            let names = try fixture.figures(format: .both).write(into: folder, with: gnuplot)
            #expect(names.count == 10)
            try folder.finish(Manifest(program: "helio-plot"))
        }
        let names = try fixture.scratch.names("one")
        #expect(
            names.filter { $0.hasSuffix(".svg") } == [
                "globe.svg", "hops.svg", "map.svg", "rtt-ecdf.svg", "rtt.svg",
            ])
        #expect(names.contains("rtt.gp") && names.contains("rtt.dat") && names.contains("rtt.png"))
        for name in names {
            let one = fixture.scratch.path + "/one/" + name
            #expect(
                try InputFile.bytes(of: one)
                    == InputFile.bytes(of: fixture.scratch.path + "/two/" + name))
        }
        // The scripts draw the same figures again where they stand.
        let before = try fixture.scratch.text("one/rtt.svg")
        try FileManager.default.removeItem(atPath: fixture.scratch.path + "/one/rtt.svg")
        try gnuplot.run(script: "rtt.gp", in: fixture.scratch.path + "/one")
        #expect(try fixture.scratch.text("one/rtt.svg") == before)
        // Names stand in the figure as they are, and are no commands of gnuplot.
        #expect(before.contains("La'Paz {x}^2") || before.contains("La&apos;Paz {x}^2"))
        #expect(before.contains("(never reachable)"))
    }

    @Test(.enabled(if: gnuplotIsPresent, "needs gnuplot with the terminals svg and pngcairo"))
    func aPairThatIsNeverReachedIsDrawnAlone() throws {
        let fixture = try Fixture()
        let folder = try ResultFolder(at: fixture.scratch.path + "/out")
        let names = try fixture.figures([("Suva", "Alert")])
            .write(into: folder, with: Gnuplot())
        #expect(names == ["rtt.svg", "hops.svg", "rtt-ecdf.svg", "map.svg"])
    }

    @Test func gapsBreakTheLine() throws {
        let figure = RTTFigure.make(try Fixture().figures().series)
        let blocks = String(decoding: figure.data[0].bytes, as: UTF8.self)
            .components(separatedBy: "\n\n\n")
        let runs = blocks[0].split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst(2).split(separator: "").map { $0.count }
        #expect(runs == [20, 35])
    }

    @Test func ranksAreSeriesOfTheirOwnWithGaps() throws {
        let scratch = try TemporaryFolder()
        var latency = "time_s,source,destination,rank,rtt_ms,hops,route\n"
        for (time, ranks) in [(0, 1), (1, 3), (2, 0), (3, 2), (4, 1)] {
            if ranks == 0 { latency += "\(time),A,B,1,nan,0,\n" }
            for rank in 0..<ranks { latency += "\(time),A,B,\(rank + 1),\(50 + rank),4,\(rank)\n" }
            latency += "\(time),A,C,1,70,5,9\n"
        }
        try scratch.write(latency, to: "results/latency.csv")
        try scratch.write("{}", to: "results/manifest.json")
        try scratch.write(
            "source,destination,rank,fibre_rtt_ms\nA,B,1,90\nA,B,2,90\nA,B,3,90\nA,C,1,nan\n",
            to: "results/summary.csv")
        let results = try RouteResults(folder: scratch.path + "/results")
        #expect(results.series.map(\.title) == ["A – B, 1", "A – C, 1", "A – B, 2", "A – B, 3"])
        #expect(results.series.allSatisfy { $0.timesS == [0, 1, 2, 3, 4] })
        #expect(results.series.map(\.routes)[2] == [nil, 1, nil, 1, nil])
        #expect(results.series.map(\.routes)[3] == [nil, 2, nil, nil, nil])
        #expect(results.series.map(\.fibreRTTMs) == [90, nil, nil, nil])
        #expect(try results.selected([("B", "A")]).map(\.rank) == [1, 2, 3])
    }

    @Test func stairsHoldUntilTheNextInstant() throws {
        let figure = HopsFigure.make(Array(try Fixture().figures().series.prefix(1)))
        let text = String(decoding: figure.data[0].bytes, as: UTF8.self)
        let stairs = text.components(separatedBy: "\n\n\n")[0]
            .split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
        #expect(Array(stairs) == ["0 3", "20 3", "", "25 3", "30 3", "30 4", "60 4"])
    }

    @Test func theDistributionEndsAtTheShareOfReachableInstants() throws {
        let figure = RTTDistributionFigure.make(Array(try Fixture().figures().series.prefix(1)))
        let text = String(decoding: figure.data[0].bytes, as: UTF8.self)
        let last = text.components(separatedBy: "\n\n\n")[0].split(separator: "\n").last
        #expect(last?.hasSuffix(" 0.916667") == true)
    }

    @Test func oneInstantIsDrawnAsWell() throws {
        var pair = PairSeries(source: "A", destination: "B")
        pair.timesS = [0]
        pair.rttMs = [50]
        pair.hops = [3]
        pair.routes = [0]
        for figure in [RTTFigure.make([pair]), HopsFigure.make([pair])] {
            #expect(figure.settings.contains("set xrange [0.0:1.0]"))
        }
    }

    @Test func pairsAreFoundInEitherDirection() throws {
        let fixture = try Fixture()
        let series = try fixture.figures([("Alert", "Suva"), ("Suva", "La'Paz {x}^2")]).series
        #expect(series.map(\.destination) == ["Alert", "La'Paz_{x}^2"])
        let error = #expect(throws: FigureError.self) { try fixture.figures([("Suva", "Rome")]) }
        #expect(error?.exitStatus == .usage)
    }

    @Test func theMapNamesTheInstantOfItsPlaces() throws {
        let fixture = try Fixture()
        let figures = try fixture.figures(at: 35).figures()
        let map = try #require(figures.first { $0.name == "map" })
        #expect(map.settings.contains("set title 'Routes at 35 s'"))
        #expect(map.items.contains { $0.contains("(places of 30 s)") })
        #expect(map.items.contains { $0.contains("Suva – Alert (unreachable)") })
        #expect(throws: FigureError.outsideWindow(timeS: 60, firstS: 0, lastS: 59)) {
            try fixture.figures(at: 60).figures()
        }
    }

    @Test func eightPairsAtMost() throws {
        let one = try #require(try Fixture().figures().series.first)
        let many = (0..<11).map { i in
            var pair = one
            pair.destination = "D\(i)"
            return pair
        }
        let figure = RTTFigure.make(many)
        #expect(figure.settings.contains("set title 'Round-trip time (first 8 of 11 pairs)'"))
        #expect(figure.items.filter { $0.contains("linespoints lw 1.6") }.count == 8)
    }

    @Test func foldersThatAreNoResults() throws {
        let fixture = try Fixture()
        let none = fixture.scratch.path + "/none"
        #expect(throws: FigureError.input(.missing(path: none))) { try RouteResults(folder: none) }
        #expect(
            throws: FigureError.input(
                .notAResultFolder(path: fixture.scratch.path, lacks: "manifest.json"))
        ) { try RouteResults(folder: fixture.scratch.path) }
        try fixture.scratch.write(
            "time_s,source,destination,rtt_ms,hops,route\n", to: "results/latency.csv")
        #expect(throws: FigureError.nothingToDraw(folder: fixture.path, table: "latency.csv")) {
            try RouteResults(folder: fixture.path)
        }
        try fixture.scratch.write("time_s,source\n", to: "results/latency.csv")
        let error = #expect(throws: FigureError.self) { try RouteResults(folder: fixture.path) }
        #expect(error?.exitStatus == .badData)
    }

    @Test func textsAreQuoted() {
        #expect(GnuplotText.quoted("a'b\n`ls`") == "'a''b `ls`'")
        #expect(GnuplotText.number(-12.345678912, decimals: 4) == "-12.3457")
        #expect(GnuplotText.number(7, decimals: 4) == "7")
    }

    @Test func thinningKeepsExtremesAndGaps() {
        var values = (0..<100_000).map { sin(Double($0) / 50) }
        values[31_234] = 9
        values[77_777] = -9
        values[50_000] = .nan
        let kept = Thinning.indices(of: values, buckets: 500)
        #expect(kept.count <= 2_502)
        #expect(kept == kept.sorted() && Set(kept).count == kept.count)
        for i in [0, 31_234, 77_777, 50_000, 99_999] { #expect(kept.contains(i)) }
    }
}
