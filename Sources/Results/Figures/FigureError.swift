/// Why a figure cannot be made.
public enum FigureError: ReportableError, Hashable {
    /// No program `gnuplot` is found.
    case gnuplotMissing

    /// The gnuplot that is found is older than 5.2, or tells no version at all.
    case gnuplotTooOld(path: String, found: String)

    /// The gnuplot that is found was built without a terminal that is needed.
    case terminalMissing(path: String, terminal: String)

    /// Gnuplot ended with an error, or wrote no whole figure.
    case gnuplotFailed(script: String, reason: String)

    /// Gnuplot did not end in time.
    case gnuplotTimedOut(script: String, seconds: Int)

    /// The results hold no such pair.
    case unknownPair(source: String, destination: String, known: [String])

    /// The results make no such figure.
    case unknownFigure(name: String, known: [String])

    /// The instant lies outside the results.
    case outsideWindow(timeS: Double, firstS: Double, lastS: Double)

    /// A table of the results has no rows.
    case nothingToDraw(folder: String, table: String)

    /// A merged sweep has no axis of several listed values.
    case noAxis(folder: String)

    /// A table of the results is not what it should be.
    case table(CSVError)

    /// The results cannot be read.
    case input(InputError)

    /// The figures cannot be written.
    case result(ResultError)

    /// Why a table could not be read, or is not what it should be.
    init(_ error: CSVError) {
        if case .input(let error) = error { self = .input(error) } else { self = .table(error) }
    }

    /// One sentence for a person.
    public var message: String {
        switch self {
        case .gnuplotMissing:
            "gnuplot is not found in PATH; install it (Debian and Ubuntu: apt install gnuplot-nox, "
                + "macOS: brew install gnuplot)"
        case .gnuplotTooOld(let path, let found):
            "\(path) is gnuplot \(found.isEmpty ? "of unknown version" : found), and 5.2 or newer "
                + "is needed"
        case .terminalMissing(let path, let terminal):
            "\(path) was built without the terminal \(terminal), which the figures need"
        case .gnuplotFailed(let script, let reason):
            "gnuplot could not make a figure of \(script): \(reason)"
        case .gnuplotTimedOut(let script, let seconds):
            "gnuplot was stopped after \(seconds) s at \(script)"
        case .unknownPair(let source, let destination, let known):
            "there is no pair \(source) \(destination) in latency.csv; its pairs are "
                + known.prefix(4).joined(separator: ", ")
                + (known.count > 4 ? " and \(known.count - 4) more" : "")
        case .unknownFigure(let name, let known):
            "there is no figure '\(name)' of these results, expected one of "
                + known.joined(separator: ", ")
        case .outsideWindow(let time, let first, let last):
            "the instant \(time) s lies outside the results, which go from \(first) s to \(last) s"
        case .nothingToDraw(let folder, let table):
            "\(folder)/\(table) has no rows, and at least one was expected"
        case .noAxis(let folder):
            "the sweep of \(folder) has no axis of several listed values, and figures are drawn along "
                + "such"
        case .table(let error): error.message
        case .input(let error): error.message
        case .result(let error): error.message
        }
    }

    /// The status with which an executable ends.
    public var exitStatus: ExitStatus {
        switch self {
        case .gnuplotMissing, .gnuplotTooOld, .terminalMissing: .unavailable
        case .gnuplotFailed, .gnuplotTimedOut: .internalFault
        case .unknownPair, .unknownFigure, .outsideWindow: .usage
        case .nothingToDraw, .noAxis: .badData
        case .table(let error): error.exitStatus
        case .input(let error): error.exitStatus
        case .result(let error): error.exitStatus
        }
    }
}
