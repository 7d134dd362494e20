import Foundation

/// Runs the scripts of `Tests/Oracles`, where Python with what they import is there.
public enum PythonOracle {
    /// Why a test that needs a script is skipped.
    public static func absent(_ modules: [String]) -> String {
        "needs python3 with \(modules.joined(separator: ", "))"
    }

    /// Whether Python is there and imports all modules.
    public static func isPresent(_ modules: [String]) -> Bool {
        let imports = "import \(modules.joined(separator: ", "))"
        guard let (status, _) = try? run(["python3", "-c", imports], input: "") else {
            return false
        }
        return status == 0
    }

    /// Runs a script of `Tests/Oracles` on an input; gives what it prints, or `nil` when it fails.
    public static func output(of script: String, input: String) throws -> String? {
        let path = SharedData.checkout.appending(path: "Tests/Oracles/\(script)").path
        let (status, output) = try run(["python3", path], input: input)
        return status == 0 ? output : nil
    }

    private static func run(_ command: [String], input: String) throws -> (Int32, String) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "heliograph-oracle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Through files: a pipe that nobody empties would block either side.
        let source = folder.appending(path: "input")
        let sink = folder.appending(path: "output")
        try Data(input.utf8).write(to: source)
        try Data().write(to: sink)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.standardInput = try FileHandle(forReadingFrom: source)
        process.standardOutput = try FileHandle(forWritingTo: sink)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, try String(decoding: Data(contentsOf: sink), as: UTF8.self)
        )
    }
}
