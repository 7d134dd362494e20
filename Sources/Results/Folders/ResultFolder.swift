import Dispatch
import Foundation
import Synchronization

/// A folder of results that is there whole or not at all.
///
/// All is written into a folder `.<name>.partial` beside the final one and renamed at the end, so
/// that a run that is killed at any moment leaves no folder that looks complete. What a dead run
/// left is removed by the next run of the same name.
///
/// ```swift
/// let folder = try ResultFolder(at: path, force: false)
/// let table = try folder.table("latency.csv", columns: ["time_s", "rtt_ms"])
/// try table.row(0.0, 55.25)
/// try folder.finish(Manifest(program: "helio-route"))
/// ```
public final class ResultFolder: Sendable {
    /// Where the results will stand: absolute, links resolved.
    public var path: String { partial.final }

    /// Where the results are until ``finish(_:)``.
    public var partialPath: String { partial.path }

    private let partial: PartialFolder

    private struct Contents {
        var names: Set<String> = [Manifest.fileName, FolderLock.fileName]
        var tables: [TableWriter] = []
        var files: [Manifest.File] = []
    }

    private let contents = Mutex(Contents())

    /// The partial folders of this process that are neither finished nor discarded.
    private static let open = Mutex<[ObjectIdentifier: PartialFolder]>([:])

    /// Makes sure that results can be put at a path, and creates the partial folder.
    ///
    /// - Parameter path: A folder that is absent or empty; folders above it are created.
    /// - Parameter force: Whether results of this toolkit that stand there may be replaced. They
    ///   stay until the new ones are complete.
    /// - Throws: ``ResultError`` when the folder holds something, is being written by another
    ///   process, or cannot be created.
    public init(at path: String, force: Bool = false) throws(ResultError) {
        let absolute = Disk.absolute(path)
        guard !path.isEmpty, !path.utf8.contains(0), absolute != "/" else {
            throw .badPath(path: path)
        }
        partial = try PartialFolder(for: absolute, force: force)
        let (key, value) = (ObjectIdentifier(self), partial)
        Self.open.withLock { $0[key] = value }
    }

    deinit { discard() }

    /// Starts a table in the folder; rows are appended in order.
    ///
    /// - Parameter name: File name, such as `latency.csv`.
    /// - Parameter columns: The cells of the header line.
    /// - Throws: ``ResultError`` when the name is taken or the file cannot be created.
    public func table(_ name: String, columns: [String]) throws(ResultError) -> TableWriter {
        try reserve(name)
        let table = try TableWriter(
            path: partial.path + "/" + name, name: name, columns: columns)
        contents.withLock { $0.tables.append(table) }
        return table
    }

    /// Writes a whole file into the folder.
    ///
    /// - Throws: ``ResultError`` when the name is taken or the file cannot be written.
    public func write(_ bytes: [UInt8], to name: String) throws(ResultError) {
        try reserve(name)
        var file = try OutputFile(path: partial.path + "/" + name)
        try file.write(bytes)
        try file.close()
        add(Manifest.File(name: name, rows: nil, sha256: SHA256.hex(of: bytes)))
    }

    /// Writes a whole text file into the folder, in UTF-8.
    ///
    /// - Throws: ``ResultError`` when the name is taken or the file cannot be written.
    public func write(_ text: String, to name: String) throws(ResultError) {
        try write(Array(text.utf8), to: name)
    }

    /// Starts a folder for many small files, within this one.
    ///
    /// - Throws: ``ResultError`` when the name is taken or the folder cannot be created.
    public func series(_ name: String) throws(ResultError) -> FileSeries {
        try reserve(name)
        return try FileSeries(name, in: self)
    }

    /// Takes an entry into the manifest.
    func add(_ entry: Manifest.File) {
        contents.withLock { $0.files.append(entry) }
    }

    /// Takes note of a file that another program wrote into ``partialPath``.
    ///
    /// - Throws: ``ResultError`` when the name is taken or the file cannot be read back.
    public func adopt(_ name: String) throws(ResultError) {
        try reserve(name)
        let path = partial.path + "/" + name
        // The bytes travel to the device while they are read back.
        let outcome = Mutex((hash: "", error: ResultError?.none))
        DispatchQueue.concurrentPerform(iterations: 2) { part in
            do throws(ResultError) {
                if part == 0 {
                    let hash = try Self.hash(of: path)
                    outcome.withLock { $0.hash = hash }
                } else {
                    try Disk.syncFile(path)
                }
            } catch {
                outcome.withLock { $0.error = error }
            }
        }
        let (hash, error) = outcome.withLock { $0 }
        if let error { throw error }
        add(Manifest.File(name: name, rows: nil, sha256: hash))
    }

    /// The hash of a file that was written.
    ///
    /// The file is mapped: to copy the bytes takes two thirds as long as to hash them.
    private static func hash(of path: String) throws(ResultError) -> String {
        guard let bytes = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
            throw .cannotWrite(path: path, action: "read back", code: EIO)
        }
        var hash = SHA256()
        bytes.withUnsafeBytes { hash.update($0) }
        return hash.hex()
    }

    /// Closes the tables, writes the manifest, last of all, and gives the folder its final name.
    ///
    /// - Parameter manifest: What made these results; its ``Manifest/files`` are filled in here.
    /// - Returns: The manifest with its files.
    /// - Throws: ``ResultError`` when anything cannot be written; then no folder stands there.
    @discardableResult
    public func finish(_ manifest: Manifest) throws(ResultError) -> Manifest {
        var manifest = manifest
        do throws(ResultError) {
            let (tables, written) = contents.withLock { ($0.tables, $0.files) }
            var files = written
            for table in tables { files.append(try table.close()) }
            manifest.files = files.sorted { $0.name < $1.name }
            var file = try OutputFile(path: partial.path + "/" + Manifest.fileName)
            try file.write(Array(manifest.json.utf8))
            try file.close()
            try partial.putInPlace()
        } catch {
            discard()
            throw error
        }
        forget()
        return manifest
    }

    /// Removes all that was written; does nothing after ``finish(_:)``.
    public func discard() {
        partial.discard()
        forget()
    }

    /// Discards every folder of this process that is not finished, when it must end at once.
    ///
    /// It waits for a folder that is being put in place at this moment; that one stands complete.
    public static func discardAll() {
        let folders = open.withLock { Array($0.values) }
        for folder in folders { folder.discard() }
    }

    private func forget() {
        let key = ObjectIdentifier(self)
        _ = Self.open.withLock { $0.removeValue(forKey: key) }
    }

    private func reserve(_ name: String) throws(ResultError) {
        let isPlain =
            !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(0)
            && !name.utf8.contains(UInt8(ascii: "/"))
        guard isPlain, contents.withLock({ $0.names.insert(name).inserted }) else {
            throw .badFileName(name: name)
        }
    }
}
