/// Texts of many TLEs with or without names, also those of Space-Track (`0 NAME`) and those with comments
/// (`#`).
///
/// A set whose first or second line is wrong is one rejection; a line that belongs to no set is one
/// as well. After either the next line is looked at afresh, so that no valid set is lost.
package enum TLEText {
    /// What a line is by its beginning.
    private enum Kind {
        case first, second, comment, text

        init(_ line: ArraySlice<UInt8>) {
            guard let digit = line.first else {
                self = .comment
                return
            }
            if digit == UInt8(ascii: "#") {
                self = .comment
            } else if digit == UInt8(ascii: "1"), Self.isNumbered(line) {
                self = .first
            } else if digit == UInt8(ascii: "2"), Self.isNumbered(line) {
                self = .second
            } else {
                self = .text
            }
        }

        /// Whether a blank and a catalogue number follow the digit, or more text than a name has.
        private static func isNumbered(_ line: ArraySlice<UInt8>) -> Bool {
            let rest = line.dropFirst()
            guard let blank = rest.first, blank <= UInt8(ascii: " ") else { return false }
            let longestName = 24
            if rest.count > longestName { return true }
            let field = String(decoding: rest.dropFirst().prefix(5), as: UTF8.self)
            return CatalogNumber(alpha5: field) != nil
        }
    }

    /// Whether any line looks like one of an element set.
    package static func recognises(_ text: SourceText) -> Bool {
        text.lines.contains { line in
            switch Kind(ASCII.trimmed(line.text)) {
            case .first, .second: true
            case .comment, .text: false
            }
        }
    }

    /// Something that is no element set: its line, what was found there, what was expected, and both in
    /// a sentence where there is a better one than these two give.
    package typealias Fault = (line: Int, found: String, expected: String, message: String?)

    /// Reads all sets in order.
    ///
    /// - Parameters:
    ///   - source: The text.
    ///   - allowBadChecksum: Whether a wrong or missing checksum digit is accepted.
    ///   - accept: Called with each element set.
    ///   - reject: Called with each part that is none.
    /// - Returns: Whether any set has a name.
    package static func read(
        _ source: SourceText, allowBadChecksum: Bool, accept: (ElementSet) -> Void,
        reject: (Fault) -> Void
    ) -> Bool {
        var hasNames = false
        var name: (number: Int, text: ArraySlice<UInt8>)?
        var first: (number: Int, text: ArraySlice<UInt8>)?
        for line in source.lines {
            let text = ASCII.trimmed(line.text)
            let kind = Kind(text)
            if kind == .comment { continue }
            if let open = first, kind != .second {
                reject(unfinished(open.number))
                name = nil
                first = nil
            }
            switch kind {
            case .comment: break
            case .text:
                rejectStray(name, reject)
                name = (line.number, text)
            case .first: first = (line.number, text)
            case .second:
                guard let open = first else {
                    rejectStray(name, reject)
                    name = nil
                    reject(
                        (
                            line.number, "line 2 of a TLE without its line 1", "line 1 before it",
                            nil
                        ))
                    continue
                }
                do {
                    let set = try TLE.read(
                        line1: open.text, line2: text, name: Self.name(name?.text),
                        allowBadChecksum: allowBadChecksum)
                    accept(set)
                    hasNames = hasNames || name != nil
                } catch {
                    reject(
                        (
                            error.line == 2 ? line.number : open.number, error.found,
                            error.expected, error.message
                        ))
                }
                name = nil
                first = nil
            }
        }
        if let open = first {
            reject(unfinished(open.number))
        } else {
            rejectStray(name, reject)
        }
        return hasNames
    }

    /// The name of a line, without the `0 ` that Space-Track puts before it.
    private static func name(_ text: ArraySlice<UInt8>?) -> String {
        guard let text else { return "" }
        let isNumbered =
            text.first == UInt8(ascii: "0") && text.dropFirst().first == UInt8(ascii: " ")
        return String(decoding: isNumbered ? text.dropFirst(2) : text, as: UTF8.self)
    }

    private static func rejectStray(
        _ line: (number: Int, text: ArraySlice<UInt8>)?, _ reject: (Fault) -> Void
    ) {
        guard let line else { return }
        reject(
            (
                line.number, "the text \(ASCII.quoted(line.text))",
                "a TLE after it, whose name it would be", nil
            ))
    }

    private static func unfinished(_ line: Int) -> Fault {
        (line, "line 1 of a TLE without its line 2", "line 2 after it", nil)
    }
}
