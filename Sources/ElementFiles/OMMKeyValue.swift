import Orbits

/// OMM in keyword = value notation; a file may hold several, each from its `CCSDS_OMM_VERS` on.
enum OMMKeyValue {
    /// Whether the first line that is neither blank nor a comment is an upper-case word and `=`.
    static func recognises(_ text: SourceText) -> Bool {
        for (_, line) in text.lines {
            let line = ASCII.trimmed(line)
            if line.isEmpty || isComment(line) { continue }
            guard let (word, _) = split(line) else { return false }
            return OMMKey(word) != nil || others.contains(String(decoding: word, as: UTF8.self))
        }
        return false
    }

    static func read(_ source: SourceText, into collector: inout ElementCollector) {
        var message: OMMMessage?
        for (number, text) in source.lines {
            let line = ASCII.trimmed(text)
            if line.isEmpty || isComment(line) { continue }
            guard let (word, value) = split(line) else {
                collector.reject(
                    line: number, found: "the line \(ASCII.quoted(line))",
                    expected: "KEYWORD = value, or COMMENT and a text")
                continue
            }
            if word.elementsEqual("CCSDS_OMM_VERS".utf8), let complete = message {
                collector.take(complete)
                message = nil
            }
            var current = message ?? OMMMessage(line: number)
            if let key = OMMKey(word) {
                let (text, unit) = withoutUnit(value)
                current.set(key, to: text, unit: unit, line: number)
            }
            message = current
        }
        if let message { collector.take(message) }
    }

    private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.starts(with: "COMMENT".utf8) else { return false }
        guard let next = line.dropFirst(7).first else { return true }
        return next <= UInt8(ascii: " ")
    }

    private static func split(
        _ line: ArraySlice<UInt8>
    ) -> (word: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
        guard let sign = line.firstIndex(of: UInt8(ascii: "=")) else { return nil }
        let word = ASCII.trimmed(line[..<sign])
        let isWord = word.allSatisfy { byte in
            byte == UInt8(ascii: "_") || byte.digitValue != nil || (0x41...0x5a).contains(byte)
        }
        guard isWord, !word.isEmpty else { return nil }
        return (word, ASCII.trimmed(line[(sign + 1)...]))
    }

    /// Takes `[deg]` off the end of a value.
    private static func withoutUnit(
        _ value: ArraySlice<UInt8>
    ) -> (text: ArraySlice<UInt8>, unit: ArraySlice<UInt8>?) {
        guard value.last == UInt8(ascii: "]"), let open = value.lastIndex(of: UInt8(ascii: "["))
        else { return (value, nil) }
        return (value[..<open], ASCII.trimmed(value[(open + 1)...].dropLast()))
    }

    /// Keys with which a message may begin besides those of an element set.
    private static let others: Set = [
        "CCSDS_OMM_VERS", "CREATION_DATE", "ORIGINATOR", "MESSAGE_ID", "CLASSIFICATION",
    ]
}
