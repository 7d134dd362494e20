import Foundation
import Synchronization

/// The program gnuplot, which draws the figures.
public struct Gnuplot: Sendable, Hashable {
    /// Where the program is.
    public let path: String

    /// Its version, such as `5.4`.
    public let version: String

    /// Finds the program in PATH and asks it for its version and terminals.
    ///
    /// - Throws: ``FigureError/gnuplotMissing``, ``FigureError/gnuplotTooOld(path:found:)`` or
    ///   ``FigureError/terminalMissing(path:terminal:)``.
    public init(for format: FigureFormat = .svg) throws(FigureError) {
        try self.init(
            for: format, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    }

    /// Finds the program in the folders of a search path.
    init(for format: FigureFormat, searchPath: String) throws(FigureError) {
        let candidates: [String] = searchPath.split(separator: ":").map { "\($0)/gnuplot" }
        let runnable = candidates.first { Disk.kind($0) == .other && access($0, X_OK) == 0 }
        guard let found = runnable else { throw .gnuplotMissing }
        path = found
        let question = "print GPVAL_VERSION; print GPVAL_TERMINALS"
        let answer =
            Self.execute(
                found, ["-d", "-e", question], in: "/", timeoutSeconds: 20)?.output ?? ""
        let lines = answer.split(separator: "\n", omittingEmptySubsequences: false)
        version = lines.first.map { String($0.prefix(20)) } ?? ""
        let parts = version.split(separator: ".").map { Int($0) }
        guard parts.count >= 2, let major = parts[0], let minor = parts[1],
            (major, minor) >= (5, 2)
        else { throw .gnuplotTooOld(path: found, found: version) }
        let terminals = Set(lines.dropFirst().joined(separator: " ").split(separator: " "))
        for suffix in format.suffixes {
            let terminal = suffix == "png" ? "pngcairo" : "svg"
            guard terminals.contains(Substring(terminal)) else {
                throw .terminalMissing(path: found, terminal: terminal)
            }
        }
    }

    /// Runs a script in a folder, as `cd folder && gnuplot script` does.
    ///
    /// - Throws: ``FigureError/gnuplotFailed(script:reason:)`` with what gnuplot wrote to standard
    ///   error, or ``FigureError/gnuplotTimedOut(script:seconds:)``.
    public func run(
        script: String, in folder: String, timeoutSeconds: Int = 120
    ) throws(FigureError) {
        guard
            let run = Self.execute(
                path, ["-d", script], in: folder, timeoutSeconds: timeoutSeconds)
        else { throw .gnuplotFailed(script: script, reason: "it could not be started") }
        guard !run.timedOut else {
            throw .gnuplotTimedOut(script: script, seconds: timeoutSeconds)
        }
        guard run.status == 0 else {
            // The sentence is the last line; before it gnuplot repeats the command.
            let lines = run.output.split(separator: "\n").map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let reason = lines.last { !$0.isEmpty } ?? "exit status \(run.status)"
            throw .gnuplotFailed(script: script, reason: reason)
        }
    }

    private final class Collected: Sendable {
        let bytes = Mutex(Data())
    }

    private struct Run {
        var status: Int32
        var output: String
        var timedOut: Bool
    }

    private static func execute(
        _ program: String, _ arguments: [String], in folder: String, timeoutSeconds: Int
    ) -> Run? {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(filePath: folder)
        var environment = ProcessInfo.processInfo.environment
        environment["LC_ALL"] = "C"
        environment["GNUTERM"] = "unknown"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardError = pipe
        do { try process.run() } catch { return nil }
        let reading = pipe.fileHandleForReading
        let collected = Collected()
        let ended = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let data = (try? reading.readToEnd()) ?? Data()
            collected.bytes.withLock { $0 = data }
            ended.signal()
        }
        let deadline = ContinuousClock.now + .seconds(timeoutSeconds)
        while process.isRunning, ContinuousClock.now < deadline { usleep(5_000) }
        let timedOut = process.isRunning
        if timedOut { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        // A grandchild may hold the pipe open for ever; what it would say is not waited for.
        _ = ended.wait(timeout: .now() + 2)
        let text = collected.bytes.withLock { String(decoding: $0, as: UTF8.self) }
        return Run(status: process.terminationStatus, output: text, timedOut: timedOut)
    }
}
