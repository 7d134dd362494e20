import Foundation
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// The tables of scenarios that name an algorithm.
@Suite struct RankedRoutesTests {
    /// The tables of a run, as texts.
    private static func tables(
        _ routing: String, more: String = "", threads: Int = 1
    ) async throws -> [String: String] {
        let folder = try TemporaryFolder()
        let text =
            ExperimentTests.scenario.replacing("duration_s: 120", with: "duration_s: 50")
            + "\npairs: [[London, New York], [Tokyo, McMurdo], [Tokyo, 'Washington, D.C.']]\n"
            + "routing: \(routing)\n" + more
        let experiment = try ExperimentTests.experiment(text, in: folder)
        let results = try ResultFolder(at: folder.path("out"))
        let notes = try await RouteRun.run(
            experiment, into: results, control: RunControl(threads: threads))
        try results.finish(Manifest(program: "test"))
        var tables: [String: String] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("out"))
        where name.hasSuffix(".csv") {
            tables[name] = try String(contentsOfFile: folder.path("out/\(name)"), encoding: .utf8)
        }
        #expect(try notes == table("notes.csv", of: tables).rowCount)
        return tables
    }

    private static func table(_ name: String, of tables: [String: String]) throws -> CSVTable {
        try CSVTable(bytes: Array(try #require(tables[name]).utf8), file: name)
    }

    @Test(arguments: [
        "{ algorithm: k-shortest, k: 3 }", "{ algorithm: disjoint, k: 40, of: nodes }",
        "{ algorithm: multipath, stretch: 1.1, k: 7 }", "{ algorithm: pareto, hop_delay_us: 90 }",
        "{ algorithm: disjoint, k: 3, by: greedy }", "{ algorithm: least-hop }",
        "{ algorithm: link-state, delay_s: 20 }", "{ algorithm: greedy-geographic }",
    ])
    func `ranks are whole and the same for any number of threads`(routing: String) async throws {
        let tables = try await Self.tables(routing)
        #expect(try await Self.tables(routing, threads: 3) == tables)
        let latency = try Self.table("latency.csv", of: tables)
        #expect(
            latency.header == [
                "time_s", "source", "destination", "rank", "rtt_ms", "hops", "route",
            ])
        let (times, sources) = (try latency.doubles("time_s"), try latency.strings("source"))
        let destinations = try latency.strings("destination")
        let ranks = try latency.ints("rank")
        let rtts = try latency.doubles("rtt_ms", allowing: .nan)
        let hops = try latency.ints("hops")
        for row in ranks.indices.dropFirst() where ranks[row] > 1 {
            #expect(ranks[row] == ranks[row - 1] + 1 && times[row] == times[row - 1])
            #expect(sources[row] == sources[row - 1])
            if routing.contains("pareto") {
                #expect(rtts[row] > rtts[row - 1] && hops[row] < hops[row - 1])
            } else {
                #expect(rtts[row] >= rtts[row - 1])
            }
        }
        #expect(ranks.count { $0 == 1 } == 20 * 3)
        // No satellite is over the pole.
        let lost = ranks.indices.filter { destinations[$0] == "McMurdo" }
        #expect(lost.count == 20 && lost.allSatisfy { rtts[$0].isNaN && ranks[$0] == 1 })
        // The intervals of each pair and rank cover the window without a gap.
        let intervals = try Self.table("intervals.csv", of: tables)
        let (starts, ends) = (try intervals.doubles("start_s"), try intervals.doubles("end_s"))
        let keys = zip(
            zip(try intervals.strings("source"), try intervals.strings("destination")),
            try intervals.ints("rank")
        ).map { "\($0) \($1)" }
        for (_, own) in Dictionary(grouping: keys.indices, by: { keys[$0] }) {
            #expect(own.first.map { starts[$0] } == 0 && own.last.map { ends[$0] } == 50)
            #expect(zip(own, own.dropFirst()).allSatisfy { ends[$0] == starts[$1] })
        }
        let summary = try Self.table("summary.csv", of: tables)
        #expect(try summary.ints("instants").allSatisfy { $0 == 20 })
        #expect(try summary.ints("reachable").reduce(0, +) == rtts.count { !$0.isNaN })
        #expect(Set(keys).count == summary.rowCount)
    }

    @Test func `the first of the k shortest is the route without an algorithm`() async throws {
        let ranked = try await Self.tables("{ algorithm: k-shortest, k: 1 }")
        let shortest = try await Self.tables("{ algorithm: shortest }")
        #expect(ranked["latency.csv"] == shortest["latency.csv"])
        let latency = try Self.table("latency.csv", of: ranked)
        let folder = try TemporaryFolder()
        let experiment = try ExperimentTests.experiment(
            ExperimentTests.scenario + "\npairs: [[London, New York]]", in: folder)
        let plain = try await PublishedRoutes.run(experiment.scenario, in: folder, threads: 1)
        let sources = try latency.strings("source")
        let rtts = try latency.doubles("rtt_ms", allowing: .nan)
        let own = sources.indices.filter { sources[$0] == "London" }.map { rtts[$0] }
        #expect(try own == Array(plain.rtts("London", "New York").prefix(20)))
    }

    @Test func `answers say what was not found`() async throws {
        let few = try await Self.tables("{ algorithm: disjoint, k: 40, of: links }")
        let notes = try Self.table("notes.csv", of: few)
        #expect(notes.header == ["time_s", "source", "destination", "found", "note"])
        let found = try notes.ints("found")
        for (count, note) in zip(found, try notes.strings("note")) {
            #expect(note == (count == 0 ? "no route" : "\(count) of 40 routes exist"))
        }
        #expect(found.contains { $0 > 2 } && found.contains(0))

        let regions = """
            { algorithm: constrained, avoid: [ATLANTIC], regions: [{ name: ATLANTIC, \
            box: { south_deg: -90, north_deg: 90, west_deg: -60, east_deg: -10 } }, \
            { name: all, polygon_deg: [[60, -40], [60, 40], [10, 0]] }] }
            """
        // Around the Earth the other way, unless that is barred too.
        let around = try Self.table("latency.csv", of: await Self.tables(regions))
        let direct = try Self.table("latency.csv", of: await Self.tables("{ algorithm: shortest }"))
        #expect(
            try around.doubles("rtt_ms", allowing: .nan)[0]
                > 2 * direct.doubles("rtt_ms", allowing: .nan)[0])
        let barred = try await Self.tables(
            regions.replacing("west_deg: -60", with: "west_deg: -180")
                .replacing("east_deg: -10", with: "east_deg: 180"))
        let words = try Set(Self.table("notes.csv", of: barred).strings("note"))
        #expect(words == ["no route", "the region ATLANTIC bars every route"])
        let absent = try await Self.tables(
            "{ algorithm: constrained, require: [POLE], regions: [{ name: POLE, box: "
                + "{ south_deg: 85, north_deg: 90, west_deg: 0, east_deg: 360 } }] }")
        #expect(
            try Set(Self.table("notes.csv", of: absent).strings("note")) == [
                "no route", "no satellite is over the region POLE",
            ])
    }

    @Test(arguments: [
        "{ algorithm: greedy-geographic }", "{ algorithm: link-state, delay_s: 30 }",
        "{ algorithm: link-state, delay_s: 30, knows_own_links: true }",
        "{ algorithm: link-state, delay_s: 0, metric: distance, hop_delay_us: 3 }",
    ])
    func `a distributed algorithm never beats the best route`(routing: String) async throws {
        let tables = try await Self.tables(routing)
        let stretch = try Self.table("stretch.csv", of: tables)
        let ratios = try stretch.doubles("stretch", allowing: .nan)
        let outcomes = try stretch.strings("outcome")
        let rtts = try stretch.doubles("rtt_ms", allowing: .nan)
        let bests = try stretch.doubles("best_rtt_ms", allowing: .nan)
        #expect(ratios.count == 20 * 3)
        for row in ratios.indices {
            #expect((outcomes[row] == "delivered") == (ratios[row] >= 1))
            #expect(outcomes[row] == "delivered" ? rtts[row] >= bests[row] : rtts[row].isNaN)
        }
        let delivered = ratios.filter { !$0.isNaN }.sorted()
        #expect(!delivered.isEmpty)
        if routing.contains("delay_s: 0") {
            #expect(delivered.count == 40 && delivered.allSatisfy { $0 == 1 })
        }
        let summary = try Self.table("stretch_summary.csv", of: tables)
        #expect(try summary.strings("source") == ["London", "Tokyo", "Tokyo", "all"])
        let counts = try summary.ints("delivered")
        #expect(counts[3] == delivered.count && counts[..<3].reduce(0, +) == counts[3])
        #expect(try summary.doubles("max_stretch", allowing: .nan)[3] == delivered.last)
        #expect(try summary.doubles("min_stretch", allowing: .nan)[3] == delivered.first)
        #expect(try summary.ints("reachable") == [20, 0, 20, 40])
    }

    @Test func `the width of the widest route is that of its radio links`() async throws {
        let tables = try await Self.tables(
            "{ algorithm: widest }", more: "capacity: { laser_gbps: 80, radio_gbps: 7.5 }")
        let widths = try Self.table("widths.csv", of: tables)
            .doubles("width_gbps", allowing: .nan)
        #expect(widths.count == 60 && widths.count { $0 == 7.5 } == 40)
    }

    static let mistakes = [
        ("{ k: 3 }", "routing.k: found '3', expected this key beside 'algorithm: k-shortest"),
        ("{ algorithm: pareto, of: links }", "expected this key beside 'algorithm: disjoint' only"),
        ("{ algorithm: paretto }", "did you mean 'pareto'?"),
        ("{ algorithm: k-shortest, k: 0 }", "expected routes, a whole number from 1 to 10000"),
        ("{ algorithm: multipath, stretch: 0.9 }", "expected times the best from 1 to 100"),
        ("{ algorithm: constrained }", "expected things to avoid, or to require"),
        (
            "{ algorithm: constrained, require: [1, 2, 3, 4, 5, 6, 7, 8, 9] }",
            "expected at most 8 of them"
        ),
        ("{ algorithm: constrained, avoid: [[London]] }", "expected the two ends of a link"),
        ("{ algorithm: constrained, avoid: [[London, London]] }", "found 'London' twice"),
        ("{ algorithm: constrained, avoid: [Lndon] }", "did you mean 'London'?"),
        (
            "{ algorithm: constrained, avoid: [sie], regions: [{ name: sea, box: "
                + "{ south_deg: 0, north_deg: 9, west_deg: 0, east_deg: 9 } }] }",
            "expected the name of a station or a satellite, or of a region; did you mean 'sea'?"
        ),
        (
            "{ algorithm: constrained, avoid: [a], regions: [{ name: a, polygon_deg: "
                + "[[0, 0], [0, 120], [0, 240]] }] }",
            "expected three corners or more, within 90 degrees of their middle"
        ),
        (
            "{ algorithm: constrained, avoid: [a], regions: [{ name: a, box: "
                + "{ south_deg: 9, north_deg: 0, west_deg: 0, east_deg: 9 } }] }",
            "expected the southern edge first"
        ),
        (
            "{ algorithm: constrained, avoid: [London], regions: [{ name: London, box: "
                + "{ south_deg: 0, north_deg: 9, west_deg: 0, east_deg: 9 } }] }",
            "expected another name for the region"
        ),
        ("{ algorithm: link-state, delay_s: -1 }", "expected seconds from 0 to 86400"),
    ]

    @Test(arguments: mistakes)
    func `a mistake gives one sentence`(routing: String, words: String) throws {
        let folder = try TemporaryFolder()
        #expect {
            _ = try ExperimentTests.experiment(
                ExperimentTests.scenario + "\nrouting: \(routing)", in: folder
            ).algorithm()
        } throws: { error in
            let message = (error as? any ReportableError)?.message ?? ""
            return message.contains(words) && message.contains("scenario.yaml")
        }
    }
}
