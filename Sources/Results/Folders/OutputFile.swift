import Foundation

/// A file that is being written, whose every failure is seen: on writing, syncing and closing.
struct OutputFile: ~Copyable {
    /// Where the file is.
    let path: String

    private var descriptor: Int32

    /// Opens a file for writing, empty.
    init(path: String) throws(ResultError) {
        self.path = path
        var opened: Int32
        repeat {
            opened = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        } while opened < 0 && errno == EINTR
        descriptor = opened
        guard opened >= 0 else { throw Self.failure(path, "create", errno) }
    }

    deinit {
        if descriptor >= 0 { _ = Foundation.close(descriptor) }
    }

    /// Writes all of the bytes.
    mutating func write(_ bytes: [UInt8]) throws(ResultError) {
        let target = descriptor
        let code = bytes.withUnsafeBytes { (buffer: UnsafeRawBufferPointer) -> Int32 in
            var rest = buffer[...]
            while !rest.isEmpty {
                let piece = UnsafeRawBufferPointer(rebasing: rest)
                let written = Foundation.write(target, piece.baseAddress, piece.count)
                if written < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                rest = rest.dropFirst(written)
            }
            return 0
        }
        guard code == 0 else { throw Self.failure(path, "write", code) }
    }

    /// Brings the bytes to the device and closes the file.
    ///
    /// - Parameter syncing: Whether to wait for the device; a writer of many files waits once for all.
    mutating func close(syncing: Bool = true) throws(ResultError) {
        guard descriptor >= 0 else { return }
        let target = descriptor
        descriptor = -1
        // Devices and pipes cannot be synced, and say so by EINVAL.
        let syncCode =
            !syncing || fsync(target) == 0 || errno == EINVAL || errno == EROFS ? 0 : errno
        let closeCode = Foundation.close(target) == 0 || errno == EINTR ? 0 : errno
        if syncCode != 0 { throw Self.failure(path, "write", syncCode) }
        if closeCode != 0 { throw Self.failure(path, "close", closeCode) }
    }

    private static func failure(_ path: String, _ action: String, _ code: Int32) -> ResultError {
        .cannotWrite(path: path, action: action, code: code)
    }
}
