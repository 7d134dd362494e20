import Foundation
import Synchronization

/// A folder within a ``ResultFolder`` for many small files, one after another.
///
/// They reach the device together when the series is finished, not one by one, and stand in the
/// manifest as one entry with the number of files, and the hash of each file's name, a line feed and
/// its bytes in the order of writing.
public final class FileSeries: Sendable {
    private let folder: ResultFolder
    private let name: String

    private struct State: ~Copyable {
        var hash = SHA256()
        var names: Set<String> = []
    }

    private let state = Mutex(State())

    init(_ name: String, in folder: ResultFolder) throws(ResultError) {
        self.folder = folder
        self.name = name
        try Disk.createFolder(folder.partialPath + "/" + name)
    }

    /// Writes a whole file.
    ///
    /// - Throws: ``ResultError`` when the name is taken or the file cannot be written.
    public func write(_ bytes: [UInt8], to file: String) throws(ResultError) {
        guard !file.isEmpty, !file.contains("/"),
            state.withLock({ $0.names.insert(file).inserted })
        else { throw .badFileName(name: file) }
        var output = try OutputFile(path: "\(folder.partialPath)/\(name)/\(file)")
        try output.write(bytes)
        try output.close(syncing: false)
        state.withLock { state in
            state.hash.update(Array("\(file)\n".utf8))
            state.hash.update(bytes)
        }
    }

    /// Brings all files to the device and takes the series into the manifest.
    public func finish() {
        Disk.syncAll()
        let (count, hash) = state.withLock { ($0.names.count, $0.hash.hex()) }
        folder.add(Manifest.File(name: name + "/", rows: count, sha256: hash))
    }
}
