import Foundation
import Results

/// The stream for pipes: what the next program reads, and nothing else.
public enum StandardOutput {
    /// Whoever read the stream has gone away, as `head` does; the program ends without a word.
    public struct Closed: Error {}

    /// The stream cannot be written, for instance to a full disk.
    public struct Failure: ReportableError {
        /// The sentence for a person.
        public let message: String

        /// The status with which the executable ends.
        public var exitStatus: ExitStatus { .inputOutput }
    }

    /// Writes bytes, all of them.
    ///
    /// - Throws: ``Closed`` or ``Failure``.
    public static func write(_ bytes: [UInt8]) throws { try write(bytes, to: 1) }

    /// Writes a text in UTF-8.
    ///
    /// - Throws: ``Closed`` or ``Failure``.
    public static func write(_ text: String) throws { try write(Array(text.utf8), to: 1) }

    static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if written < 0 {
                let code = errno
                if code == EINTR { continue }
                if code == EPIPE { throw Closed() }
                throw Failure(
                    message: "cannot write standard output: \(String(cString: strerror(code)))")
            }
            rest = rest.dropFirst(written)
        }
    }
}
