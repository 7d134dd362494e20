import Orbits

/// The form in which a file writes element sets.
public enum ElementFileFormat: String, Sendable, CaseIterable {
    /// Two lines a set.
    case tle

    /// Two lines a set, and a name before some or all of them.
    case threeLine

    /// OMM keys in a header line, one row a set.
    case ommCSV

    /// An object of OMM keys, or an array of them.
    case ommJSON

    /// NDM/XML.
    case ommXML

    /// Keyword = value notation.
    case ommKVN

    /// Tells the form by the first characters, or for a TLE by the first line that looks like one.
    init?(recognising source: SourceText) {
        let text = source.bytes
        switch text.first {
        case UInt8(ascii: "<"):
            guard let next = text.dropFirst().first,
                next == UInt8(ascii: "?") || next == UInt8(ascii: "!") || Self.isLetter(next),
                !Self.isHTML(text)
            else { break }
            self = .ommXML
            return
        case UInt8(ascii: "["), UInt8(ascii: "{"):
            let next = text.dropFirst().first { $0 > UInt8(ascii: " ") }
            let expected = text.first == UInt8(ascii: "[") ? "{]" : "\"}"
            guard let next, expected.utf8.contains(next) else { break }
            self = .ommJSON
            return
        default: break
        }
        if OMMKeyValue.recognises(source) {
            self = .ommKVN
        } else if OMMTable.recognises(source) {
            self = .ommCSV
        } else if TLEText.recognises(source) {
            self = .tle
        } else {
            return nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isHTML(_ text: ArraySlice<UInt8>) -> Bool {
        let start = String(decoding: text.prefix(16), as: UTF8.self).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }
}
