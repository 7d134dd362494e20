import Foundation
import Scenarios
import TestSupport
import Testing

/// The commands and the files that the README shows, run as they stand there over a small scenario.
@Suite struct ReadmeCommandTests {
    private static let readme =
        (try? String(
            contentsOf: SharedData.checkout.appending(path: "README.md"), encoding: .utf8)) ?? ""

    /// The text of the code blocks of a language; of those without one for an empty name.
    private static func blocks(_ language: String) -> [String] {
        var blocks: [String] = []
        var current: [Substring]?
        var isWanted = false
        for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                if let lines = current {
                    if isWanted { blocks.append(lines.joined(separator: "\n")) }
                    current = nil
                } else {
                    current = []
                    isWanted = line.dropFirst(3) == language
                }
            } else {
                current?.append(line)
            }
        }
        return blocks
    }

    /// Small, with the names that the commands use.
    private static let scenario = """
        window: { duration_s: 10, step_s: 5 }
        constellation:
          shells: [{ name: G1-1, planes: 12, slots: 11, inclination_deg: 53, altitude_km: 1200 }]
        ground:
          min_elevation_deg: 10
          stations:
            - { name: London, latitude_deg: 51.5, longitude_deg: -0.1, population: 9000000 }
            - { name: New York City, latitude_deg: 40.7, longitude_deg: -74, population: 8000000 }
            - { name: Tokyo, latitude_deg: 35.7, longitude_deg: 139.7, population: 9000000 }
            - { name: Sydney, latitude_deg: -33.9, longitude_deg: 151.2, population: 5000000 }

        """

    @Test func `the commands run`() throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.scenario, to: "london-new-york.yaml")
        let sweeps = Self.blocks("yaml").filter { $0.contains("base: ") }
        try #require(sweeps.count == 1)
        try folder.write(sweeps[0], to: "sweep.yaml")
        // The folder of the demo, which `make demo` would fill.
        let demo = try Program("helio-route").run(
            ["--scenario", "london-new-york.yaml", "--out", "Notebooks-export/demo"],
            in: folder.url)
        #expect(demo.status == 0, "\(demo.errors)")
        var count = 0
        for line in Self.blocks("").flatMap({ $0.split(separator: "\n") })
        where line.hasPrefix("helio-") {
            let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            let run = try Program(words[0]).run(Array(words.dropFirst()), in: folder.url)
            #expect(run.status == 0, "\(line): \(run.errors)")
            count += 1
        }
        #expect(count >= 7)
    }

    /// A block that is no whole scenario is a part of one.
    @Test func `the scenarios are read`() throws {
        let blocks = Self.blocks("yaml").filter { !$0.contains("base: ") }
        #expect(blocks.count >= 4)
        for block in blocks {
            let text = block.contains("constellation:") ? block : Self.scenario + block
            #expect(throws: Never.self, "\(block)") {
                try Scenario(text: text, file: "readme.yaml")
            }
        }
    }
}
