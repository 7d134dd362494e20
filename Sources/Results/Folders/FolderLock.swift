import Foundation

/// The right to write a partial folder, held by a lock on a file in it.
///
/// The system lets go of the lock when the process ends in whatever way, so that a partial folder
/// whose lock is free belongs to a run that is dead.
struct FolderLock: ~Copyable {
    /// The name of the lock file in the folder.
    static let fileName = ".lock"

    private let descriptor: Int32

    /// Creates the folder where it is missing, and takes the lock.
    ///
    /// - Throws: ``ResultError/inUse(path:)`` when a live process holds it.
    init(folder: String, for result: String) throws(ResultError) {
        let file = folder + "/" + Self.fileName
        // Another process may finish or remove the folder between two of these steps; then the
        // lock is one on a file that has gone, and the steps are done again.
        for _ in 0..<100 {
            try Disk.createFolder(folder)
            let opened = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
            if opened < 0 {
                if errno == ENOENT || errno == EINTR { continue }
                throw .cannotWrite(path: file, action: "create", code: errno)
            }
            if flock(opened, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
                _ = close(opened)
                throw .inUse(path: result)
            }
            // A file system without locks is trusted: nothing tells a live run from a dead one.
            if let held = Disk.fileNumber(opened), held == Disk.fileNumber(file) {
                descriptor = opened
                return
            }
            _ = close(opened)
        }
        throw .inUse(path: result)
    }

    deinit { _ = close(descriptor) }
}
