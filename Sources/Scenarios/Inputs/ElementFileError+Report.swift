import ElementFiles
import Results

extension ElementFileError: ReportableError {
    /// Missing input for a file that cannot be read, bad data for one that holds no element sets.
    public var exitStatus: ExitStatus {
        switch self {
        case .missing, .isDirectory, .noPermission, .unreadable: .missingInput
        case .tooLarge, .empty, .unknownFormat: .badData
        }
    }
}
