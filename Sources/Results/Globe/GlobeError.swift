/// Why a globe page cannot be made.
public enum GlobeError: ReportableError, Hashable {
    /// The window of the scenario has no instant.
    case emptyWindow(folder: String)

    /// A route of the results passes a node that the scenario does not have.
    case unknownNode(name: String, folder: String)

    /// The results hold no such pair.
    case unknownPair(source: String, destination: String)

    /// A file of outlines is not what it should be.
    case badOutlines(file: String, reason: String)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .emptyWindow(let folder):
            "the window of \(folder)/scenario.yaml has no instant, and at least one was expected"
        case .unknownNode(let name, let folder):
            "a route in \(folder)/routes.csv passes '\(name)', which is no node of its scenario"
        case .unknownPair(let source, let destination):
            "there is no pair \(source) \(destination) in the scenario"
        case .badOutlines(let file, let reason): "\(file): \(reason)"
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus {
        switch self {
        case .unknownPair: .usage
        case .emptyWindow, .unknownNode, .badOutlines: .badData
        }
    }
}
