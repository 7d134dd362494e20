import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

/// The price of country sets, against the routes of the same scenario under the same rules.
@Suite struct SovereigntyTests {
    private static func tables(threads: Int = 1) async throws -> [String: CSVTable] {
        let sets = """
            compare:
              borders: \(JurisdictionTests.borders)
              cables: \(SharedData.checkout.path)/Datasets/cables/cables.csv
              country_sets:
                - { name: not China, borders: \(JurisdictionTests.borders), not_over: [CN], no_ground_in: [CN] }
                - { name: in Germany, borders: \(JurisdictionTests.borders), must_land_in: [DE] }
                - { name: nowhere, borders: \(JurisdictionTests.borders), no_ground_in: [GB, US, JP, DE, CN] }
            """
        let folder = try TemporaryFolder()
        let results = try ResultFolder(at: folder.path("out"))
        let comparison = try Comparison(
            Experiment(Scenario(text: JurisdictionTests.text + sets, file: "law.yaml")))
        try await CompareRun.run(
            comparison, into: results, control: RunControl(threads: threads))
        try results.finish(Manifest(program: "test"))
        var tables: [String: CSVTable] = [:]
        for name in ["sovereignty", "sovereignty_summary", "alibis", "comparison"] {
            tables[name] = try CSVTable(
                bytes: Array(Data(contentsOf: URL(filePath: folder.path("out/\(name).csv")))),
                file: name)
        }
        return tables
    }

    @Test func `prices are differences of round-trip times`() async throws {
        let tables = try await Self.tables()
        let summary = try #require(tables["sovereignty_summary"])
        #expect(
            try zip(summary.strings("set"), summary.strings("predicate")).map { "\($0): \($1)" }
                == [
                    "not China: no_ground_in", "not China: not_over", "not China: all",
                    "in Germany: must_land_in", "nowhere: no_ground_in",
                ])
        #expect(try summary.ints("pairs") == [15, 15, 15, 15, 15])
        #expect(try summary.ints("barred_stations") == [1, 0, 1, 0, 6])
        #expect(try summary.ints("barred_pairs") == [5, 0, 5, 0, 15])
        let lost = try summary.doubles("lost_reachability", allowing: .nan)
        #expect(abs(lost[0] - 1.0 / 3) < 1e-12 && lost[3] == 0 && lost[4] == 1)
        let added = try summary.doubles("max_added_ms", allowing: .nan)
        #expect(added[0] == 0 && added[1] > 1 && added[3] > 1 && added[4].isNaN)

        // The best route by way of Frankfurt or Berlin, from the comparison's own times.
        let comparison = try #require(tables["comparison"])
        let (sources, destinations) = (
            try comparison.strings("source"), try comparison.strings("destination")
        )
        let rtts = try comparison.doubles("mesh_rtt_ms", allowing: .nan)
        var byPair: [Set<String>: [Double]] = [:]
        for row in rtts.indices {
            byPair[[sources[row], destinations[row]], default: []].append(rtts[row])
        }
        func series(_ a: String, _ b: String) -> [Double] {
            a == b ? Array(repeating: 0, count: 12) : byPair[[a, b]] ?? []
        }
        let prices = try #require(tables["sovereignty"])
        let sets = try prices.strings("set")
        let ends = (try prices.strings("source"), try prices.strings("destination"))
        let greatest = try prices.doubles("max_added_ms", allowing: .nan)
        for row in sets.indices where sets[row] == "in Germany" {
            let (a, b) = (ends.0[row], ends.1[row])
            let expected = (0..<12).map { instant in
                ["Frankfurt", "Berlin"].map {
                    series(a, $0)[instant] + series($0, b)[instant]
                }.min()! - series(a, b)[instant]
            }.max()!
            #expect(abs(greatest[row] - expected) < 1e-9, "\(a) \(b)")
        }
    }

    @Test func `data sets are noted by where they stand in the project`() throws {
        let text = JurisdictionTests.text + "jurisdiction: { must_land_in: [DE] }"
        let experiment = try Experiment(Scenario(text: text, file: "law.yaml"))
        #expect(experiment.inputs.map(\.name) == ["Datasets/borders/countries-50m.geojson"])
    }

    @Test func `the bound at vacuum speed is the weaker one`() async throws {
        let tables = try await Self.tables(threads: 2)
        let alibis = try #require(tables["alibis"])
        #expect(alibis.rowCount == 30)
        let (vacuum, fibre) = (
            try alibis.doubles("vacuum_bound_ms"), try alibis.doubles("fibre_bound_ms")
        )
        let (byVacuum, byFibre) = (
            try alibis.doubles("proven_by_vacuum"), try alibis.doubles("proven_by_fibre")
        )
        for row in vacuum.indices {
            #expect(vacuum[row] < fibre[row])
            #expect(byVacuum[row] <= byFibre[row])
        }
        #expect(byFibre.contains(1) && byVacuum.contains(0))
        // London to New York is proof against China at either speed, since China is far.
        let row = try #require(
            alibis.strings("source").indices.first {
                (try? alibis.strings("destination")[$0]) == "New York"
            })
        #expect(byVacuum[row] == 1)
    }
}
