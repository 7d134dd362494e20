import Orbits
import Scenarios
import TestSupport
import Testing

/// Planes and slots of all Starlink satellites, in two files a week apart.
@Suite struct PlacementThoroughTests {
    @Test(
        .tags(.thorough), .enabled(if: Thorough.isWanted, Thorough.notWanted),
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `two files a week apart agree on planes and slots`() throws {
        func places(_ file: String) throws -> (all: Int, places: [String: String]) {
            let path = try SharedData.url("tle/\(file).tle").path
            let experiment = try Experiment(
                Scenario(text: "constellation: { elements: { file: \(path) } }", file: "s.yaml"))
            let placement = try #require(experiment.placement())
            var places: [String: String] = [:]
            for (name, place) in zip(experiment.satelliteNames, placement.satellites) {
                guard case .placed(let shell, let plane, let slot) = place else { continue }
                places[name] = "\(placement.shells[shell].name) \(plane) \(slot)"
            }
            return (placement.satellites.count, places)
        }
        let older = try places("starlink_2026-08-15T2045Z")
        let newer = try places("starlink_2026-08-22T2029Z")
        #expect(newer.all == 10_744 && newer.places.count == 9_280)
        let both = newer.places.filter { older.places[$0.key] != nil }
        let same = both.count { older.places[$0.key] == $0.value }
        #expect(both.count > 9_000)
        #expect(Double(same) >= 0.97 * Double(both.count), "\(same) of \(both.count)")
        let oneweb = try places("oneweb_2026-08-22T1837Z")
        #expect(oneweb.all == 651 && oneweb.places.count == 612)
    }
}
