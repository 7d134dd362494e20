import Foundation
import LaserMesh
import Orbits
import Results
import Scenarios
import TestSupport
import Testing

/// Planes and slots of element files, and the drift between two of them.
@Suite struct PlacementTableTests {
    /// The element sets of a shell as a file.
    private func write(
        _ folder: TemporaryFolder, _ name: String, changed: (inout ElementSet) -> Void = { _ in }
    ) throws -> String {
        let shell = Shell(
            name: "S", planes: 6, slots: 8, inclinationDeg: 53, altitudeKm: 1_200,
            phasing: .walker(1))
        var text = ""
        for var set in shell.elementSets(epoch: Instant(year: 2026, month: 8, day: 22)) {
            changed(&set)
            let lines = try TLE.lines(of: set)
            text += "\(set.name)\n\(lines.0)\n\(lines.1)\n"
        }
        return try folder.write(text, to: name)
    }

    private func experiment(_ folder: TemporaryFolder, topology: String) throws -> Experiment {
        try Experiment(
            Scenario(
                text: """
                    constellation: { elements: { file: new.tle } }
                    lasers: { topology: \(topology) }
                    """, file: folder.path("s.yaml")))
    }

    @Test func `+Grid and rings need no planes and slots from the user`() throws {
        let folder = try TemporaryFolder()
        _ = try write(folder, "new.tle")
        let grid = try experiment(folder, topology: "plus-grid")
        let design = Shell(
            name: "S", planes: 6, slots: 8, inclinationDeg: 53, altitudeKm: 1_200,
            phasing: .walker(1))
        let reference = MeshBuilder(topology: LinkList.plusGrid([design])).mesh(
            of: grid.constellation.positions(at: grid.epoch), atSeconds: 0)
        #expect(reference.linkCount > 80)
        #expect(grid.mesh(atSeconds: 0).mesh.links == reference.links)
        let ring = try experiment(folder, topology: "ring")
        #expect(ring.mesh(atSeconds: 0).mesh.linkCount == 48)
        let results = try ResultFolder(at: folder.path("out"))
        let note = try PlacementTable.write(of: grid, into: results)
        #expect(note == "48 of 48 satellites stand in the slots of 1 shell; see placement.csv")
        try grid.finish(results, program: "test")
        let table = try CSVTable(contentsOf: folder.path("out/placement.csv"))
        #expect(
            table.header == ["satellite", "shell", "plane", "slot", "age_days", "reason"])
        #expect(Set(try table.ints("plane")) == Set(0..<6))
        #expect(Set(try table.ints("slot")) == Set(0..<8))
        #expect(try table.strings("shell").allSatisfy { $0 == "53-1200" })
    }

    @Test func `an older set that lags drifts along the track`() throws {
        let folder = try TemporaryFolder()
        _ = try write(folder, "new.tle")
        // 0.001 rad behind at a radius of 7,578 km is 7.6 km along the track.
        let old = try write(folder, "old.tle") { $0.meanAnomalyRad += 2 * .pi - 0.001 }
        let results = try ResultFolder(at: folder.path("out"))
        let experiment = try experiment(folder, topology: "none")
        let note = try ElementDrift.write(olderElementsAt: old, of: experiment, into: results)
        #expect(note.hasPrefix("48 satellites stand in both files and drift by 7.5"))
        try experiment.finish(results, program: "test")
        let table = try CSVTable(contentsOf: folder.path("out/drift.csv"))
        for column in ["radial_km", "cross_track_km", "age_difference_days"] {
            #expect(try table.doubles(column).allSatisfy { abs($0) < 0.05 })
        }
        #expect(try table.doubles("along_track_km").allSatisfy { abs($0 + 7.578) < 0.03 })
    }

    @Test(
        .enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)),
        arguments: [
            ("iridium_next_2026-08-22", 66, 6), ("kuiper_2026-08-22", 278, 139),
        ])
    func `real files are placed without a question`(file: String, placed: Int, planes: Int) throws {
        let path = try SharedData.url("tle/\(file).tle").path
        let experiment = try Experiment(
            Scenario(
                text:
                    "constellation: { elements: { file: \(path) } }\nlasers: { topology: plus-grid }",
                file: "s.yaml"))
        let placement = try #require(experiment.placement())
        #expect(placement.placedCount == placed)
        #expect(placement.shells.first?.planes.count == planes)
        #expect(experiment.mesh(atSeconds: 0).mesh.linkCount > 3 * placed / 4)
    }
}
