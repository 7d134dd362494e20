import Foundation
import Testing

/// `helio-plot` as a process, with a stand-in for gnuplot that never ends where one is killed.
struct HelioPlotTests {
    private let scratch: URL

    init() throws {
        scratch = FileManager.default.temporaryDirectory
            .appending(path: "heliograph-plot-\(UUID().uuidString)").resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        try write("{\"format\": \"heliograph-results-1\"}", "in/manifest.json")
        try write(
            "time_s,source,destination,rtt_ms,hops,route\n0.0,A,B,50.0,3,0\n1.0,A,B,51.0,3,0\n",
            "in/latency.csv")
        try write(
            """
            #!/bin/sh
            if [ "$2" = -e ]; then printf '5.4\\n svg \\n' >&2; exit; fi
            touch started
            exec sleep 30

            """, "bin/gnuplot")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: scratch.path + "/bin/gnuplot")
    }

    private func write(_ text: String, _ name: String) throws {
        let url = scratch.appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    private func exists(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: scratch.path + "/" + name)
    }

    /// The folder that the tests were built into, which holds the executables as well.
    private static let products: URL = {
        let own = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        return own.map { $0.bundleURL.deletingLastPathComponent() }
            ?? URL(filePath: Bundle.main.executablePath ?? CommandLine.arguments[0])
            .resolvingSymlinksInPath().deletingLastPathComponent()
    }()

    private func start(_ arguments: [String], path: String) throws -> (Process, Pipe) {
        let process = Process()
        process.executableURL = Self.products.appending(path: "helio-plot")
        process.arguments = arguments
        process.environment = ["PATH": path]
        process.currentDirectoryURL = scratch
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        return (process, errors)
    }

    private func run(_ arguments: [String], path: String) throws -> (Int32, String) {
        let (process, errors) = try start(arguments, path: path)
        let text = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }

    /// Starts a run, and sends a signal once it draws.
    private func interrupt(by signal: Int32) throws -> (Process, String) {
        try? FileManager.default.removeItem(atPath: scratch.path + "/.out.partial/started")
        let (process, errors) = try start(
            ["in", "--out", "out"], path: scratch.path + "/bin:/usr/bin:/bin")
        while process.isRunning, !exists(".out.partial/started") { usleep(5_000) }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        let text = errors.fileHandleForReading.availableData
        return (process, String(decoding: text, as: UTF8.self))
    }

    @Test(arguments: [(SIGINT, 130, "interrupted"), (SIGTERM, 143, "terminated")])
    func aSignalRemovesWhatIsUnfinished(signal: Int32, status: Int32, word: String) throws {
        let (process, errors) = try interrupt(by: signal)
        #expect(process.terminationStatus == status)
        #expect(errors == "helio-plot: \(word), and the unfinished results were removed\n")
        #expect(!exists("out") && !exists(".out.partial"))
    }

    @Test func aKilledRunLeavesNoFolderThatLooksComplete() throws {
        let (process, _) = try interrupt(by: SIGKILL)
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(!exists("out"))
        #expect(exists(".out.partial/rtt.gp"))
        // The next run clears up, whatever becomes of it.
        let (status, errors) = try run(["in", "--out", "out"], path: "/nowhere")
        #expect(status == 69)
        #expect(errors.hasPrefix("helio-plot: gnuplot is not found in PATH"))
        let second = try interrupt(by: SIGTERM)
        #expect(second.0.terminationStatus == 143)
        #expect(!exists(".out.partial"))
    }

    @Test(arguments: [
        (["none"], 66), (["."], 66), ([], 64), (["in", "--pair", "A"], 64),
        (["in", "--pair", "A", "C"], 64), (["in", "--out", "in/latency.csv"], 73),
        (["in", "--coastlines", "none"], 66), (["in", "--out", "in", "--force"], 73),
    ])
    func mistakesEndInOneSentence(arguments: [String], status: Int) throws {
        let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted()
        let path = scratch.path + "/bin:/usr/bin:/bin"
        if arguments.contains("--force") { try write("{}", "in/manifest.json") }
        let (found, errors) = try run(arguments, path: path)
        #expect(Int(found) == status)
        #expect(errors.hasPrefix("helio-plot: ") && errors.hasSuffix("\n"))
        #expect(errors.split(separator: "\n").count == 1)
        #expect(
            try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted() == before)
    }
}
