import LaserMesh
import Orbits
import Scenarios
import TestSupport
import Testing

/// Round-trip times to the satellites that a place reaches, by its latitude.
///
/// Published: Bhattacherjee et al., "In-orbit computing: an outlandish thought experiment?", HotNets
/// 2020, DOI 10.1145/3422604.3425937, figure 1 and its text.
@Suite struct ReachableSatellitesTests {
    /// The least and the greatest round-trip time [ms] and the least number of satellites in reach of
    /// places at each latitude, over longitudes and instants.
    private func reach(
        _ preset: String, elevationDeg: Double, latitudes: [Double]
    ) throws -> [(leastMs: Double, greatestMs: Double, fewest: Int)] {
        let longitudes = [0.0, 75, 150, 225, 300]
        var stations = ""
        for latitude in latitudes {
            for longitude in longitudes {
                stations +=
                    "\n    - { name: \"\(latitude) \(longitude)\", latitude_deg: \(latitude), "
                    + "longitude_deg: \(longitude) }"
            }
        }
        let experiment = try Experiment(
            Scenario(
                text: """
                    constellation: { preset: \(preset), propagator: kepler-j2 }
                    lasers: { topology: none }
                    ground:
                      min_elevation_deg: \(elevationDeg)
                      stations:\(stations)
                    """, file: "e6.yaml"))
        var rows = [(leastMs: Double, greatestMs: Double, fewest: Int)](
            repeating: (.infinity, 0, .max), count: latitudes.count)
        for seconds in stride(from: 0.0, to: 5_700, by: 700) {
            let mesh = experiment.mesh(atSeconds: seconds).mesh
            for station in 0..<stations.count(where: { $0 == "{" }) {
                let row = station / longitudes.count
                let places = mesh.row(of: mesh.station(station))
                rows[row].fewest = min(rows[row].fewest, places.count)
                for place in places {
                    let rtt = 2 * mesh.lengthKm[place] / 299_792.458 * 1_000
                    rows[row].leastMs = min(rows[row].leastMs, rtt)
                    rows[row].greatestMs = max(rows[row].greatestMs, rtt)
                }
            }
        }
        return rows
    }

    @Test func `Kuiper is 4 to 8 ms away up to 55 degrees, and out of reach beyond 60`() throws {
        let low = try reach("kuiper", elevationDeg: 30, latitudes: [0, 15, 30, 45, 55])
        #expect(abs((low.map(\.leastMs).min() ?? 0) - 4) < 0.5)
        #expect(abs((low.map(\.greatestMs).max() ?? 0) - 8) < 0.5)
        #expect(low.allSatisfy { $0.fewest > 0 })
        let high = try reach("kuiper", elevationDeg: 30, latitudes: [61, 75, 90])
        #expect(high.allSatisfy { $0.greatestMs == 0 && $0.fewest == 0 })
    }

    @Test func `Starlink is 4 to 16 ms away, and 30 satellites are in reach`() throws {
        let rows = try reach("starlink-2018", elevationDeg: 25, latitudes: [0, 20, 40, 60, 80])
        #expect(abs((rows.map(\.leastMs).min() ?? 0) - 4) < 0.5)
        #expect(abs((rows.map(\.greatestMs).max() ?? 0) - 16) < 0.5)
        #expect(rows[1...3].allSatisfy { $0.fewest >= 30 })
    }
}
