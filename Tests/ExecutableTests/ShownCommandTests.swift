import Foundation
import Scenarios
import TestSupport
import Testing

/// The commands and the files that texts show, run as they stand there over a small scenario.
@Suite struct ShownCommandTests {
    private static func blocks(_ language: String) throws -> [ShownCode] {
        try ShownCode.all().filter { $0.file.hasSuffix(".md") && $0.language == language }
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

    private static func isSweep(_ block: ShownCode) -> Bool { block.text.contains("base: ") }

    /// A folder with what the commands read.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(scenario, to: "london-new-york.yaml")
        let sweeps = try blocks("yaml").filter(isSweep)
        try #require(sweeps.count == 1)
        try folder.write(sweeps[0].text, to: "sweep.yaml")
        return folder
    }

    /// A place where programs are found: ours, what the system has, and one thing that it may lack.
    private static func environment(in folder: TemporaryFolder) throws -> [String: String] {
        let spare = folder.url.appending(path: "bin")
        try FileManager.default.createDirectory(at: spare, withIntermediateDirectories: true)
        // GNU parallel, one line after another.
        try folder.write(
            """
            #!/usr/bin/env bash
            while read -r line; do "${@//\\{\\}/$line}" || exit; done

            """, to: "bin/parallel")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.path("bin/parallel"))
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return [
            "PATH": "\(Program.folder.path):\(path):\(spare.path)",
            "CHECKOUT": SharedData.checkout.path, "HOME": folder.url.path,
        ]
    }

    /// What `make` would do is looked at and not done: other tests and the checks of a change do it.
    private static let prelude = """
        set -euo pipefail
        make() { command make --dry-run --directory "$CHECKOUT" "$@" >/dev/null; }

        """

    @Test func `the commands run`() throws {
        let folder = try Self.folder()
        let environment = try Self.environment(in: folder)
        // The folder of the demo, which `make demo` would fill.
        let demo = try Program("helio-route").run(
            ["--scenario", "london-new-york.yaml", "--out", "Notebooks-export/demo"],
            in: folder.url)
        #expect(demo.status == 0, "\(demo.errors)")
        let blocks = try Self.blocks("sh")
        #expect(blocks.count >= 5)
        for block in blocks {
            let run = try Program.inPath.run(
                ["bash", "-c", Self.prelude + block.text], in: folder.url,
                environment: environment)
            #expect(run.status == 0, "\(block.file), line \(block.line): \(run.errors)")
        }
    }

    /// A command that fails is seen, be it the first of its block.
    @Test func `a command that does not run is told`() throws {
        let folder = try Self.folder()
        for wrong in ["helio-route --nonsense\ntrue", "make no-such-thing", "helio-rout"] {
            let run = try Program.inPath.run(
                ["bash", "-c", Self.prelude + wrong], in: folder.url,
                environment: try Self.environment(in: folder))
            #expect(run.status != 0)
        }
    }

    @Test(
        .enabled(
            if: PythonOracle.isPresent(["dask"]), Comment(rawValue: PythonOracle.absent(["dask"]))))
    func `Dask runs the shards`() throws {
        let folder = try Self.folder()
        let blocks = try Self.blocks("python").filter { $0.text.contains("dask") }
        try #require(blocks.count == 1)
        let run = try PythonOracle.run(
            ["-c", blocks[0].text], in: folder.url, environment: Self.environment(in: folder))
        #expect(run.status == 0, "\(run.errors)")
        let status = try Program("helio-sweep").run(
            ["status", "--sweep", "sweep.yaml", "--out", "sweep"], in: folder.url)
        // Of all runs none failed and none is missing.
        let rows = status.output.split(separator: "\n").dropFirst()
        #expect(!rows.isEmpty && rows.allSatisfy { $0.hasSuffix(",0,0") }, "\(status.output)")
    }

    /// A block that is no whole scenario is a part of one.
    @Test func `the scenarios are read`() throws {
        let blocks = try Self.blocks("yaml").filter { !Self.isSweep($0) }
        #expect(blocks.count >= 4)
        for block in blocks {
            let text =
                block.text.contains("constellation:") ? block.text : Self.scenario + block.text
            #expect(throws: Never.self, "\(block.file), line \(block.line)") {
                try Scenario(text: text, file: "readme.yaml")
            }
        }
    }
}
