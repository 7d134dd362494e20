import Foundation
import Results
import TestSupport
import Testing

/// `helio-datacenter` and its figures, as a person runs them.
@Suite struct DataCenterCommandTests {
    private static let sites = """

        sites:
          - kind: region
            places:
              - { name: Frankfurt, latitude_deg: 50.11, longitude_deg: 8.68 }
              - { name: Milan, latitude_deg: 45.46, longitude_deg: 9.19 }
          - { kind: orbit, satellites: { every: 2 } }
        collectives: { bytes: 1e8 }
        training: { parameters: 1e8, inner_steps: [10, 100], step_s: 0.1 }
        serving: { requests_per_person_day: 10 }
        placement: { counts: [1, 2] }
        costs: {}
        """

    @Test func `the same bytes for any number of threads, and figures`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny + Self.sites, to: "s.yaml")
        for threads in ["1", "2"] {
            let outcome = try Program("helio-datacenter").run([
                "--scenario", scenario, "--out", folder.path("out\(threads)"), "--threads", threads,
            ])
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output == "")
        }
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path("out1")) {
            let one = try Data(contentsOf: folder.url.appending(path: "out1/\(name)"))
            let two = try Data(contentsOf: folder.url.appending(path: "out2/\(name)"))
            #expect(one == two, "\(name)")
        }
        let plot = try Program("helio-plot").run([folder.path("out1")])
        // 69: gnuplot is not installed.
        guard plot.status != 69 else { return }
        #expect(plot.status == 0, "\(plot.errors)")
        let names = plot.output.split(separator: "\n").map { $0.split(separator: "/").last ?? "" }
        #expect(names.contains("utilisation.svg") && names.contains("latency.svg"))
    }

    @Test func `a scenario without sites is told in a sentence`() throws {
        let folder = try TemporaryFolder()
        let scenario = try folder.write(CommandLineTests.tiny, to: "s.yaml")
        let outcome = try Program("helio-datacenter").run([
            "--scenario", scenario, "--out", folder.path("out"),
        ])
        #expect(outcome.status == 65)
        #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
        #expect(outcome.errors.contains("sites"))
    }
}
