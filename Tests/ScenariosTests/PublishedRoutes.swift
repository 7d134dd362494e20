import Foundation
import Results
import Scenarios
import TestSupport

/// Runs of the published experiments over the 100 largest cities, and their published answers.
enum PublishedRoutes {
    /// Kuiper's first shell as Hypatia made it, with a cap on the slant range.
    static func kuiper(capKm: Double, window: String, pairs: String) -> String {
        """
        epoch: 2000-01-01T00:00:00Z
        window: \(window)
        constellation:
          shells:
            - name: K1
              planes: 34
              slots: 34
              inclination_deg: 51.9
              mean_motion_rev_per_day: 14.80
              phasing: half-slot
              eccentricity: 1.0e-7
              tle_precision: true
        lasers: { topology: plus-grid, max_range_km: 5442.958 }
        ground:
          stations: { file: cities.csv }
          max_slant_range_km: \(capKm)
        pairs: \(pairs)
        """
    }

    /// A run's tables.
    struct Tables {
        let latency: CSVTable
        let routes: [String]
        let summary: CSVTable

        /// Round-trip times of a pair [ms], NaN where there is none.
        func rtts(_ source: String, _ destination: String) throws -> [Double] {
            try rows(source, destination, latency.doubles("rtt_ms", allowing: .nan))
        }

        /// Nodes of a pair's route at each instant; `nil` where there is none.
        func nodes(_ source: String, _ destination: String) throws -> [String?] {
            try rows(source, destination, latency.optionalInts("route")).map {
                $0.map { routes[$0] }
            }
        }

        /// The instants from which on a pair has another route than before [s].
        func changes(_ source: String, _ destination: String) throws -> [Double] {
            let times = try rows(source, destination, latency.doubles("time_s"))
            let nodes = try nodes(source, destination)
            return (1..<nodes.count).filter { nodes[$0] != nodes[$0 - 1] }.map { times[$0] }
        }

        private func rows<Value>(
            _ source: String, _ destination: String, _ values: [Value]
        ) throws -> [Value] {
            let sources = try latency.strings("source")
            let destinations = try latency.strings("destination")
            return values.indices.filter {
                sources[$0] == source && destinations[$0] == destination
            }.map { values[$0] }
        }
    }

    /// Runs a scenario over the cities of Hypatia's list.
    static func run(_ text: String, threads: Int = 2) async throws -> Tables {
        let folder = try TemporaryFolder()
        let list = try SharedData.text(
            "hypatia/ground_stations_cities_sorted_by_estimated_2025_pop_top_100.basic.txt")
        var cities = "name,latitude_deg,longitude_deg,altitude_m\n"
        for line in list.split(whereSeparator: \.isNewline) {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            cities += cells[1...4].joined(separator: ",") + "\n"
        }
        try folder.write(cities, to: "cities.csv")
        return try await run(
            Scenario(text: text, file: folder.path("scenario.yaml")), in: folder, threads: threads)
    }

    /// Runs a scenario into a folder.
    static func run(
        _ scenario: Scenario, in folder: TemporaryFolder, threads: Int
    ) async throws -> Tables {
        let results = try ResultFolder(at: folder.path("out"))
        try await RouteRun.run(
            Experiment(scenario), into: results, control: RunControl(threads: threads))
        try results.finish(Manifest(program: "test"))
        return Tables(
            latency: try CSVTable(contentsOf: folder.path("out/latency.csv")),
            routes: try CSVTable(contentsOf: folder.path("out/routes.csv")).strings("nodes"),
            summary: try CSVTable(contentsOf: folder.path("out/summary.csv")))
    }
}
