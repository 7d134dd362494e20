import LaserMesh
import Results
import Testing
import TestSupport

@testable import Scenarios

struct GlobeRunTests {
    private static let text = """
        epoch: 2026-08-23T00:00:00Z
        window: { duration_s: 900, step_s: 30 }
        constellation:
          shells:
            - { name: A, planes: 10, slots: 12, inclination_deg: 60, altitude_km: 900, phasing: 3 }
        lasers: { topology: TOPOLOGY, max_range_km: 4200 }
        ground:
          min_elevation_deg: 10
          stations:
            - { name: North, latitude_deg: 55, longitude_deg: 10 }
            - { name: South, latitude_deg: -20, longitude_deg: 40 }
            - { name: Alone, latitude_deg: 10, longitude_deg: -100 }
        outages: [{ link: [A-0-0, A-0-1], from_s: 100, to_s: 500 }]
        pairs: [[North, South]]

        """

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func results(_ topology: String) throws -> ResultScenario {
        try folder.write(Self.text.replacing("TOPOLOGY", with: topology), to: "scenario.yaml")
        try folder.write(
            #"{"program": "test", "version": "1", "arguments": {}}"#, to: "manifest.json")
        return try ResultScenario(folder: folder.url.path)
    }

    /// At every frame the links that are up are those of the mesh, and a link that is pointed and not
    /// up has a reason.
    @Test(arguments: ["plus-grid", "nearest"])
    func linksAreThoseOfTheMesh(topology: String) async throws {
        let results = try results(topology)
        let scene = try await GlobeRun.scene(
            folder: folder.url.path, results, stepS: 60, control: RunControl(threads: 2))
        #expect(scene.nodes.suffix(2) == ["North", "South"])
        #expect(scene.timesS.first == 0 && scene.timesS.last == 870)
        for (frame, seconds) in scene.timesS.enumerated() {
            let mesh = results.experiment.mesh(atSeconds: seconds, linking: [0, 1]).mesh
            let expected = Set(mesh.links.map { GlobeLink(a: $0.a.index, b: $0.b.index) })
            let present = scene.spells.filter { $0.frames.contains(frame) }
            let up = Set(present.filter { $0.reason == nil }.map { scene.links[$0.link] })
            #expect(up == expected, "at \(seconds) s")
            let down = Set(present.filter { $0.reason != nil }.map { scene.links[$0.link] })
            #expect(down.isDisjoint(with: up) && present.count == up.count + down.count)
            if topology == "plus-grid" { #expect(down.count + up.count { $0.b < 120 } == 240) }
        }
        #expect(scene.series[0].timesS == scene.timesS)
    }

    @Test func reasonsNameTheRuleOrTheOutage() async throws {
        let results = try results("plus-grid")
        let scene = try await GlobeRun.scene(folder: folder.url.path, results, stepS: 30)
        let link = try #require(scene.links.firstIndex(of: GlobeLink(a: 0, b: 1)))
        let out = try #require(scene.spells.first { $0.link == link && $0.reason != nil })
        #expect(scene.timesS[out.frames.lowerBound] == 120)
        #expect(scene.timesS[out.frames.upperBound] == 510)
        #expect(
            out.reason.map { scene.reasons[$0] } == "the link or one of its ends is out of order")
        #expect(
            scene.reasons.contains {
                $0.hasPrefix("the laser would be longer than its greatest range, by up to")
            })
    }

    @Test func theWindowMayHaveOneInstantAndNotNone() async throws {
        try folder.write("{}", to: "manifest.json")
        for (duration, frames) in [("1", 1), ("0", 0)] {
            let text = Self.text.replacing("TOPOLOGY", with: "ring")
                .replacing("duration_s: 900", with: "duration_s: \(duration)")
            try folder.write(text, to: "scenario.yaml")
            let results = try ResultScenario(folder: folder.url.path)
            #expect(results.origin == "results")
            guard frames > 0 else {
                await #expect(throws: GlobeError.emptyWindow(folder: folder.url.path)) {
                    try await GlobeRun.scene(folder: folder.url.path, results)
                }
                continue
            }
            let scene = try await GlobeRun.scene(folder: folder.url.path, results)
            #expect(scene.timesS == [0] && scene.stepS == 0)
        }
    }

    @Test func toldWhichInputsHaveChanged() throws {
        let text = Self.text.replacing("TOPOLOGY", with: "file").replacing(
            "max_range_km: 4200", with: "file: links.csv")
        try folder.write(text, to: "scenario.yaml")
        try folder.write("a,b\nA-0-0,A-0-1\n", to: "links.csv")
        let digest = SHA256.hex(of: Array("a,b\nA-0-0,A-0-1\n".utf8))
        for (hash, changed) in [(digest, []), ("0", ["links.csv"])] {
            try folder.write(
                """
                {"program": "p", "version": "1",
                 "arguments": {"inputs": [{"name": "links.csv", "sha256": "\(hash)"}]}}
                """, to: "manifest.json")
            #expect(try ResultScenario(folder: folder.url.path).changedInputs == changed)
        }
        #expect(throws: InputError.self) {
            try ResultScenario(folder: folder.url.path, filesFrom: folder.url.path + "/elsewhere")
        }
    }
}
