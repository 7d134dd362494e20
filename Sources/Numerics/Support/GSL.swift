internal import CGSL

/// The ways in which this module talks to the library.
enum GSL {
    /// Switches off the handler that would abort the process on the first error.
    ///
    /// It is a setting of the whole process; a `static let` makes it once, whatever thread comes
    /// first. Every type of this module reads it before its first call of GSL.
    static let abortHandlerIsOff: Bool = {
        gsl_set_error_handler_off()
        return true
    }()

    /// Turns a status code into a typed error.
    static func check(_ status: Int32) throws(GSLError) {
        guard Int(status) != GSL_SUCCESS else { return }
        throw error(status)
    }

    /// Takes the handle that an allocator of GSL returned; GSL returns none when memory is out.
    static func allocated<Handle>(_ handle: Handle?) throws(GSLError) -> Handle {
        guard let handle else { throw .outOfMemory }
        return handle
    }

    /// The typed error of a status code.
    static func error(_ status: Int32) -> GSLError {
        Int(status) == GSL_ENOMEM
            ? .outOfMemory
            : .library(code: Int(status), reason: String(cString: gsl_strerror(status)))
    }
}
