import Results

/// Why a scenario cannot be written as Hypatia's files, or those cannot be read.
public enum HypatiaError: ReportableError, Hashable {
    /// The scenario asks for what the files cannot say.
    case cannotSay(found: String, expected: String)

    /// A file holds something else than it should.
    case malformed(file: String, line: Int, found: String, expected: String)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .cannotSay(let found, let expected):
            "Hypatia's files cannot hold this scenario: found \(found), expected \(expected)"
        case .malformed(let file, let line, let found, let expected):
            "\(file), line \(line): found \(found), expected \(expected)"
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus { .badData }
}
