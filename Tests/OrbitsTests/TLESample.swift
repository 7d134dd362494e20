/// Two lines made up for the tests.
enum TLESample {
    static let line1 = "1 90001U 26001A   26235.12345678 -.00012345  00000+0 -67891-3 0  9993"
    static let line2 = "2 90001  53.0543 210.9876 0012345  87.6543 272.3456 15.05512345 43213"

    /// A line with some columns replaced and, unless told otherwise, its checksum put right.
    static func with(
        _ line: String, _ column: Int, _ text: String, fixingChecksum: Bool = true
    ) -> String {
        var bytes = Array(line.utf8)
        bytes.replaceSubrange((column - 1)..<(column - 1 + text.utf8.count), with: text.utf8)
        if fixingChecksum { bytes[68] = UInt8(ascii: "0") + UInt8(checksum(bytes)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The sum written once more, so that the tests do not lean on what they test.
    static func checksum(_ bytes: [UInt8]) -> Int {
        bytes.prefix(68).reduce(0) { sum, byte in
            switch byte {
            case 0x30...0x39: sum + Int(byte) - 0x30
            case 0x2d: sum + 1
            default: sum
            }
        } % 10
    }
}
