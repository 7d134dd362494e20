import Foundation
import Orbits

/// Element sets from files of any form, told by content and never by suffix.
///
/// Read are TLE with and without a name line, and the Orbit Mean-Elements Message (OMM) as CSV,
/// JSON, XML and KVN, with any end of line, a byte-order mark, and blank or NUL bytes at the end.
/// What is no element set becomes a ``Rejection`` and the rest goes on.
///
/// - Note: CCSDS 502.0-B, "Orbit Data Messages"; CelesTrak, "A New Way to Obtain GP Data".
public enum ElementFile {
    /// The largest file that is read [bytes].
    public static let maximumBytes = 1 << 30

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - url: The file; a pipe is read to its end.
    ///   - allowBadChecksum: Whether a TLE whose checksum is wrong is accepted.
    /// - Throws: ``ElementFileError`` when the file as a whole cannot be read or is of no known
    ///   form.
    /// - Complexity: O(n) in the bytes of the file, all of which are held.
    public static func read(
        contentsOf url: URL, allowBadChecksum: Bool = false
    ) throws(ElementFileError) -> ElementFileContents {
        try read(path: url.path(percentEncoded: false), allowBadChecksum: allowBadChecksum)
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: The file; a pipe is read to its end. It is named so in errors and rejections.
    ///   - allowBadChecksum: Whether a TLE whose checksum is wrong is accepted.
    /// - Throws: ``ElementFileError`` when the file as a whole cannot be read or is of no known
    ///   form.
    /// - Complexity: O(n) in the bytes of the file, all of which are held.
    public static func read(
        path: String, allowBadChecksum: Bool = false
    ) throws(ElementFileError) -> ElementFileContents {
        try parse(
            bytes: FileBytes.read(path: path, limit: maximumBytes), fileName: path,
            allowBadChecksum: allowBadChecksum)
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - fileName: The name that errors and rejections bear.
    ///   - allowBadChecksum: Whether a TLE whose checksum is wrong is accepted.
    /// - Throws: ``ElementFileError/empty(file:)`` or
    ///   ``ElementFileError/unknownFormat(file:firstBytes:)``.
    /// - Complexity: O(n) in the bytes.
    public static func parse(
        bytes: [UInt8], fileName: String, allowBadChecksum: Bool = false
    ) throws(ElementFileError) -> ElementFileContents {
        let text = SourceText(bytes)
        guard !text.bytes.isEmpty else { throw .empty(file: fileName) }
        guard let format = ElementFileFormat(recognising: text) else {
            throw .unknownFormat(file: fileName, firstBytes: ASCII.quoted(text.bytes))
        }
        var collector = ElementCollector(file: fileName)
        switch format {
        case .tle, .threeLine:
            let hasNames = TLEText.read(
                text, allowBadChecksum: allowBadChecksum, accept: { collector.accept($0) },
                reject: {
                    collector.reject(
                        line: $0.line, found: $0.found, expected: $0.expected, message: $0.message)
                })
            return collector.contents(hasNames ? .threeLine : .tle)
        case .ommCSV: OMMTable.read(text, into: &collector)
        case .ommJSON: OMMJSON.read(text, into: &collector)
        case .ommXML: OMMXML.read(text, into: &collector)
        case .ommKVN: OMMKeyValue.read(text, into: &collector)
        }
        return collector.contents(format)
    }
}
