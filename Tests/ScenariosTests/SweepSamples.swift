import Foundation
import TestSupport

@testable import Scenarios

/// Small sweeps for tests.
enum SweepSamples {
    static let base = """
        # a small shell
        window: { duration_s: 6, step_s: 2 }
        constellation:
          shells: [{ planes: 6, slots: 8, inclination_deg: 53, altitude_km: 1200 }]
        ground:
          min_elevation_deg: 5
          stations: { file: places.csv }
        """

    static let places = """
        name,latitude_deg,longitude_deg
        A,10,20
        B,-20,60
        "C, the third",30,100
        """

    /// Axes of two keys with six combinations.
    static let axes = """
        axes:
          - { key: ground.min_elevation_deg, values: [5, 10, 15] }
          - { key: window.start_s, range: { from: 0, to: 300, step: 300 } }
        """

    static func sweep(
        _ text: String, base: String = base, in folder: TemporaryFolder
    ) throws -> Sweep {
        try folder.write(places, to: "places.csv")
        try folder.write(base, to: "base.yaml")
        let path = try folder.write("base: base.yaml\n" + text, to: "sweep.yaml")
        return try Sweep(contentsOf: path)
    }

    static func plan(
        _ text: String = axes, base: String = base, in folder: TemporaryFolder
    ) throws -> SweepPlan {
        try SweepPlan(sweep(text, base: base, in: folder))
    }

    /// The values of all runs, joined by commas.
    static func values(_ plan: SweepPlan) -> [String] {
        plan.runs.map { plan.values(of: $0).joined(separator: ",") }
    }

    /// Does all runs of a shard and tells how many there were and how many failed.
    @discardableResult
    static func run(
        _ plan: SweepPlan, into path: String, shard: SweepShard = .whole, threads: Int = 2,
        retryingFailed: Bool = false
    ) async throws -> (runs: Int, failed: Int) {
        let runner = SweepRunner(plan, folder: SweepFolder(path))
        let runs = try runner.missing(in: shard, retryingFailed: retryingFailed)
        return (runs.count, try await runner.run(runs, threads: threads))
    }
}
