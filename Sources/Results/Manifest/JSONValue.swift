/// A value of a JSON text, written with sorted keys so that equal values have equal bytes.
public enum JSONValue: Sendable, Hashable {
    /// `null`.
    case null

    /// `true` or `false`.
    case bool(Bool)

    /// A whole number.
    case integer(Int)

    /// A number; NaN and the infinities, which JSON lacks, are written as `null`.
    case number(Double)

    /// A text.
    case string(String)

    /// A list.
    case array([JSONValue])

    /// Values by key.
    case object([String: JSONValue])

    /// The text, indented by two spaces a level, without a line feed at the end.
    ///
    /// Keys are sorted by their UTF-8 bytes; slashes and letters beyond ASCII stand as they are.
    public var text: String {
        var text = ""
        write(to: &text, level: 0)
        return text
    }

    /// The text on one line, without blanks: for lists that are long.
    public var compactText: String {
        var text = ""
        write(to: &text, level: nil)
        return text
    }

    /// Writes the value, on a line when it has no level.
    private func write(to text: inout String, level: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += value.description
        case .number(let value): text += value.isFinite ? value.description : "null"
        case .string(let value): Self.quote(value, to: &text)
        case .array(let values):
            Self.list(values, "[", "]", to: &text, level: level) { value, text in
                value.write(to: &text, level: level.map { $0 + 1 })
            }
        case .object(let values):
            let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            Self.list(sorted, "{", "}", to: &text, level: level) { entry, text in
                Self.quote(entry.key, to: &text)
                text += level == nil ? ":" : ": "
                entry.value.write(to: &text, level: level.map { $0 + 1 })
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], _ opening: String, _ closing: String, to text: inout String,
        level: Int?, write: (Element, inout String) -> Void
    ) {
        text += opening
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if let level { text += "\n" + String(repeating: "  ", count: level + 1) }
            write(element, &text)
        }
        if let level, !elements.isEmpty { text += "\n" + String(repeating: "  ", count: level) }
        text += closing
    }

    private static func quote(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}", "\u{7f}":
                let hex = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
