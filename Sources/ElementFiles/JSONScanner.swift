import Orbits

/// Reads JSON from its bytes, value by value, and knows the line.
///
/// Nested values are skipped with a stack of its own, so that no depth of brackets can exhaust the
/// thread's. A bare word, such as the `NaN` that some writers put, is given as its text.
struct JSONScanner {
    enum Value {
        case text(ArraySlice<UInt8>)
        case null
        case nested

        var text: ArraySlice<UInt8>? {
            switch self {
            case .text(let text): text
            case .null: Array("null".utf8)[...]
            case .nested: nil
            }
        }
    }

    /// The line of the next character; after ``skipBlanks()``, of the next value.
    private(set) var line: Int

    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ source: SourceText) {
        bytes = source.bytes
        index = bytes.startIndex
        line = source.firstLine
    }

    /// Skips blanks and says whether anything is left.
    mutating func skipBlanks() -> Bool {
        while index < bytes.endIndex, bytes[index] <= UInt8(ascii: " ") {
            if TextLines.isLineEnd(bytes[index]), !TextLines.isPair(bytes, at: index) {
                line += 1
            }
            index += 1
        }
        return index < bytes.endIndex
    }

    /// Skips blanks and a character, if it is the next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard skipBlanks(), UInt32(bytes[index]) == character.value else { return false }
        index += 1
        return true
    }

    mutating func require(_ character: Unicode.Scalar, _ expected: String) throws(OMMFault) {
        guard skip(character) else { throw fault(expected) }
    }

    /// Reads a string, without its quotation marks and escapes.
    mutating func string() throws(OMMFault) -> ArraySlice<UInt8> {
        try require("\"", "a key in quotation marks")
        let start = index
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
            guard bytes[index] >= UInt8(ascii: " ") else { throw fault("the string's end") }
            if bytes[index] == UInt8(ascii: "\\") { return try escapedString(from: start) }
            index += 1
        }
        guard index < bytes.endIndex else { throw fault("the string's end") }
        defer { index += 1 }
        return bytes[start..<index]
    }

    mutating func value() throws(OMMFault) -> Value {
        guard skipBlanks() else { throw fault("a value") }
        switch bytes[index] {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            try skipNested()
            return .nested
        default:
            let start = index
            while index < bytes.endIndex, Self.isWord(bytes[index]) { index += 1 }
            guard index > start else { throw fault("a value") }
            let word = bytes[start..<index]
            return word.elementsEqual("null".utf8) ? .null : .text(word)
        }
    }

    private mutating func skipNested() throws(OMMFault) {
        var open: [UInt8] = []
        repeat {
            guard skipBlanks() else { throw fault("the end of an array or object") }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                _ = try string()
                continue
            case UInt8(ascii: "["): open.append(UInt8(ascii: "]"))
            case UInt8(ascii: "{"): open.append(UInt8(ascii: "}"))
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                guard bytes[index] == open.popLast() else { throw fault("matching brackets") }
            default: break
            }
            index += 1
        } while !open.isEmpty
    }

    private mutating func escapedString(from start: Int) throws(OMMFault) -> ArraySlice<UInt8> {
        var text = Array(bytes[start..<index])
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
            guard bytes[index] >= UInt8(ascii: " ") else { throw fault("the string's end") }
            guard bytes[index] == UInt8(ascii: "\\") else {
                text.append(bytes[index])
                index += 1
                continue
            }
            index += 1
            guard index < bytes.endIndex else { break }
            let escape = bytes[index]
            index += 1
            switch escape {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(escape)
            case UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
                UInt8(ascii: "t"):
                text.append(UInt8(ascii: " "))
            case UInt8(ascii: "u"):
                text.append(contentsOf: String(try escapedScalar()).utf8)
            default: throw fault("an escape of JSON after the backslash")
            }
        }
        guard index < bytes.endIndex else { throw fault("the string's end") }
        index += 1
        return text[...]
    }

    /// Reads the four digits of `\u`, and of a second one where the first is half of a pair.
    private mutating func escapedScalar() throws(OMMFault) -> Character {
        let high = try hexadecimal()
        if (0xd800..<0xdc00).contains(high), bytes[index...].starts(with: "\\u".utf8) {
            index += 2
            let low = try hexadecimal()
            guard (0xdc00..<0xe000).contains(low) else { return "\u{fffd}" }
            let scalar = Unicode.Scalar(0x10000 + (high - 0xd800) << 10 + (low - 0xdc00))
            return scalar.map { Character($0) } ?? "\u{fffd}"
        }
        return Unicode.Scalar(high).map { Character($0) } ?? "\u{fffd}"
    }

    private mutating func hexadecimal() throws(OMMFault) -> UInt32 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4,
            digits.allSatisfy({ $0.digitValue != nil || (0x61...0x66).contains($0 | 0x20) }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw fault("four hexadecimal digits after \\u") }
        index += 4
        return value
    }

    private func fault(_ expected: String) -> OMMFault {
        let next = bytes[index...].prefix(20)
        return OMMFault(
            line: line, found: next.isEmpty ? "the end of the file" : ASCII.quoted(next),
            expected: expected)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.digitValue != nil || (0x61...0x7a).contains(byte | 0x20)
            || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }
}
