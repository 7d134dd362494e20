import Foundation
import Results

/// Files that appear under their name whole or not at all.
///
/// While it is written, a file has a temporary name and a lock, which the system lets go of when the
/// process ends in whatever way; so the rest of a dead process can be told from the work of a live
/// one. The bytes are not forced to the device: that would cost more than a small run, and a file
/// that a power cut has shortened tells so by its first line.
enum SweepTemporaryFile {
    static let suffix = ".partial"

    /// Writes a file.
    static func write(_ bytes: [UInt8], to path: String) throws(ResultError) {
        // Another process may take a file that is not locked yet for a dead one's.
        for _ in 0..<100 {
            let token = String(UInt64.random(in: 0...UInt64.max), radix: 36)
            let temporary = "\(path).\(token)\(suffix)"
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else {
                if errno == EINTR || errno == EEXIST { continue }
                throw .cannotWrite(path: temporary, action: "create", code: errno)
            }
            _ = flock(descriptor, LOCK_EX)
            var code = writeAll(bytes, to: descriptor)
            // Before the lock is let go of, and so that the file never has its name unfinished.
            var isRenamed = false
            if code == 0 {
                isRenamed = rename(temporary, path) == 0
                if !isRenamed, errno != ENOENT { code = errno }
            }
            let isClosed = close(descriptor) == 0 || errno == EINTR
            if code == 0, !isClosed { code = errno }
            if code != 0 {
                _ = unlink(isRenamed ? path : temporary)
                throw .cannotWrite(path: path, action: "write", code: code)
            }
            if isRenamed { return }
        }
        throw .cannotWrite(path: path, action: "write", code: ENOENT)
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let piece = UnsafeRawBufferPointer(rebasing: rest)
                let written = Foundation.write(descriptor, piece.baseAddress, piece.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = rest.dropFirst(written)
            }
            return 0
        }
    }

    /// Removes a temporary file that no live process writes.
    static func removeIfDead(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        // On a file system without locks nothing tells the living from the dead; it stays.
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { _ = unlink(path) }
        _ = close(descriptor)
    }
}
