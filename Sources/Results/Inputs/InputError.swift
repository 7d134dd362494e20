/// Why an input file cannot be read at all.
public enum InputError: ReportableError, Hashable {
    /// There is nothing of that name.
    case missing(path: String)

    /// A folder, a device or a socket stands there.
    case notAFile(path: String)

    /// The system refused to open it or to read it to its end.
    case unreadable(path: String, code: Int32)

    /// The folder is none that an executable of this toolkit wrote, for lack of a file.
    case notAResultFolder(path: String, lacks: String)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .missing(let path): "\(path) is missing"
        case .notAFile(let path): "\(path) is a folder or a device, and a file was expected"
        case .unreadable(let path, let code):
            "cannot read \(path): \(SystemReason.text(code))"
        case .notAResultFolder(let path, let lacks):
            "\(path) holds no \(lacks); the result folder of a helio-route run was expected"
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus { .missingInput }
}
