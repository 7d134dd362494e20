import ArgumentParser
import Foundation
import Results

/// The options that every executable of the family has.
public struct SharedOptions: ParsableArguments {
    /// Where the results go.
    @Option(
        name: .long,
        help: ArgumentHelp("Folder for the results; created here.", valueName: "dir"),
        completion: .directory)
    public var out: String?

    /// How many threads compute.
    @Option(
        name: .long,
        help: ArgumentHelp("Threads to compute with (default: all cores).", valueName: "n"))
    public var threads: Int?

    /// Whether standard error stays silent but for errors.
    @Flag(name: .long, help: "No progress bar and no notes on standard error.")
    public var quiet = false

    /// Whether results that are there already may be replaced.
    @Flag(name: .long, help: "Replace results that stand in the folder already.")
    public var force = false

    /// Creates the options with their defaults.
    public init() {}

    /// Rejects what no run can use.
    public func validate() throws {
        if let threads, !(1...1024).contains(threads) {
            throw ValidationError("--threads is \(threads), and 1 to 1024 was expected")
        }
        if let out, out.isEmpty {
            throw ValidationError("--out is empty, and the path of a folder was expected")
        }
    }

    /// How many threads compute: as asked, or one a core.
    public var threadCount: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

    /// Creates the result folder.
    ///
    /// - Parameter fallback: Where the results go without `--out`; `nil` makes it compulsory.
    /// - Throws: `ValidationError` without a path, or ``Results/ResultError``.
    public func resultFolder(default fallback: String? = nil) throws -> ResultFolder {
        guard let path = out ?? fallback else {
            throw ValidationError("--out is missing; give the folder for the results")
        }
        return try ResultFolder(at: path, force: force)
    }
}
