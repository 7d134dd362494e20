import Foundation
import TestSupport
import Testing

/// A sweep whose disk is full goes on when there is room again.
@Suite struct SweepDiskTests {
    /// Runs of a few hundred bytes and of many thousand.
    private static let sweep = """
        base: base.yaml
        axes:
          - { key: window.duration_s, values: [4, 900] }
          - { key: ground.min_elevation_deg, values: [5, 10, 15] }
        keep: latency
        """

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(CommandLineTests.tiny, to: "base.yaml")
        try folder.write(Self.sweep, to: "sweep.yaml")
    }

    /// Runs lines of shell in the folder, with `sweep` as a function and the limited disk at `disk`.
    private func shell(_ program: String, _ arguments: [String], _ lines: String) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments + ["sh", "-c", lines]
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SWEEP": Program("helio-sweep").url.path]) { _, new in new }
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: folder.url.appending(path: name), encoding: .utf8)
    }

    private func merged(_ out: String) throws -> [String: Data] {
        let path = folder.url.appending(path: out)
        var files: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path.path) {
            files[name] = try Data(contentsOf: path.appending(path: name))
        }
        return files
    }

    /// The merged tables of the sweep on a disk with room.
    private func whole() throws -> [String: Data] {
        let arguments = ["--sweep", folder.path("sweep.yaml"), "--out", folder.path("whole")]
        #expect(try Program("helio-sweep").run(["run"] + arguments).status == 0)
        #expect(try Program("helio-sweep").run(["merge"] + arguments).status == 0)
        return try merged("whole/merged")
    }

    private func expectRefusal(_ name: String, _ reason: String) throws {
        #expect(try text("\(name).status") == "73\n")
        let errors = try text("\(name).errors")
        #expect(errors.hasPrefix("helio-sweep: cannot ") && errors.hasSuffix(": \(reason)\n"))
        #expect(errors.count { $0 == "\n" } == 1, "\(errors)")
    }

    private static let command = """
        sweep() { # name of the step, subcommand and its options
            step=$1; shift
            "$SWEEP" "$@" --sweep sweep.yaml --out "$OUT" 2>$step.errors
            echo $? >$step.status
        }
        """

    /// Files may be no longer than some kilobytes, as if the quota were used up.
    @Test func `a limit of file sizes is one sentence, and the sweep goes on without it`() throws {
        let status = try shell(
            "/usr/bin/env", [],
            """
            \(Self.command)
            OUT=out
            (ulimit -f 8; sweep limited run --threads 2; sweep status status >status.csv)
            ls -A out/runs out/failed >names
            sweep free run --threads 2
            (ulimit -f 8; sweep unmerged merge)
            ls -A out >after
            sweep merge merge
            """)
        #expect(status == 0)
        let reason = "the file is larger than the system allows"
        try expectRefusal("limited", reason)
        try expectRefusal("unmerged", reason)
        // Nothing half-written: whole small runs only, and no merge.
        #expect(!(try text("names")).contains("partial"))
        #expect(try text("status.csv").hasSuffix("all,6,3,0,3\n"))
        #expect(try text("after").split(separator: "\n") == ["failed", "runs"])
        for step in ["free", "merge"] { #expect(try text("\(step).status") == "0\n") }
        #expect(try merged("out/merged") == whole())
    }

    /// Whether a file system of one's own can be mounted here.
    private static let canMount: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(.enabled(if: canMount, "unshare may not mount a file system here"))
    func `a full disk is one sentence, and the sweep goes on when there is room`() throws {
        let status = try shell(
            "/usr/bin/env", ["unshare", "-rm"],
            """
            \(Self.command)
            mkdir disk && mount -t tmpfs -o size=32k none disk || exit 1
            OUT=disk/out
            sweep full run --threads 2
            ls -A disk/out/runs disk/out/failed >names
            mount -o remount,size=160k disk || exit 1
            sweep free run --threads 2
            sweep unmerged merge
            ls -A disk/out >after
            mount -o remount,size=8m disk || exit 1
            sweep merge merge
            cp -R disk/out/merged merged
            """)
        #expect(status == 0)
        try expectRefusal("full", "no space left on the device")
        #expect(!(try text("names")).contains("partial"))
        for step in ["free", "merge"] { #expect(try text("\(step).status") == "0\n") }
        try expectRefusal("unmerged", "no space left on the device")
        #expect(try text("after").split(separator: "\n") == ["failed", "runs"])
        #expect(try merged("merged") == whole())
    }
}
