import Foundation
import LaserMesh
import Orbits
import Scenarios
import TestSupport
import Testing

/// Rules of lasers and of ground stations as scenarios state them.
@Suite struct ConstraintScenarioTests {
    static let plain = """
        epoch: 2026-08-23T00:00:05Z
        window: { start_s: 0, duration_s: 120, step_s: 10 }
        constellation:
          shells: [{ name: A, planes: 8, slots: 10, inclination_deg: 53, altitude_km: 1200, phasing: 1 }]
        ground:
          min_elevation_deg: 10
          stations:
            - { name: P, latitude_deg: 40, longitude_deg: 10 }
            - { name: Q, latitude_deg: -30, longitude_deg: 80 }
        """

    private func experiment(_ more: String, ground: String = "") throws -> Experiment {
        let text = Self.plain.replacing(
            "  min_elevation_deg: 10\n", with: "  min_elevation_deg: 10\n\(ground)")
        return try Experiment(Scenario(text: text + "\n" + more, file: "s.yaml"))
    }

    private func radio(_ experiment: Experiment, at seconds: Double) -> [Link] {
        experiment.mesh(atSeconds: seconds).mesh.links.filter { $0.kind == .radio }
    }

    @Test func `Starlink's instants of reassignment are seconds 12, 27, 42 and 57`() throws {
        let sticky = try experiment(
            "", ground: "  choice: highest\n  reassign_s: 15\n  reassign_offset_s: 12\n")
        // The epoch is second 5: choices at 57 before it, then 12, 27, ...
        #expect(
            sticky.builder.groundPlan?.atS == [-8, 7, 22, 37, 52, 67, 82, 97, 112])
        let links = radio(sticky, at: 7)
        #expect(links.count == 2)
        // The pair holds until the next choice, as long as it is seen.
        #expect(radio(sticky, at: 21.9).map(\.a) == links.map(\.a))
        #expect(try experiment("").builder.groundPlan == nil)
    }

    @Test func `planned outages take away links and nothing else`() throws {
        let all = try experiment("")
        let some = try experiment(
            """
            outages:
              - { node: A-0-1, from_s: 10, to_s: 20 }
              - { node: P, from_s: 30, to_s: 40 }
              - { link: [A-0-2, A-0-3], from_s: 0, to_s: 100 }
            """)
        func names(_ experiment: Experiment, _ seconds: Double) -> Set<[String]> {
            Set(
                experiment.mesh(atSeconds: seconds).mesh.links.map {
                    [experiment.name(of: $0.a), experiment.name(of: $0.b)]
                })
        }
        for seconds in [0.0, 10, 15, 20, 35, 110] {
            let expected = names(all, seconds).filter { pair in
                !(pair.contains("A-0-1") && (10..<20).contains(seconds))
                    && !(pair.contains("P") && (30..<40).contains(seconds))
                    && !(Set(pair) == ["A-0-2", "A-0-3"] && seconds < 100)
            }
            #expect(names(some, seconds) == expected)
        }
    }

    @Test func `failures are the same for the same seed and have their rates`() throws {
        func outages(_ seed: Int, _ rates: String) throws -> [[Double]] {
            try experiment("failures: { seed: \(seed), \(rates) }").builder.outages.outages.map {
                [Double($0.a), Double($0.b), $0.fromS, $0.toS]
            }
        }
        let rates =
            "satellite_mtbf_h: 0.01, satellite_mttr_h: 0.002, link_mtbf_h: 0.02, link_mttr_h: 0.01"
        let first = try outages(1, rates)
        #expect(try outages(1, rates) == first)
        #expect(try outages(2, rates) != first)
        // The satellites' failures do not depend on those of the links.
        let alone = try outages(1, "satellite_mtbf_h: 0.01, satellite_mttr_h: 0.002")
        #expect(first.filter { $0[0] == $0[1] } == alone)
        // Of 80 satellites over 120 s, with 36 s between failures and 7.2 s to repair, the part of
        // the time out of order tends to 1/6.
        let down = alone.map { min($0[3], 120) - $0[2] }.reduce(0, +) / (80 * 120)
        #expect(abs(down - 1.0 / 6) < 0.03)
    }

    @Test func `a rule that leaves nothing is said in words`() throws {
        let blind = try experiment("", ground: "  azimuth_mask: [[0, 90]]\n")
        #expect(radio(blind, at: 0).isEmpty)
        #expect(
            blind.notes == [
                "the skyline hides the whole sky of 2 stations, so that they see no satellite"
            ])
        let lame = try experiment("lasers: { fields_of_regard: [{ elevation_deg: [10, 5] }] }")
        #expect(lame.mesh(atSeconds: 0).mesh.links.allSatisfy { $0.kind == .radio })
        #expect(lame.notes == ["no terminal can point anywhere, so that there are no lasers"])
    }

    @Test func `keys of terminals make a plan only where it is needed`() throws {
        #expect(try experiment("lasers: { terminals: 4 }").builder.topology is LinkList)
        let two = try experiment("lasers: { terminals: 2 }")
        #expect(two.builder.topology is LinkTimetable)
        let mesh = two.mesh(atSeconds: 50).mesh
        let degrees = (0..<80).map { node in
            mesh.links.count { $0.kind == .laser && [$0.a.index, $0.b.index].contains(node) }
        }
        #expect(degrees.max() == 2)
        let late = try experiment("lasers: { acquisition_s: 30, slew_deg_per_s: 3 }")
        #expect(late.builder.topology is LinkTimetable)
        #expect(
            late.mesh(atSeconds: 0).mesh.links == (try experiment("")).mesh(atSeconds: 0).mesh.links
        )
    }

    @Test func `moving users come from keys and from a table`() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            """
            station,time_s,latitude_deg,longitude_deg,altitude_m
            ship,0,0,0,0
            ship,100,0,1,0
            """, to: "tracks.csv")
        let text = Self.plain.replacing(
            "    - { name: Q",
            with: """
                    - { name: F, latitude_deg: 0, longitude_deg: 0, altitude_m: 11000,
                        to: { latitude_deg: 0, longitude_deg: 90 }, speed_km_h: 900 }
                    - { name: Q
                """
        ).replacing(
            "  min_elevation_deg: 10",
            with: "  min_elevation_deg: 10\n  tracks: { file: tracks.csv }")
        let experiment = try Experiment(Scenario(text: text, file: folder.path("s.yaml")))
        #expect(experiment.stations.map(\.name) == ["P", "F", "Q", "ship"])
        let flight = experiment.builder.observer(1, atSeconds: 100).place
        #expect(abs(flight.longitudeRad - 25 / StationTrack.earthRadiusKm) < 1e-12)
        #expect(abs(flight.altitudeKm - 11) < 1e-12)
        #expect(abs(experiment.builder.observer(3, atSeconds: 50).place.longitudeDeg - 0.5) < 1e-9)
        let positions = try #require(experiment.mesh(atSeconds: 50).mesh.positions)
        #expect(positions[83] == experiment.builder.observer(3, atSeconds: 50).position.km)
    }

    @Test(arguments: [
        ("lasers: { acquisition_s: -1 }", "lasers.acquisition_s: found '-1'"),
        (
            "lasers: { fields_of_regard: [{ azimuth_deg: [1] }] }",
            "expected two angles, from and to"
        ),
        (
            "outages: [{ node: X, from_s: 0, to_s: 1 }]",
            "found 'X', expected the name of a satellite"
        ),
        ("outages: [{ link: [P, P], from_s: 0, to_s: 1 }]", "two different names"),
        ("failures: { satellite_mtbf_h: 5 }", "the key 'satellite_mttr_h' is missing"),
        ("failures: { seeds: 5 }", "unknown key 'seeds'; did you mean 'seed'?"),
    ])
    func `a mistake gives one sentence`(text: String, sentence: String) throws {
        let error = #expect(throws: ScenarioError.self) { try experiment(text) }
        #expect(error?.message.contains(sentence) == true, "\(error?.message ?? "")")
    }
}
