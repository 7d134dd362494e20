/// The quoting rule of comma-separated values.
///
/// - Note: Y. Shafranovich, RFC 4180, section 2, DOI 10.17487/RFC4180.
enum CSV {
    static let comma = UInt8(ascii: ",")
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")

    /// Appends a cell, in quotes only where it would otherwise be read back as something else.
    static func append(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(contentsOf: text)
        let cell = bytes[start...]
        let needsQuotes = cell.contains {
            $0 == comma || $0 == quote || $0 == lineFeed || $0 == carriageReturn
        }
        guard needsQuotes else { return }
        let plain = Array(cell)
        bytes.removeSubrange(start...)
        bytes.append(quote)
        for byte in plain {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }
}
