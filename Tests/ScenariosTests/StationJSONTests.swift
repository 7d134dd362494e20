import Foundation
import Results
import TestSupport
import Testing

@testable import Scenarios

/// Lists of gateways in the forms in which communities keep them.
@Suite struct StationJSONTests {
    private static func experiment(_ json: String, _ keys: String = "") throws -> Experiment {
        let folder = try TemporaryFolder()
        try Data(json.utf8).write(to: URL(filePath: folder.path("g.json")))
        let text = """
            constellation:
              shells: [{ name: A, planes: 2, slots: 3, inclination_deg: 53, altitude_km: 600 }]
            ground: { stations: { file: g.json\(keys) } }
            """
        return try Experiment(Scenario(text: text, file: folder.path("s.yaml")))
    }

    @Test func `a list of objects, and one under stations`() throws {
        let list = """
            [{"name": "Accra, Ghana", "lat": 5.8, "lon": -0.09, "type": "pop", "show": true},
             {"code": "X1", "latitude": -10, "lng": 20.5, "type": "gateway", "show": false, "x": [1]}]
            """
        for json in [list, "{ \"lastUpdated\": \"2026\", \"stations\": \(list) }"] {
            let stations = try Self.experiment(json).stations
            #expect(stations.map(\.name) == ["Accra, Ghana", "X1"])
            #expect(abs(stations[1].place.latitudeDeg + 10) < 1e-12)
            #expect(abs(stations[1].place.longitudeDeg - 20.5) < 1e-12)
            let some = try Self.experiment(json, ", where: { type: gateway }").stations
            #expect(some.map(\.name) == ["X1"])
            #expect(
                try Self.experiment(json, ", where: { type: pop, show: false }").stations.isEmpty)
        }
    }

    @Test(arguments: [
        ("[{\"name\": \"A\", \"lat\": 5}]", "found place 1 without longitude_deg, lon, lng"),
        ("{ \"places\": [] }", "found JSON of another form, expected a list of places"),
        ("[1, 2", "found JSON of another form"),
        ("[{\"name\": \"A\", \"lat\": 95, \"lon\": 0}]", "95"),
    ]) func `mistakes are told in a sentence`(json: String, part: String) {
        do {
            _ = try Self.experiment(json)
            Issue.record("no error")
        } catch let error as any ReportableError {
            #expect(error.message.contains(part), "\(error.message)")
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test(
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `the community's gateways`() throws {
        let path = try SharedData.url("ground/starlink_ground_stations_juliensimon_2026-03-20.json")
            .path
        let text = """
            constellation:
              shells: [{ name: A, planes: 2, slots: 3, inclination_deg: 53, altitude_km: 600 }]
            ground: { stations: { file: "\(path)", where: { type: gateway, status: operational } } }
            """
        let stations = try Experiment(Scenario(text: text, file: "s.yaml")).stations
        #expect(stations.count > 100)
    }
}
