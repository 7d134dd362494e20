import Foundation
import Results
import TestSupport
import Testing

/// `helio-compare` and its figures, as a person runs them.
@Suite struct CompareCommandTests {
    @Test func `the same bytes for any number of threads, and three figures`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny, to: "s.yaml")
        for threads in ["1", "2"] {
            let outcome = try Program("helio-compare").run([
                "--scenario", scenario, "--out", folder.path("out\(threads)"), "--threads", threads,
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output == "")
        }
        for name in [
            "comparison.csv", "comparison_summary.csv", "comparison_matrix.csv", "crossover.csv",
            "calibration.csv", "sites.csv", "errors.csv", "rejected.csv", "manifest.json",
        ] {
            let one = try Data(contentsOf: folder.url.appending(path: "out1/\(name)"))
            let two = try Data(contentsOf: folder.url.appending(path: "out2/\(name)"))
            #expect(one == two, "\(name)")
        }
        let table = try CSVTable(contentsOf: folder.path("out1/comparison.csv"))
        #expect(
            table.header == [
                "time_s", "source", "destination", "mesh_rtt_ms", "fibre_rtt_ms", "hybrid_rtt_ms",
                "measured_rtt_ms",
            ])
        let plot = try Program("helio-plot").run([folder.path("out1")])
        // 69: gnuplot is not installed.
        guard plot.status != 69 else { return }
        #expect(plot.status == 0, "\(plot.errors)")
        let lines = plot.output.split(separator: "\n")
        #expect(
            lines.map { $0.split(separator: "/").last ?? "" } == [
                "crossover.svg", "matrix.svg", "map.svg",
            ])
        let refused = try Program("helio-plot").run([folder.path("out1"), "--pair", "A", "B"])
        #expect(refused.status == 64)
    }

    @Test func `a scenario without stations is told in a sentence`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(
            "constellation: { preset: starlink-gen1, only: [G1-1] }", to: "s.yaml")
        let outcome = try Program("helio-compare").run([
            "--scenario", scenario, "--out", folder.path("out"),
        ])
        #expect(outcome.status == 65)
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }
}
