/// An error that an executable reports to a person in one sentence.
public protocol ReportableError: Error {
    /// One sentence without a full stop: what was found, where, and what was expected.
    var message: String { get }

    /// The status with which the executable ends.
    var exitStatus: ExitStatus { get }
}
