import LaserMesh
import Results
import Routing
import TestSupport
import Testing

@testable import Scenarios

@Suite struct ResilienceTests {
    private func keys(_ line: String) throws -> ResilienceKeys {
        try Scenario(
            text: FlowScenarioTests.base + "resilience: { \(line) }", file: "f.yaml"
        ).resilience
    }

    private func mesh() throws -> Mesh {
        try ExperimentTests.experiment(FlowScenarioTests.base, in: try TemporaryFolder())
            .mesh(atSeconds: 0).mesh
    }

    @Test func `a probability is met on the average, and more contains less`() throws {
        let mesh = try mesh()
        let few = FailureSampler(
            try keys("satellite_failure: 0.1, link_failure: 0.05"),
            satellites: mesh.satelliteCount)
        let many = FailureSampler(
            try keys("satellite_failure: 0.3, link_failure: 0.25"),
            satellites: mesh.satelliteCount)
        var (nodes, links) = (0, 0)
        for sample in 0..<400 {
            let some = try few.failures(ofSample: sample, in: mesh)
            let more = try many.failures(ofSample: sample, in: mesh)
            nodes += some.isNodeDown.count { $0 }
            links += some.isLinkDown.count { $0 }
            #expect(zip(some.isNodeDown, more.isNodeDown).allSatisfy { !$0 || $1 })
            #expect(zip(some.isLinkDown, more.isLinkDown).allSatisfy { !$0 || $1 })
            #expect(mesh.stations.allSatisfy { !some.isNodeDown[$0] })
        }
        // Five standard deviations of a binomial distribution.
        func isNear(_ count: Int, _ trials: Int, _ p: Double) -> Bool {
            let mean = Double(trials) * p
            return abs(Double(count) - mean) < 5 * (mean * (1 - p)).squareRoot()
        }
        #expect(isNear(nodes, 400 * mesh.satelliteCount, 0.1))
        #expect(isNear(links, 400 * mesh.linkCount, 0.05))
    }

    @Test func `a number is met in every sample, and samples differ`() throws {
        let mesh = try mesh()
        let sampler = FailureSampler(
            try keys("failed_satellites: 5, failed_links: 7, seed: 3"),
            satellites: mesh.satelliteCount)
        var seen: Set<MeshFailures> = []
        var isEverDown = [Bool](repeating: false, count: mesh.satelliteCount)
        for sample in 0..<200 {
            let failures = try sampler.failures(ofSample: sample, in: mesh)
            #expect(failures.isNodeDown.count { $0 } == 5)
            #expect(failures.isLinkDown.count { $0 } == 7)
            #expect(try sampler.failures(ofSample: sample, in: mesh) == failures)
            seen.insert(failures)
            for node in isEverDown.indices where failures.isNodeDown[node] {
                isEverDown[node] = true
            }
        }
        #expect(seen.count == 200 && isEverDown.allSatisfy { $0 })
        let all = FailureSampler(try keys("failed_satellites: 99"), satellites: 48)
        #expect(try all.failures(ofSample: 0, in: mesh).isNodeDown.count { $0 } == 48)
    }

    /// A link has the same fate at every instant at which it is there.
    @Test func `links keep their fate over time`() throws {
        let experiment = try ExperimentTests.experiment(
            FlowScenarioTests.base, in: try TemporaryFolder())
        let sampler = FailureSampler(
            try keys("link_failure: 0.3"), satellites: experiment.constellation.count)
        func fates(_ seconds: Double) throws -> [NodePair: Bool] {
            let mesh = experiment.mesh(atSeconds: seconds).mesh
            let down = try sampler.failures(ofSample: 4, in: mesh).isLinkDown
            return Dictionary(
                uniqueKeysWithValues: zip(mesh.links, down).map {
                    (NodePair(source: $0.a, destination: $0.b), $1)
                })
        }
        let (now, later) = (try fates(0), try fates(600))
        #expect(now.keys != later.keys)
        #expect(later.allSatisfy { link, isDown in now[link].map { $0 == isDown } ?? true })
    }

    @Test func `tables are the same for any number of threads`() async throws {
        let folder = try TemporaryFolder()
        let text =
            FlowScenarioTests.base
            + "resilience: { samples: 75, satellite_failure: 0.2, link_failure: 0.1 }\n"
        let experiment = try ExperimentTests.experiment(text, in: folder)
        for threads in [1, 3] {
            let results = try ResultFolder(at: folder.path("out\(threads)"), force: false)
            try await ResilienceRun.run(
                experiment, into: results, control: RunControl(threads: threads))
            try experiment.finish(results, program: "test")
        }
        for name in ["resilience.csv", "resilience_distribution.csv", "resilience_samples.csv"] {
            let one = try InputFile.bytes(of: folder.path("out1/\(name)"))
            #expect(try InputFile.bytes(of: folder.path("out3/\(name)")) == one)
        }
        let table = try CSVTable(contentsOf: folder.path("out1/resilience.csv"))
        // Three pairs at two instants; the pole is out of reach of this shell.
        #expect(table.rowCount == 6)
        let reach = try table.doubles("reachability")
        let whole = try table.doubles("rtt_ms", allowing: .nan)
        let least = try table.doubles("min_rtt_ms", allowing: .nan)
        #expect(reach[0] > 0.3 && reach[0] < 1 && reach[1] == 0 && whole[1].isNaN)
        #expect(least[0] >= whole[0])
        #expect(
            try table.doubles("median_stretch", allowing: .nan)[0] >= 1)
    }
}
