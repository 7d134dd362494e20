/// Why a netCDF file cannot be written or read.
public enum NetCDFError: ReportableError, Hashable {
    /// The disk or its rules stood in the way: `code` is one of `errno`.
    case system(path: String, action: String, code: Int32)

    /// The library refused: `code` is one of its own, `reason` its words.
    case library(path: String, action: String, code: Int32, reason: String)

    /// A variable that is read is there, but not with the type that was asked for.
    case otherType(path: String, variable: String, expected: String)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .system(let path, let action, let code):
            "cannot \(action) \(path): \(SystemReason.text(code))"
        case .library(let path, let action, _, let reason):
            "cannot \(action) \(path): the netCDF library says '\(reason)'"
        case .otherType(let path, let variable, let expected):
            "\(path) has another type for '\(variable)', and \(expected) was expected"
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus {
        switch self {
        case .system, .library: .cannotCreate
        case .otherType: .badData
        }
    }
}
