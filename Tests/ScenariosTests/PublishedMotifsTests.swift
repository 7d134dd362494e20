import LaserMesh
import Routing
import TestSupport
import Testing

@testable import Scenarios

@Suite(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
struct PublishedMotifsTests {
    private static func result(_ lasers: String) throws -> StretchStudy.Result {
        let folder = try TemporaryFolder()
        let experiment = try Experiment(PublishedMotifs.scenario(in: folder, lasers: lasers))
        var study = StretchStudy(try experiment.weightedPairs())
        let (mesh, rejected) = experiment.mesh(atSeconds: 0)
        #expect(rejected.isEmpty && mesh.satelliteCount == 1_600 && mesh.nodeCount == 2_600)
        return study.result(in: mesh)
    }

    @Test func `stretch and hops of +Grid and of a motif are the published ones`() throws {
        let grid = try Self.result("topology: plus-grid")
        #expect(abs(grid.stretch - 1.2483452742079981) < 1e-6)
        #expect(abs(grid.hops - 10.574827481654376) < 1e-6)
        let motif = try Self.result("topology: motif, offsets: [[0, 1], [1, 1]], max_degree: 4")
        #expect(abs(motif.stretch - 1.3884712571850226) < 1e-6)
        #expect(abs(motif.hops - 9.47511973130524) < 1e-6)
    }

    @Test func `a motif that leaves cities apart is recognised`() throws {
        let motif = try Self.result("topology: motif, offsets: [[0, 1], [5, -6]]")
        #expect(motif.unreachablePairs > 0 && motif.stretch.isNaN && motif.measure == .infinity)
    }

    /// The three zones and their published gains over +Grid in percent.
    @Test(arguments: [
        ([[1, -4, 3, 1], [0, 4, 5, -1], [1, -5, 4, 2]], 48.11845955),
        ([[1, 0, 1, -2], [1, -2, 1, 0], [0, 1, 1, -2]], 6.97548961),
    ])
    func `three zones gain what was published`(steps: [[Int]], gain: Double) throws {
        let zones = zip([18, 36, 90], steps).map { top, s in
            "{ max_abs_latitude_deg: \(top), offsets: [[\(s[0]), \(s[1])], [\(s[2]), \(s[3])]] }"
        }
        let result = try Self.result("topology: motif, zones: [ \(zones.joined(separator: ", ")) ]")
        let grid = 1.2483452742079981 + 10.574827481654376
        #expect(abs(100 * (grid - result.measure) / grid - gain) < 1e-6)
    }
}
