import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

/// Merged tables with the axes as dimensions.
@Suite struct SweepGridTests {
    private static let modules = ["xarray", "netCDF4", "pandas"]

    /// Listed values, values that move together, samples, replicates, a condition and a failure.
    private static let axes = """
        axes:
          - { key: ground.min_elevation_deg, values: [5, 10, 95] }
          - zip:
              - { key: routing.algorithm, values: [shortest, least-hop] }
              - { key: window.step_s, values: [2, 3] }
          - { key: window.start_s, sample: { uniform: [0, 900], count: 2 } }
        where: ground.min_elevation_deg != 10
        replicates: 2
        keep: [summary, latency]
        """

    private func merged(_ folder: TemporaryFolder) async throws -> String {
        let plan = try SweepSamples.plan(Self.axes, in: folder)
        let done = try await SweepSamples.run(plan, into: folder.path("out"))
        #expect(done.runs == 16 && done.failed == 8)
        try SweepMerge.run(
            plan, from: SweepFolder(folder.path("out")), into: folder.path("merged"),
            program: "test", hasGrids: true)
        return folder.path("merged")
    }

    @Test func `axes are dimensions with their values`() async throws {
        let folder = try TemporaryFolder()
        let path = try await merged(folder)
        let grid = try NetCDFReader(path: path + "/merged_summary.nc")
        let dimensions = [
            "replicate", "ground.min_elevation_deg", "routing.algorithm", "window.start_s_sample",
        ]
        #expect(try grid.dimensions(of: "run") == dimensions)
        #expect(try grid.dimensions(of: "min_rtt_ms") == dimensions + ["row"])
        #expect(try grid.dimensions(of: "window.start_s") == [dimensions[0], dimensions[3]])
        #expect(try grid.dimensions(of: "source") == ["row"])
        let elevations: [Double] = try grid.values(of: "ground.min_elevation_deg")
        #expect(elevations == [5, 10, 95])
        #expect(try grid.texts(of: "routing.algorithm") == ["shortest", "least-hop"])
        let steps: [Double] = try grid.values(of: "window.step_s")
        #expect(steps == [2, 3])
        let runs: [Int32] = try grid.values(of: "run")
        let dropped: [Int32] = [-1, -1, -1, -1]
        #expect(
            runs == [0, 1, 2, 3] + dropped + [4, 5, 6, 7, 8, 9, 10, 11] + dropped
                + [12, 13, 14, 15])
        // Elevations of 95 degrees fail: nothing but NaN.
        let times: [Double] = try grid.values(of: "min_rtt_ms")
        let pairs = times.count / runs.count
        for (place, run) in runs.enumerated() {
            let isThere = run >= 0 && place % 12 < 4
            let values = times[place * pairs..<(place + 1) * pairs]
            #expect(values.contains { !$0.isNaN } == isThere)
        }
    }

    @Test(
        .enabled(
            if: PythonOracle.isPresent(modules),
            Comment(rawValue: PythonOracle.absent(modules))),
        arguments: ["summary", "latency"])
    func `xarray finds the rows of the table`(table: String) async throws {
        let folder = try TemporaryFolder()
        let path = try await merged(folder) + "/merged_" + table
        let rows = try CSVTable(contentsOf: path + ".csv").rowCount
        let output = try #require(
            try PythonOracle.output(of: "sweep_grid.py", input: "\(path).nc\n\(path).csv\n"))
        #expect(output.contains("runs 16\n"))
        #expect(output.hasSuffix("rows \(rows) wrong 0\n"), "\(output)")
    }
}
