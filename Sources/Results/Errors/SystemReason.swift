import Foundation

/// The words for a code of `errno`, in English whatever the locale.
enum SystemReason {
    /// A phrase such as `permission denied`.
    static func text(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "permission denied"
        case EROFS: "the file system is read-only"
        case ENOSPC: "no space left on the device"
        case EDQUOT: "the disk quota is used up"
        case EFBIG: "the file is larger than the system allows"
        case ENOENT: "no such file or folder"
        case ENOTDIR: "a file stands where a folder is needed"
        case EISDIR: "it is a folder"
        case EEXIST, ENOTEMPTY: "something of that name is already there"
        case ENAMETOOLONG: "the name is too long"
        case ELOOP: "the symbolic links go round in a circle"
        case EIO: "the device reports an input or output error"
        case EBUSY: "it is a mount point or otherwise in use"
        case EXDEV: "it lies on another file system"
        case EMFILE, ENFILE: "too many files are open"
        case EPIPE: "the reader has gone away"
        default: "system error \(code)"
        }
    }
}
