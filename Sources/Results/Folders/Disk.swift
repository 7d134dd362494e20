import Foundation

/// The few calls of the file system that a result folder is made of, with typed errors.
enum Disk {
    /// What a path names, links followed.
    enum Kind { case absent, folder, other }

    static func kind(_ path: String) -> Kind {
        var status = stat()
        if stat(path, &status) == 0 {
            return (status.st_mode & S_IFMT) == S_IFDIR ? .folder : .other
        }
        // A symbolic link to nothing is in the way as well.
        return lstat(path, &status) == 0 ? .other : .absent
    }

    /// The file number behind an open file, to tell whether a path still names it.
    static func fileNumber(_ descriptor: Int32) -> UInt64? {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    static func fileNumber(_ path: String) -> UInt64? {
        var status = stat()
        return lstat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    static func rename(_ old: String, to new: String) throws(ResultError) {
        guard Foundation.rename(old, new) == 0 else {
            let code = errno
            throw code == ENOTEMPTY || code == EEXIST
                ? .exists(path: new) : .cannotWrite(path: new, action: "create", code: code)
        }
    }

    /// Creates a folder and the folders above it; one that is there already is fine.
    static func createFolder(_ path: String) throws(ResultError) {
        if mkdir(path, 0o777) == 0 { return }
        let code = errno
        switch code {
        case EEXIST:
            guard kind(path) == .folder else { throw .inTheWay(path: path) }
            return
        case ENOENT:
            let parent = parent(of: path)
            guard parent != path else { break }
            try createFolder(parent)
            if mkdir(path, 0o777) == 0 || (errno == EEXIST && kind(path) == .folder) { return }
            throw .cannotWrite(path: path, action: "create", code: errno)
        default: break
        }
        throw .cannotWrite(path: path, action: "create", code: code)
    }

    /// The names in a folder, sorted; `nil` where it cannot be read.
    static func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// Removes all that is in a folder but one name; what has gone meanwhile is fine.
    static func clear(_ folder: String, sparing spared: String) {
        for name in names(in: folder) ?? [] where name != spared {
            try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
    }

    /// Brings the names in a folder to the device, where the file system can.
    static func syncFolder(_ path: String) { _ = code(ofSyncing: path) }

    /// Brings the bytes of a file that another writer has closed to the device.
    static func syncFile(_ path: String) throws(ResultError) {
        let code = Self.code(ofSyncing: path)
        guard [0, EINVAL, EROFS].contains(code) else {
            throw .cannotWrite(path: path, action: "write", code: code)
        }
    }

    /// Brings all that was written to the devices: for many small files far quicker than each alone.
    static func syncAll() { sync() }

    /// Syncs a file or a folder, and gives the system's code, 0 when all went well.
    private static func code(ofSyncing path: String) -> Int32 {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return errno }
        defer { _ = close(descriptor) }
        return fsync(descriptor) == 0 ? 0 : errno
    }

    /// The folder above a path.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The last name of a path.
    static func lastName(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }

    /// The path from the root, without `.`, `..` and slashes at the end; links are followed as far
    /// as the path exists.
    static func absolute(_ path: String) -> String {
        let full =
            path.hasPrefix("/")
            ? path : FileManager.default.currentDirectoryPath + "/" + path
        var parts: [Substring] = []
        for part in full.split(separator: "/", omittingEmptySubsequences: true) where part != "." {
            if part == ".." {
                // Only a folder that is a real one may be stepped out of by dropping its name.
                parts = real("/" + parts.joined(separator: "/")).split(separator: "/")
                _ = parts.popLast()
            } else {
                parts.append(part)
            }
        }
        return real("/" + parts.joined(separator: "/"))
    }

    /// The path with its links resolved, or the path itself where it does not exist.
    private static func real(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
