import Foundation

/// Reads whole files.
public enum InputFile {
    /// The bytes of a file, or of a pipe until it ends.
    ///
    /// - Throws: ``InputError`` when it is missing, no file, or unreadable.
    public static func bytes(of path: String) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: path) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// The first bytes of a file, at most so many, by which its form is told.
    ///
    /// - Throws: ``InputError`` when it is missing, no file, or unreadable.
    public static func beginning(of path: String, count: Int) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        try forEachPiece(of: path, upTo: count, pieces: 1) { bytes = $0 }
        return bytes
    }

    /// The most bytes that are read at a time.
    private static let longestPiece = 1 << 18

    /// Hands over the bytes of a file piece by piece, none longer than so many bytes, until its end or until
    /// there were so many pieces.
    private static func forEachPiece(
        of path: String, upTo longest: Int = longestPiece, pieces: Int = .max,
        _ take: ([UInt8]) -> Void
    ) throws(InputError) {
        guard !path.utf8.contains(0) else { throw .missing(path: path) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let code = errno
            throw code == ENOENT || code == ENOTDIR
                ? .missing(path: path) : .unreadable(path: path, code: code)
        }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: path, code: errno)
        }
        let kind = status.st_mode & S_IFMT
        guard kind == S_IFREG || kind == S_IFIFO else { throw .notAFile(path: path) }
        // No more than a small file needs: thousands of them are read one after another.
        let size = kind == S_IFREG ? max(0, min(Int(status.st_size), longest)) : longest
        var piece = [UInt8](repeating: 0, count: min(max(size + 1, 1 << 12), longest))
        var taken = 0
        while taken < pieces {
            let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(path: path, code: errno)
            }
            if count == 0 { return }
            take(count == piece.count ? piece : Array(piece[..<count]))
            taken += 1
        }
    }

    /// Whether a file, and no folder, has a name.
    public static func exists(_ path: String) -> Bool { Disk.kind(path) == .other }
}
