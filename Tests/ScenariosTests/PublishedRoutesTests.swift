import Foundation
import Results
import TestSupport
import Testing

/// Published experiments, from scenario to tables.
@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct PublishedRoutesTests {
    /// Kassing et al., IMC 2020: 2,000 instants of one pair over Kuiper's first shell.
    @Test func `Manila to Dalian`() async throws {
        let tables = try await PublishedRoutes.run(
            PublishedRoutes.kuiper(
                capKm: 1_260, window: "{ start_s: 0, duration_s: 200, step_s: 0.1 }",
                pairs: "[[Manila, Dalian]]"))
        let rtts = try tables.rtts("Manila", "Dalian")
        let published = try SharedData.text(
            "hypatia/kuiper_630_expected/networkx_rtt_1173_to_1241.txt"
        ).split(whereSeparator: \.isNewline).map { line in
            try #require(Double(line.split(separator: ",")[1])) / 1e6
        }
        #expect(rtts.count == 2_000 && published.count == 2_000)
        let worst = zip(rtts, published).map { abs($0 - $1) }.max() ?? .infinity
        #expect(worst < 0.001)
        #expect(try tables.changes("Manila", "Dalian") == [18, 27.6, 74.3, 125.9, 128.7])
        var satellites: [String] = []
        for nodes in try tables.nodes("Manila", "Dalian") {
            let route = try #require(nodes).split(separator: " ").dropFirst().dropLast()
                .map { name in
                    let parts = name.split(separator: "-").compactMap { Int($0) }
                    return String(parts[0] * 34 + parts[1])
                }.joined(separator: "-")
            if satellites.last != route { satellites.append(route) }
        }
        #expect(
            satellites == [
                "184-183-217", "218-217", "648-649-650-616", "218-217-216-250",
                "647-648-649-650-616", "647-648-649-615",
            ])
        let mean = try #require(tables.summary.doubles("mean_rtt_ms").first)
        #expect(abs(mean - 40.143771) < 0.001)
        #expect(try tables.summary.ints("route_changes") == [5])
    }

    /// The same paper: a jump by 15 ms at 32.9 s.
    @Test func `Rio de Janeiro to Sankt-Peterburg`() async throws {
        let (rio, petersburg) = ("Rio-de-Janeiro", "Sankt-Peterburg-(Saint-Petersburg)")
        let tables = try await PublishedRoutes.run(
            PublishedRoutes.kuiper(
                capKm: 1_260, window: "{ start_s: 32.7, duration_s: 0.4, step_s: 0.1 }",
                pairs: "[[\(rio), \(petersburg)]]"))
        let rtts = try tables.rtts(rio, petersburg)
        #expect(try tables.changes(rio, petersburg) == [32.9])
        #expect(abs(rtts[1] - 95.739) < 0.5 && abs(rtts[2] - 110.904) < 0.5)
    }

    /// Basak et al., ATC 2025, figure 17: three pairs against the column of Hypatia.
    @Test(arguments: [
        ("Delhi", "New-York-Newark", "delhi_to_new-york", [24.0, 47, 129, 147]),
        (
            "Moskva-(Moscow)", "Paris", "moscow_to_paris",
            [15, 27, 50, 92, 112, 134, 139, 172, 178, 192, 194]
        ),
        ("Tokyo", "Sydney", "tokyo_to_sydney", [65, 96, 128, 129, 152]),
    ])
    func `the comparison of simulators`(
        source: String, destination: String, file: String, changes: [Double]
    ) async throws {
        let tables = try await PublishedRoutes.run(
            PublishedRoutes.kuiper(
                capKm: 1_098.4, window: "{ start_s: 0, duration_s: 200, step_s: 1 }",
                pairs: "[[\(source), \(destination)]]"))
        let published = try SharedData.text(
            "leocraft/Hypatia_kuiper_k1_ping_\(file)_rtt.csv"
        ).split(whereSeparator: \.isNewline).dropFirst().map { line in
            try #require(Double(line.split(separator: ",")[3])) / 1e6
        }
        let rtts = try tables.rtts(source, destination)
        #expect(rtts.count == 200 && published.count == 200)
        #expect(zip(rtts, published).allSatisfy { abs($0 - $1) < 0.005 })
        #expect(try tables.changes(source, destination) == changes)
    }
}
