import Foundation
import LaserMesh
import Results
import TestSupport
import Testing

@testable import Scenarios

@Suite(
    .tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted),
    .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct MotifStudyThoroughTests {
    private static func table(
        _ name: String, maxRangeKm: Double, zonesDeg: [Double] = []
    ) async throws -> CSVTable {
        let folder = try TemporaryFolder()
        let experiment = try Experiment(
            PublishedMotifs.scenario(in: folder, lasers: "topology: plus-grid"))
        let results = try ResultFolder(at: folder.path("out"))
        try await MotifRun.run(
            experiment,
            MotifRun.Search(seconds: 0, maxRangeKm: maxRangeKm, zonesDeg: zonesDeg),
            into: results, control: RunControl(threads: 2))
        try experiment.finish(results, program: "test")
        return try CSVTable(contentsOf: folder.path("out/\(name)"))
    }

    @Test func `all motifs, of which the first 200 are published`() async throws {
        let table = try await Self.table("motifs.csv", maxRangeKm: 5_014)
        let stretch = try table.doubles("stretch", allowing: .nan)
        let hops = try table.doubles("hops", allowing: .nan)
        #expect(stretch.count == 1 + 1_122)
        let published = try SharedData.text(
            "satnetwork/single_motif_metrics_40_40_first200.txt"
        ).split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",").compactMap { Double($0) }
        }
        #expect(published.count == 200)
        for (index, row) in published.enumerated() {
            let isConnected = row[3] < 99_999
            #expect(stretch[1 + index].isNaN != isConnected)
            guard isConnected else { continue }
            #expect(abs(stretch[1 + index] - row[3]) < 1e-6)
            #expect(abs(hops[1 + index] - row[4]) < 1e-6)
        }
    }

    /// The published limit of 1467 km is that of a list of links which counts some by less than their
    /// positions say; with 1468 km the same motifs are tried.
    @Test(arguments: [
        (5_014.0, ["1:-4 3:1", "0:4 5:-1", "1:-5 4:2"], 48.11845955),
        (1_468.0, ["1:0 1:-2", "1:-2 1:0", "0:1 1:-2"], 6.97548961),
    ])
    func `the search by zones finds the published motifs`(
        range: Double, motifs: [String], gain: Double
    ) async throws {
        let table = try await Self.table(
            "zones.csv", maxRangeKm: range, zonesDeg: [18, 36, 90])
        let found = try table.strings("offsets")
        let gains = try table.doubles("gain_percent")
        #expect(
            found.map { Set($0.split(separator: " ")) }
                == motifs.map { Set($0.split(separator: " ")) })
        #expect(abs((gains.last ?? .nan) - gain) < 0.01)
    }
}
