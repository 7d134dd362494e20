import Orbits

/// OMM as JSON: an array of objects, or objects one after the other.
///
/// CelesTrak writes numbers as numbers and Space-Track as strings; both are kept as the text that
/// they are, so that a number is rounded once and a fault is named in its line.
enum OMMJSON {
    static func read(_ source: SourceText, into collector: inout ElementCollector) {
        var scanner = JSONScanner(source)
        do {
            while scanner.skipBlanks() {
                if scanner.skip("[") {
                    try readArray(&scanner, into: &collector)
                } else {
                    try readItem(&scanner, into: &collector)
                }
            }
        } catch {
            collector.reject(
                line: error.line, found: error.found,
                expected: error.expected + "; what follows is not read")
        }
    }

    private static func readArray(
        _ scanner: inout JSONScanner, into collector: inout ElementCollector
    ) throws(OMMFault) {
        if scanner.skip("]") { return }
        repeat {
            try readItem(&scanner, into: &collector)
        } while scanner.skip(",")
        try scanner.require("]", "a comma or the ] of the array")
    }

    private static func readItem(
        _ scanner: inout JSONScanner, into collector: inout ElementCollector
    ) throws(OMMFault) {
        _ = scanner.skipBlanks()
        let line = scanner.line
        guard scanner.skip("{") else {
            let value = try scanner.value()
            let found = value.text.map(ASCII.quoted) ?? "an array"
            collector.reject(line: line, found: found, expected: "an object of OMM keys")
            return
        }
        var message = OMMMessage(line: line)
        if !scanner.skip("}") {
            repeat {
                _ = scanner.skipBlanks()
                let keyLine = scanner.line
                let word = try scanner.string()
                try scanner.require(":", "a colon after the key \(ASCII.quoted(word))")
                let value = try scanner.value()
                guard let key = OMMKey(word) else { continue }
                switch value {
                case .text(let text): message.set(key, to: text, line: keyLine)
                case .null: message.set(key, to: [], line: keyLine)
                case .nested:
                    message.note(
                        keyLine, "an array or object as \(key.keyword)", "a string or a number")
                }
            } while scanner.skip(",")
            try scanner.require("}", "a comma or the } of the object")
        }
        collector.take(message)
    }
}
