import Orbits

/// Reads XML from its bytes, tag by tag, and knows the line.
///
/// It reads what NDM/XML consists of: elements, attributes, text, CDATA, comments, processing
/// instructions, a document type, the five named entities and character references. Entities that
/// a document declares are not known to it, so that none can fetch a file or grow without bound.
/// Foundation's parser is not used because it traps on names that are no UTF-8.
package struct XMLScanner {
    /// What comes next in a document.
    package enum Event {
        /// An element begins; the name is without its prefix.
        case start(name: ArraySlice<UInt8>, units: ArraySlice<UInt8>?)
        /// An element ends.
        case end(name: ArraySlice<UInt8>)
        /// Text between tags, its references replaced.
        case text(ArraySlice<UInt8>)
    }

    /// The line of the last event.
    package private(set) var line: Int

    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var counted: Int
    private var open: [ArraySlice<UInt8>] = []
    private var hasRoot = false
    private var isEmptyElement = false

    /// Creates a scanner at the beginning of a text.
    package init(_ source: SourceText) {
        bytes = source.bytes
        index = bytes.startIndex
        counted = index
        line = source.firstLine
    }

    /// The next event, or `nil` at the end of a well-formed document.
    package mutating func next() throws(OMMFault) -> Event? {
        if isEmptyElement, let name = open.popLast() {
            isEmptyElement = false
            return .end(name: Self.localName(name))
        }
        while index < bytes.endIndex {
            countLines()
            guard bytes[index] == UInt8(ascii: "<") else {
                if let text = try text() { return .text(text) }
                continue
            }
            if starts("<!--") {
                try skip(past: "-->")
            } else if starts("<![CDATA[") {
                let start = index + 9
                try skip(past: "]]>")
                guard !open.isEmpty else { throw fault("an element around it") }
                return .text(bytes[start..<(index - 3)])
            } else if starts("<?") {
                try skip(past: "?>")
            } else if starts("<!DOCTYPE") {
                try skipDocumentType()
            } else if starts("</") {
                return try endTag()
            } else {
                return try startTag()
            }
        }
        countLines()
        guard open.isEmpty, hasRoot else { throw fault("</\(Self.text(open.last))>") }
        return nil
    }

    private mutating func startTag() throws(OMMFault) -> Event {
        guard !open.isEmpty || !hasRoot else { throw fault("nothing after the root element") }
        index += 1
        let name = try name()
        var units: ArraySlice<UInt8>?
        while true {
            let hasBlank = skipBlanks()
            guard index < bytes.endIndex else { throw fault("> at the end of a tag") }
            if bytes[index] == UInt8(ascii: ">") {
                index += 1
                break
            }
            if starts("/>") {
                index += 2
                isEmptyElement = true
                break
            }
            guard hasBlank else { throw fault("a blank or > in a tag") }
            let attribute = try self.name()
            let value = try attributeValue()
            if attribute.elementsEqual("units".utf8) { units = value }
        }
        hasRoot = true
        open.append(name)
        return .start(name: Self.localName(name), units: units)
    }

    private mutating func endTag() throws(OMMFault) -> Event {
        guard let expected = open.last else { throw fault("no end tag here") }
        let start = index
        index += 2
        let name = try name()
        _ = skipBlanks()
        guard name == expected, index < bytes.endIndex, bytes[index] == UInt8(ascii: ">") else {
            index = start
            throw fault("</\(Self.text(expected))>")
        }
        index += 1
        open.removeLast()
        return .end(name: Self.localName(name))
    }

    private mutating func attributeValue() throws(OMMFault) -> ArraySlice<UInt8> {
        _ = skipBlanks()
        guard starts("=") else { throw fault("= after the name of an attribute") }
        index += 1
        _ = skipBlanks()
        guard index < bytes.endIndex,
            bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
        else { throw fault("the value of an attribute in quotation marks") }
        let start = index + 1
        guard let end = bytes[start...].firstIndex(of: bytes[index]),
            !bytes[start..<end].contains(UInt8(ascii: "<"))
        else { throw fault("the end of an attribute's value") }
        index = end + 1
        return bytes[start..<end]
    }

    private mutating func name() throws(OMMFault) -> ArraySlice<UInt8> {
        let start = index
        while index < bytes.endIndex, Self.isNameByte(bytes[index]) { index += 1 }
        let name = bytes[start..<index]
        guard let first = name.first, first.digitValue == nil, first != UInt8(ascii: "-"),
            first != UInt8(ascii: ".")
        else { throw fault("a name") }
        return name
    }

    /// Skips a document type and the declarations in its brackets.
    private mutating func skipDocumentType() throws(OMMFault) {
        guard !hasRoot else { throw fault("no document type after the root element") }
        var depth = 0
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = bytes[(index + 1)...].firstIndex(of: bytes[index]) else {
                    throw fault("the end of a quoted text")
                }
                index = end
            case UInt8(ascii: "<"): depth += 1
            case UInt8(ascii: ">"): depth -= 1
            default: break
            }
            index += 1
            if depth == 0 { return }
        }
        throw fault("the end of the document type")
    }

    /// Text up to the next tag with its references replaced; `nil` for blanks outside the root.
    private mutating func text() throws(OMMFault) -> ArraySlice<UInt8>? {
        let start = index
        var replaced: [UInt8]?
        while index < bytes.endIndex, bytes[index] != UInt8(ascii: "<") {
            let byte = bytes[index]
            guard byte >= UInt8(ascii: " ") || byte == 0x09 || TextLines.isLineEnd(byte) else {
                throw fault("text without control characters")
            }
            guard byte == UInt8(ascii: "&") else {
                replaced?.append(byte)
                index += 1
                continue
            }
            var text = replaced ?? Array(bytes[start..<index])
            text.append(contentsOf: try reference())
            replaced = text
        }
        let text = replaced?[...] ?? bytes[start..<index]
        guard open.isEmpty else { return text }
        guard replaced == nil, ASCII.trimmed(text).isEmpty else {
            index = start
            throw fault("a tag")
        }
        return nil
    }

    private mutating func reference() throws(OMMFault) -> [UInt8] {
        let longest = 12
        let expected = "&amp; or another reference that XML knows by itself"
        guard let end = bytes[index...].prefix(longest).firstIndex(of: UInt8(ascii: ";")) else {
            throw fault(expected)
        }
        let name = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        let text: String
        switch name {
        case "amp": text = "&"
        case "lt": text = "<"
        case "gt": text = ">"
        case "quot": text = "\""
        case "apos": text = "'"
        default:
            let isHexadecimal = name.hasPrefix("#x")
            guard name.hasPrefix("#"),
                let value = UInt32(
                    name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
                value >= 0x20 || [0x09, 0x0a, 0x0d].contains(value),
                let scalar = Unicode.Scalar(value)
            else { throw fault(expected) }
            text = String(Character(scalar))
        }
        index = end + 1
        return Array(text.utf8)
    }

    private func starts(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { bytes[index...].starts(with: $0) }
    }

    private mutating func skip(past end: StaticString) throws(OMMFault) {
        let start = index
        while index < bytes.endIndex {
            if starts(end) {
                index += end.utf8CodeUnitCount
                return
            }
            index += 1
        }
        index = start
        throw fault("\(end) after it")
    }

    private mutating func skipBlanks() -> Bool {
        let start = index
        while index < bytes.endIndex, bytes[index] <= UInt8(ascii: " ") { index += 1 }
        return index > start
    }

    private mutating func countLines() {
        while counted < index {
            if TextLines.isLineEnd(bytes[counted]), !TextLines.isPair(bytes, at: counted) {
                line += 1
            }
            counted += 1
        }
    }

    private mutating func fault(_ expected: String) -> OMMFault {
        countLines()
        let next = bytes[index...].prefix(20)
        return OMMFault(
            line: line, found: next.isEmpty ? "the end of the file" : ASCII.quoted(next),
            expected: expected)
    }

    private static func localName(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let colon = name.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return name[(colon + 1)...]
    }

    private static func text(_ name: ArraySlice<UInt8>?) -> String {
        name.map { String(ASCII.quoted($0).dropFirst().dropLast()) } ?? "omm"
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte.digitValue != nil || (0x61...0x7a).contains(byte | 0x20)
            || [UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ".")]
                .contains(byte)
    }
}
