import Results

/// Why a scenario cannot be written in the form of another program, or that form cannot be read.
public enum ExchangeError: ReportableError, Hashable {
    /// The scenario asks for what the form cannot say.
    case cannotSay(form: ExchangeForm, found: String, expected: String)

    /// A file holds something else than it should; the place in it is such as `line 3`, `nil` for
    /// the file as a whole.
    case malformed(file: String, place: String?, found: String, expected: String)

    /// The form is not read, or not written.
    case oneWay(form: ExchangeForm, isWritten: Bool)

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .cannotSay(let form, let found, let expected):
            PrintableText.oneLine(
                "\(form.title) cannot hold this scenario: found \(found), expected \(expected)")
        case .malformed(let file, let place, let found, let expected):
            PrintableText.oneLine(
                "\(file)\(place.map { ", \($0)" } ?? ""): found \(found), expected \(expected)")
        case .oneWay(let form, let isWritten):
            "the form \(form.rawValue) is \(isWritten ? "written, and not read" : "read, and not written")"
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus {
        switch self {
        case .cannotSay, .malformed: .badData
        case .oneWay: .usage
        }
    }
}
