/// Reads GML: keys with whole numbers, reals, texts and lists in brackets.
///
/// - Note: M. Himsolt, "GML: A portable Graph File Format", Universität Passau, 1997.
struct GMLParser {
    /// A key and its value.
    struct Entry {
        var key: String
        var value: Value
        var line: Int
    }

    /// A value; numbers are kept as they are written.
    enum Value {
        case number(String)
        case text(String)
        case list([Entry])
    }

    /// Lists in lists, at most.
    private static let deepest = 32

    private let bytes: [UInt8]
    private let file: String
    private var index = 0
    private var line = 1

    /// The entries of a file.
    ///
    /// - Throws: ``ExchangeError/malformed(file:place:found:expected:)`` with the line.
    /// - Complexity: O(bytes).
    static func entries(of bytes: [UInt8], file: String) throws(ExchangeError) -> [Entry] {
        var parser = GMLParser(bytes: bytes, file: file)
        return try parser.list(depth: 0)
    }

    /// The values that are no lists, by their keys with underscores: `lengthKm` is `length_km`. Of a
    /// key that comes twice the first value stands.
    static func texts(_ entries: [Entry]) -> [String: String] {
        var texts: [String: String] = [:]
        for entry in entries {
            var key = ""
            for character in entry.key {
                if character.isUppercase, !key.isEmpty { key += "_" }
                key += character.lowercased()
            }
            switch entry.value {
            case .number(let text), .text(let text): texts[key] = texts[key] ?? text
            case .list: break
            }
        }
        return texts
    }

    private init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    private mutating func list(depth: Int) throws(ExchangeError) -> [Entry] {
        guard depth <= Self.deepest else {
            throw fault("lists in lists deeper than \(Self.deepest)", "fewer")
        }
        var entries: [Entry] = []
        while true {
            skipBlanks()
            guard index < bytes.count else {
                guard depth == 0 else { throw fault("the end of the file", "]") }
                return entries
            }
            if bytes[index] == UInt8(ascii: "]") {
                guard depth > 0 else { throw fault("]", "a key") }
                index += 1
                return entries
            }
            let begin = line
            let key = try key()
            skipBlanks()
            entries.append(Entry(key: key, value: try value(depth: depth), line: begin))
        }
    }

    private mutating func key() throws(ExchangeError) -> String {
        let start = index
        while index < bytes.count, Self.isKeyByte(bytes[index]) { index += 1 }
        guard index > start, !(0x30...0x39).contains(bytes[start]) else {
            throw fault(found(at: start), "a key")
        }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func value(depth: Int) throws(ExchangeError) -> Value {
        guard index < bytes.count else { throw fault("the end of the file", "a value") }
        switch bytes[index] {
        case UInt8(ascii: "["):
            index += 1
            return .list(try list(depth: depth + 1))
        case UInt8(ascii: "\""):
            return .text(try text())
        default:
            let start = index
            while index < bytes.count, bytes[index] > UInt8(ascii: " "),
                bytes[index] != UInt8(ascii: "]"), bytes[index] != UInt8(ascii: "[")
            { index += 1 }
            let word = String(decoding: bytes[start..<index], as: UTF8.self)
            guard Double(word) != nil else {
                throw fault("'\(word.prefix(40))'", "a number, a text in quotes or a list")
            }
            return .number(word)
        }
    }

    private mutating func text() throws(ExchangeError) -> String {
        let begin = line
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            if bytes[index] == UInt8(ascii: "\n") { line += 1 }
            index += 1
        }
        guard index < bytes.count else {
            throw .malformed(
                file: file, place: "line \(begin)", found: "a text without end",
                expected: "a quotation mark after it")
        }
        defer { index += 1 }
        return Self.unescaped(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    /// The text with its references replaced; one that is not known stands as it is.
    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        let named = ["quot": "\"", "amp": "&", "lt": "<", "gt": ">", "apos": "'"]
        return text.replacing(/&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[a-z]+);/) { match in
            let name = match.1
            if let character = named[String(name)] { return character }
            let isHexadecimal = name.hasPrefix("#x")
            if name.hasPrefix("#"),
                let number = UInt32(
                    name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
                let scalar = Unicode.Scalar(number)
            {
                return String(Character(scalar))
            }
            return String(match.0)
        }
    }

    private mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"):
                line += 1
                index += 1
            case 0...UInt8(ascii: " "): index += 1
            case UInt8(ascii: "#"):
                while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            default: return
            }
        }
    }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
            || byte == UInt8(ascii: "_")
    }

    private func found(at start: Int) -> String {
        "'\(String(decoding: bytes[start...].prefix(20).prefix { $0 != 0x0a }, as: UTF8.self))'"
    }

    private func fault(_ found: String, _ expected: String) -> ExchangeError {
        .malformed(file: file, place: "line \(line)", found: found, expected: expected)
    }
}
