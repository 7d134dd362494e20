/// Why a file as a whole gives no element sets.
public enum ElementFileError: Error, Sendable, Hashable {
    /// There is no such file.
    case missing(file: String)

    /// It is a folder.
    case isDirectory(file: String)

    /// The file may not be read.
    case noPermission(file: String)

    /// Reading failed for the reason that the system names.
    case unreadable(file: String, reason: String)

    /// The file is larger than ``ElementFile/maximumBytes``.
    case tooLarge(file: String, limitBytes: Int)

    /// The file holds nothing but blanks.
    case empty(file: String)

    /// The file is of no form that is known.
    case unknownFormat(file: String, firstBytes: String)

    /// The file, as its reader was told.
    public var file: String {
        switch self {
        case .missing(let file), .isDirectory(let file), .noPermission(let file),
            .unreadable(let file, _), .tooLarge(let file, _), .empty(let file),
            .unknownFormat(let file, _):
            file
        }
    }

    /// One sentence: what was found, where, and what was expected.
    public var message: String {
        let forms = "element sets as TLE, or OMM in CSV, JSON, XML or KVN"
        return switch self {
        case .missing: "\(file): there is no such file, expected \(forms)"
        case .isDirectory: "\(file): is a folder, expected a file of \(forms)"
        case .noPermission: "\(file): may not be read, expected a file with read permission"
        case .unreadable(_, let reason): "\(file): cannot be read (\(reason)), expected \(forms)"
        case .tooLarge(_, let limit): "\(file): is too large, expected at most \(limit) bytes"
        case .empty: "\(file): is empty, expected \(forms)"
        case .unknownFormat(_, let bytes): "\(file): begins with \(bytes), expected \(forms)"
        }
    }
}
