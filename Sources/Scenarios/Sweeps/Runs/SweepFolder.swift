import Foundation
import Results

/// The folder of a sweep: the runs that are done in `runs/`, those that failed in `failed/`.
///
/// Any number of processes may work on it at the same time. A file there is whole: it is written
/// under a temporary name and renamed.
public struct SweepFolder: Sendable {
    /// Where it is.
    public let path: String

    /// Names a folder; nothing is created.
    public init(_ path: String) { self.path = path }

    private var runsPath: String { path + "/runs" }
    private var failedPath: String { path + "/failed" }

    private func runFile(_ hash: String) -> String { "\(runsPath)/\(hash).csv" }
    private func failureFile(_ hash: String) -> String { "\(failedPath)/\(hash).txt" }

    /// Creates the folder, and removes the temporary files of dead processes.
    func prepare() throws(ResultError) {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw .badPath(path: path) }
        for folder in [runsPath, failedPath] {
            do {
                try FileManager.default.createDirectory(
                    atPath: folder, withIntermediateDirectories: true)
            } catch {
                var status = stat()
                if stat(path, &status) == 0, (status.st_mode & S_IFMT) != S_IFDIR {
                    throw .inTheWay(path: path)
                }
                let code = ((error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError)?.code
                throw .cannotWrite(
                    path: folder, action: "create", code: Int32(clamping: code ?? Int(EIO)))
            }
            for name in names(in: folder) where name.hasSuffix(SweepTemporaryFile.suffix) {
                SweepTemporaryFile.removeIfDead(folder + "/" + name)
            }
        }
    }

    /// Whether a run is done.
    ///
    /// A file that a power cut has left shorter than it should be counts as missing.
    public func isDone(_ run: SweepRun) -> Bool {
        let descriptor = open(runFile(run.hash), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return false }
        var head = [UInt8](repeating: 0, count: SweepRunFile.longestHead)
        let count = head.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { return false }
        return SweepRunFile.isWhole(beginning: head[..<count], size: Int(status.st_size))
    }

    /// Why a run failed; `nil` for one that did not.
    public func failure(of run: SweepRun) -> String? {
        guard let bytes = try? InputFile.bytes(of: failureFile(run.hash)) else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Puts the results of a run in place; an earlier failure of it is forgotten.
    func finish(_ run: SweepRun, _ bytes: [UInt8]) throws(ResultError) {
        try SweepTemporaryFile.write(bytes, to: runFile(run.hash))
        _ = unlink(failureFile(run.hash))
    }

    /// Records that a run failed.
    func fail(_ run: SweepRun, _ message: String) throws(ResultError) {
        try SweepTemporaryFile.write(Array((message + "\n").utf8), to: failureFile(run.hash))
    }

    /// The tables of a run that is done, as CSV.
    ///
    /// - Throws: ``SweepError/damagedRun(path:)``.
    func tables(of run: SweepRun) throws -> [SweepTable: [UInt8]] {
        let file = runFile(run.hash)
        guard let tables = SweepRunFile.tables(try InputFile.bytes(of: file)) else {
            throw SweepError.damagedRun(path: file)
        }
        return tables
    }

    /// What became of some runs.
    public func counts(of runs: [SweepRun]) -> SweepCounts {
        var counts = SweepCounts()
        let failed = Set(names(in: failedPath))
        for run in runs {
            if isDone(run) {
                counts.done += 1
            } else if failed.contains("\(run.hash).txt") {
                counts.failed += 1
            } else {
                counts.missing += 1
            }
        }
        return counts
    }

    private func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}
