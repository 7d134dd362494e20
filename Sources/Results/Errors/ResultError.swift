/// Why results cannot be written.
public enum ResultError: ReportableError, Hashable {
    /// The result folder is there and holds something, and replacing it was not asked for.
    case exists(path: String)

    /// Replacing was asked for, and the folder is none that this toolkit wrote.
    case notOurs(path: String)

    /// Something that is no folder has the name of the result folder.
    case inTheWay(path: String)

    /// The path names no folder that results can be put in, such as an empty text or the root.
    case badPath(path: String)

    /// Another process is writing results for the same folder.
    case inUse(path: String)

    /// The system refused to create, write, close, move or remove something.
    case cannotWrite(path: String, action: String, code: Int32)

    /// Two tables or files of one result folder were given the same name, or a name with a slash.
    case badFileName(name: String)

    /// A row has more or fewer cells than the table has columns.
    case raggedRow(table: String, row: Int, found: Int, expected: Int)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .exists(let path):
            "\(path) is already there; give another folder, or --force to replace these results"
        case .notOurs(let path):
            "\(path) is not empty and holds no manifest.json of Heliograph, so --force does not "
                + "replace it; give another folder"
        case .inTheWay(let path):
            "\(path) is a file, and a folder for the results was expected"
        case .badPath(let path):
            "'\(path)' cannot be a result folder; give the path of a new folder"
        case .inUse(let path):
            "another process is writing the results of \(path); wait for it or give another folder"
        case .cannotWrite(let path, let action, let code):
            "cannot \(action) \(path): \(SystemReason.text(code))"
        case .badFileName(let name):
            "'\(name)' is no name for a new file of the result folder"
        case .raggedRow(let table, let row, let found, let expected):
            "row \(row) of \(table) has \(found) cells, and the table has \(expected) columns"
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus {
        switch self {
        case .badFileName, .raggedRow: .internalFault
        default: .cannotCreate
        }
    }
}
