import Foundation

/// The bytes of a file, with the reasons for which there are none.
enum FileBytes {
    static func read(path: String, limit: Int) throws(ElementFileError) -> [UInt8] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw .missing(file: path)
        }
        guard !isDirectory.boolValue else { throw .isDirectory(file: path) }
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw .noPermission(file: path)
        }
        do {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? handle.close() }
            // A pipe has no size to ask for, so the limit is kept while reading.
            var bytes: [UInt8] = []
            while let chunk = try handle.read(upToCount: 1 << 22), !chunk.isEmpty {
                guard bytes.count + chunk.count <= limit else {
                    throw ElementFileError.tooLarge(file: path, limitBytes: limit)
                }
                bytes.append(contentsOf: chunk)
            }
            return bytes
        } catch let error as ElementFileError {
            throw error
        } catch {
            throw .unreadable(file: path, reason: error.localizedDescription)
        }
    }
}
