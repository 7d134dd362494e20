import CHeliograph

/// Why a call of the C interface did nothing.
struct CallFailure: Error {
    /// The code that the function returns.
    let code: Int

    /// One sentence: what was found, and what was expected.
    let message: String

    static func null(_ parameter: StaticString) -> CallFailure {
        CallFailure(code: HELIO_NULL, message: "\(parameter) is NULL, expected a pointer")
    }

    static func badHandle(_ kind: StaticString) -> CallFailure {
        CallFailure(
            code: HELIO_BAD_HANDLE,
            message: "the handle names no \(kind): it was freed, or is of another kind, or is none")
    }

    static func size(_ parameter: StaticString, found: Int, expected: String) -> CallFailure {
        CallFailure(
            code: HELIO_BAD_SIZE, message: "\(parameter) is \(found), expected \(expected)")
    }

    static func argument(
        _ parameter: StaticString, found: some CustomStringConvertible, expected: String
    ) -> CallFailure {
        CallFailure(
            code: HELIO_BAD_ARGUMENT, message: "\(parameter) is \(found), expected \(expected)")
    }

    static func text(_ message: String) -> CallFailure {
        CallFailure(code: HELIO_BAD_TEXT, message: message)
    }
}

/// Runs the body of a function of the C interface; gives its code, and keeps the sentence of a failure
/// for the thread.
@inline(__always)
func status(_ body: () throws(CallFailure) -> Void) -> helio_status {
    do throws(CallFailure) {
        try body()
        return helio_status(HELIO_OK)
    } catch {
        LastError.set(error.message)
        return helio_status(error.code)
    }
}
