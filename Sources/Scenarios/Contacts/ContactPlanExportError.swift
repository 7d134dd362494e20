import Results

/// Why a contact plan cannot be written in the form of another program.
public enum ContactPlanExportError: Error, Sendable, Hashable {
    /// The form numbers its nodes with fewer bits than there are nodes.
    case tooManyNodes(count: Int, greatest: Int, form: String)
}

extension ContactPlanExportError: ReportableError {
    /// One sentence: what was found, and what was expected.
    public var message: String {
        switch self {
        case .tooManyNodes(let count, let greatest, let form):
            "the scenario has \(count) nodes, and the form \(form) holds \(greatest) at most"
        }
    }

    /// Bad data.
    public var exitStatus: ExitStatus { .badData }
}
