extension ScenarioTree {
    /// YAML that reads as this tree: a line for each key at the top, and what it holds in flow style.
    var canonicalText: String {
        guard case .mapping(let entries) = self else { return flowText + "\n" }
        var text = ""
        for entry in entries {
            Self.append(entry.key, to: &text)
            text += ": "
            entry.value.append(to: &text)
            text += "\n"
        }
        return entries.isEmpty ? "{}\n" : text
    }

    /// YAML on one line.
    var flowText: String {
        var text = ""
        append(to: &text)
        return text
    }

    private func append(to text: inout String) {
        switch self {
        case .scalar(let scalar):
            Self.append(scalar, to: &text)
        case .list(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += ", " }
                item.append(to: &text)
            }
            text += "]"
        case .mapping(let entries):
            text += "{"
            for (index, entry) in entries.enumerated() {
                text += index > 0 ? ", " : " "
                Self.append(entry.key, to: &text)
                text += ": "
                entry.value.append(to: &text)
            }
            text += entries.isEmpty ? "}" : " }"
        }
    }

    /// Appends a scalar: bare where no reader could take it for anything else, quoted otherwise.
    private static func append(_ scalar: String, to text: inout String) {
        if isPlain(scalar) {
            text += scalar
            return
        }
        text += "\""
        for unicode in scalar.unicodeScalars {
            switch unicode {
            case "\"", "\\": text += "\\\(unicode)"
            case " "..."~": text.unicodeScalars.append(unicode)
            default:
                let digits = String(unicode.value, radix: 16)
                text += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        text += "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        func isWord(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        func isInner(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "+"),
                UInt8(ascii: "-"):
                true
            default: isWord(byte)
            }
        }
        var bytes = text.utf8[...]
        if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        guard let first = bytes.first, let last = bytes.last, isWord(first), isWord(last) else {
            return false
        }
        return bytes.allSatisfy(isInner)
    }
}
