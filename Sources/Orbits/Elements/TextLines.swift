/// The lines of a text with their numbers, whether they end in LF, CR LF or CR.
package struct TextLines: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    /// Number of the line where the next one begins.
    package private(set) var nextNumber: Int

    package init(_ bytes: ArraySlice<UInt8>, firstLine: Int) {
        self.bytes = bytes
        index = bytes.startIndex
        nextNumber = firstLine
    }

    package mutating func next() -> (number: Int, text: ArraySlice<UInt8>)? {
        guard index < bytes.endIndex else { return nil }
        let start = index
        while index < bytes.endIndex, !Self.isLineEnd(bytes[index]) { index += 1 }
        let line = (number: nextNumber, text: bytes[start..<index])
        if index < bytes.endIndex {
            index += Self.isPair(bytes, at: index) ? 2 : 1
            nextNumber += 1
        }
        return line
    }

    package static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

    /// Whether the line that ends before a byte goes on: the CR of a CR LF ends none by itself.
    package static func isPair(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        bytes[index] == 0x0d && index + 1 < bytes.endIndex && bytes[index + 1] == 0x0a
    }
}
