import Foundation

/// An executable of the package, run as a person would.
public struct Program: Sendable {
    /// How a run ended, and what it said.
    public struct Outcome: Sendable {
        /// Exit status; 128 plus the signal where one ended it.
        public let status: Int32

        /// What it wrote on standard output.
        public let output: String

        /// What it wrote on standard error.
        public let errors: String
    }

    /// Where the executable is.
    public let url: URL

    /// Names an executable that was built beside the tests, such as `helio-route`.
    public init(_ name: String) { url = Self.folder.appending(path: name) }

    /// Names any other executable by its path.
    public init(path: String) { url = URL(filePath: path) }

    /// One that is looked for in the `PATH`: its name is the first argument.
    public static let inPath = Program(path: "/usr/bin/env")

    /// The folder in which executables were built: that of the tests.
    public static var folder: URL {
        let program = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
        return program.resolvingSymlinksInPath().deletingLastPathComponent()
    }

    /// Starts it; the caller waits for it, or ends it.
    ///
    /// - Parameter environment: What the environment has besides, or otherwise.
    public func start(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
        input: FileHandle? = nil, output: FileHandle? = nil, errors: FileHandle? = nil
    ) throws -> Process {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        if !environment.isEmpty {
            process.environment = ProcessInfo.processInfo.environment
                .merging(environment) { _, new in new }
        }
        process.standardInput = input ?? FileHandle.nullDevice
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = errors ?? FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Runs it to its end, all through files: a pipe that nobody empties would block either side.
    ///
    /// - Parameter input: What it reads from standard input; nothing without it.
    public func run(
        _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:],
        input: String = ""
    ) throws -> Outcome {
        let scratch = FileManager.default.temporaryDirectory
            .appending(path: "heliograph-run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        func sink(_ name: String) throws -> (URL, FileHandle) {
            let url = scratch.appending(path: name)
            try Data().write(to: url)
            return (url, try FileHandle(forWritingTo: url))
        }
        let source = scratch.appending(path: "input")
        try Data(input.utf8).write(to: source)
        let (outputURL, output) = try sink("output")
        let (errorsURL, errors) = try sink("errors")
        let process = try start(
            arguments, in: folder, environment: environment,
            input: FileHandle(forReadingFrom: source), output: output, errors: errors)
        process.waitUntilExit()
        let status = process.terminationStatus
        return Outcome(
            status: process.terminationReason == .uncaughtSignal ? 128 + status : status,
            output: try String(decoding: Data(contentsOf: outputURL), as: UTF8.self),
            errors: try String(decoding: Data(contentsOf: errorsURL), as: UTF8.self))
    }
}
