/// The exit statuses of the executables, after BSD's sysexits and the shell's rule for signals.
public enum ExitStatus: Int32, Sendable, Hashable {
    /// All went well.
    case success = 0

    /// The command line is wrong (EX_USAGE).
    case usage = 64

    /// An input is there, and its content is wrong (EX_DATAERR).
    case badData = 65

    /// An input is missing or may not be read (EX_NOINPUT).
    case missingInput = 66

    /// A program that is needed is missing or cannot do what is asked (EX_UNAVAILABLE).
    case unavailable = 69

    /// A fault of ours (EX_SOFTWARE).
    case internalFault = 70

    /// The results cannot be written (EX_CANTCREAT).
    case cannotCreate = 73

    /// Reading or writing failed half-way (EX_IOERR).
    case inputOutput = 74

    /// Stopped by SIGINT, that is, by Ctrl-C.
    case interrupted = 130

    /// Whoever read our standard output went away (SIGPIPE).
    case brokenPipe = 141

    /// Stopped by SIGTERM.
    case terminated = 143
}
