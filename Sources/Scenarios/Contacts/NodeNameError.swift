import Results

/// Names on a command line that do not stand for two nodes.
public enum NodeNameError: Error, Sendable, Hashable {
    /// No node bears the name.
    case unknown(name: String, nearest: String?)

    /// Both names stand for the same node.
    case same(name: String)
}

extension NodeNameError: ReportableError {
    /// One sentence: what was found, and what was expected.
    public var message: String {
        switch self {
        case .unknown(let name, let nearest):
            PrintableText.oneLine(
                "found '\(name)', expected the name of a station or a satellite"
                    + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
        case .same(let name):
            PrintableText.oneLine("found '\(name)' twice, expected two different nodes")
        }
    }

    /// A mistake on the command line.
    public var exitStatus: ExitStatus { .usage }
}
