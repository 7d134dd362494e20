/// The tables of a result folder, read with their hashes.
struct ResultTables {
    private let folder: String
    /// SHA-256 of each table that was read, by file name.
    private(set) var hashes: [String: String] = [:]

    /// Opens a folder.
    ///
    /// - Throws: ``FigureError/input(_:)`` for a folder that is missing, or that lacks the manifest or a
    ///   table.
    init(folder: String, with tables: [String]) throws(FigureError) {
        self.folder = folder
        guard Disk.kind(folder) != .absent else { throw .input(.missing(path: folder)) }
        for name in [Manifest.fileName] + tables where !has(name) {
            throw .input(.notAResultFolder(path: folder, lacks: name))
        }
    }

    /// Whether a table is there.
    func has(_ name: String) -> Bool { Disk.kind(folder + "/" + name) == .other }

    /// Reads a table.
    mutating func table(_ name: String) throws(CSVError) -> CSVTable {
        let path = folder + "/" + name
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try InputFile.bytes(of: path)
        } catch {
            throw .input(error)
        }
        hashes[name] = SHA256.hex(of: bytes)
        return try CSVTable(bytes: bytes, file: path)
    }
}
