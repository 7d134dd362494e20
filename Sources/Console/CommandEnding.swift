import ArgumentParser
import Results

/// How a command ends: its status, and what it says last.
struct CommandEnding: Hashable {
    /// The exit status.
    var status: ExitStatus

    /// The line on standard error, without a line feed; `nil` for silence.
    var sentence: String?

    /// What standard output gets, such as the help.
    var standardOutput: String?

    init(status: ExitStatus, sentence: String? = nil, standardOutput: String? = nil) {
        self.status = status
        self.sentence = sentence
        self.standardOutput = standardOutput
    }

    /// The ending of a command that threw an error.
    init(of error: any Error, program: String, parser: ParserVerdict) {
        func line(_ message: String) -> String { "\(program): \(Self.oneLine(message))" }
        switch error {
        case is StandardOutput.Closed:
            self.init(status: .brokenPipe)
        case is CancellationError:
            self.init(status: .interrupted, sentence: line("stopped before the end"))
        case let error as any ReportableError:
            self.init(status: error.exitStatus, sentence: line(error.message))
        case let code as ExitCode:
            self.init(status: ExitStatus(rawValue: code.rawValue) ?? .internalFault)
        default:
            // The parser's own errors are not public; their status tells them from faults of ours.
            if parser.status == ExitCode.success.rawValue {
                self.init(status: .success, standardOutput: parser.full + "\n")
            } else if parser.status == ExitCode.validationFailure.rawValue {
                self.init(status: .usage, sentence: line(Self.cut(parser.brief)))
            } else {
                self.init(
                    status: .internalFault,
                    sentence: line("a fault of the program, please report it: \(error)"))
            }
        }
    }

    /// The text on one line, runs of white space made one space.
    static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The sentence without the full stop that the parser puts after some of them.
    private static func cut(_ text: String) -> String {
        text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
