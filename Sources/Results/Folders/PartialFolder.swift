import Foundation
import Synchronization

/// The folder `.<name>.partial` in which results grow until they are whole.
///
/// It may be discarded from any thread, at most once, and never while it is being put in place.
final class PartialFolder: Sendable {
    /// Where the results are to stand.
    let final: String

    /// Where they are written.
    let path: String

    private struct State: ~Copyable {
        var lock: FolderLock?
    }

    private let state: Mutex<State>

    /// The folder that is replaced steps aside under this name.
    private let aside: String

    init(for final: String, force: Bool) throws(ResultError) {
        let parent = Disk.parent(of: final)
        let name = Disk.lastName(of: final)
        let prefix = parent == "/" ? "/" : parent + "/"
        self.final = final
        path = prefix + "." + name + ".partial"
        aside = prefix + "." + name + ".replaced"
        state = Mutex(State(lock: nil))
        // Before anything is created, so that a refusal leaves no trace, and again under the lock.
        if Disk.kind(aside) == .absent { try Self.check(final, force: force) }
        try Disk.createFolder(parent)
        let lock = try FolderLock(folder: path, for: final)
        do throws(ResultError) {
            try recover()
            try Self.check(final, force: force)
        } catch {
            remove()
            throw error
        }
        Disk.clear(path, sparing: FolderLock.fileName)
        install(lock)
    }

    /// Whether results may be put at a path.
    private static func check(_ final: String, force: Bool) throws(ResultError) {
        switch Disk.kind(final) {
        case .absent: return
        case .other: throw .inTheWay(path: final)
        case .folder:
            guard let names = Disk.names(in: final) else {
                throw .cannotWrite(path: final, action: "read", code: EACCES)
            }
            if names.isEmpty { return }
            guard force else { throw .exists(path: final) }
            guard Manifest.isOurs(folder: final) else { throw .notOurs(path: final) }
        }
    }

    /// Puts the folder in place of the final one, whose results, if any, it replaces.
    ///
    /// At no instant does an incomplete folder bear the final name.
    func putInPlace() throws(ResultError) {
        try state.withLock { (state: inout State) throws(ResultError) in
            guard state.lock != nil else { return }
            Disk.syncFolder(path)
            let replaces = !(Disk.names(in: final) ?? []).isEmpty
            if replaces { try Disk.rename(final, to: aside) }
            do throws(ResultError) {
                try Disk.rename(path, to: final)
            } catch {
                if replaces { try Disk.rename(aside, to: final) }
                throw error
            }
            // Only now: while the folder had its partial name, the lock kept others out of it.
            _ = unlink(final + "/" + FolderLock.fileName)
            state.lock = nil
            if replaces { try? FileManager.default.removeItem(atPath: aside) }
            Disk.syncFolder(Disk.parent(of: final))
        }
    }

    /// Removes the folder and all that is in it; does nothing once it is in place.
    func discard() {
        state.withLock { state in
            guard state.lock != nil else { return }
            remove()
            state.lock = nil
        }
    }

    private func install(_ lock: consuming FolderLock) {
        // A noncopyable value is captured by a closure only through an optional that it takes from.
        var lock: FolderLock? = consume lock
        state.withLock { $0.lock = lock.take() }
    }

    /// Undoes a replacement that was cut off half-way, or finishes one that was nearly done.
    private func recover() throws(ResultError) {
        guard Disk.kind(aside) == .folder else { return }
        if Disk.kind(final) == .absent {
            try Disk.rename(aside, to: final)
        } else {
            try? FileManager.default.removeItem(atPath: aside)
        }
    }

    private func remove() {
        // Other threads of this process may still be creating files in it.
        for _ in 0..<10 {
            Disk.clear(path, sparing: FolderLock.fileName)
            _ = unlink(path + "/" + FolderLock.fileName)
            if rmdir(path) == 0 || errno != ENOTEMPTY { return }
        }
    }
}
