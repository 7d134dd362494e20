import TOMLKit

/// A table of a TOML file with the place at which it stands, for messages.
struct TOMLSection {
    private let table: TOMLTable
    private let file: String

    /// Where it stands, such as `[[shell]] 2`; empty for the file itself.
    private let place: String

    /// Reads a file.
    ///
    /// - Throws: ``ExchangeError/malformed(file:place:found:expected:)`` with the line for what is no
    ///   TOML.
    init(_ bytes: [UInt8], file: String) throws(ExchangeError) {
        self.file = file
        place = ""
        try Self.checkTableNames(in: bytes, file: file)
        do {
            table = try TOMLTable(string: String(decoding: bytes, as: UTF8.self))
        } catch {
            let fault = error as? TOMLParseError
            throw .malformed(
                file: file, place: fault.map { "line \($0.source.begin.line)" },
                found: fault.map { "what is no TOML (\($0.description))" } ?? "what is no TOML",
                expected: "a configuration of Celestial")
        }
    }

    /// Makes sure that a name follows the bracket with which a line begins: the parser takes that for granted
    /// and ends the process where it is not so.
    private static func checkTableNames(in bytes: [UInt8], file: String) throws(ExchangeError) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            var rest = line.drop { $0 <= UInt8(ascii: " ") || $0 >= 0x7f }
            for _ in 0..<2 where rest.first == UInt8(ascii: "[") {
                rest = rest.dropFirst().drop { $0 == UInt8(ascii: " ") || $0 == 0x09 }
            }
            guard rest.startIndex > line.startIndex, line[..<rest.startIndex].contains(bracket)
            else { continue }
            guard let first = rest.first, isNameByte(first) || first == UInt8(ascii: "]") else {
                throw .malformed(
                    file: file, place: "line \(index + 1)", found: "a bracket without a name",
                    expected: "the name of a table, such as [network_params]")
            }
        }
    }

    private static let bracket = UInt8(ascii: "[")

    /// Whether a bare or a quoted name may begin so.
    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
            || "_-\"'".utf8.contains(byte)
    }

    private init(_ table: TOMLTable, file: String, place: String) {
        self.table = table
        self.file = file
        self.place = place
    }

    /// Makes sure that there is no key but some.
    ///
    /// - Throws: ``ExchangeError/malformed(file:place:found:expected:)`` with the nearest known key.
    func require(only known: [String]) throws(ExchangeError) {
        for key in table.keys.sorted() where !known.contains(key) {
            let nearest = EditDistance.nearest(to: key, among: known)
            throw malformed(
                nil, found: "a key '\(key)'",
                expected: nearest ?? "one of \(known.joined(separator: ", "))")
        }
    }

    /// Whether there is a key.
    func has(_ key: String) -> Bool { table[key] != nil }

    /// A number in a range; whole numbers count as well.
    func number(_ key: String, in range: ClosedRange<Double>) throws(ExchangeError) -> Double {
        let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
        guard let value = table[key] else {
            throw malformed(key, found: "nothing", expected: expected)
        }
        guard let number = value.double ?? value.int.map(Double.init), range.contains(number) else {
            throw malformed(key, found: "'\(value.debugDescription)'", expected: expected)
        }
        return number
    }

    /// A whole number in a range.
    func integer(_ key: String, in range: ClosedRange<Int>) throws(ExchangeError) -> Int {
        let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let value = table[key] else {
            throw malformed(key, found: "nothing", expected: expected)
        }
        guard let number = value.int, range.contains(number) else {
            throw malformed(key, found: "'\(value.debugDescription)'", expected: expected)
        }
        return number
    }

    /// A text.
    func text(_ key: String, expected: String) throws(ExchangeError) -> String {
        guard let text = table[key]?.string else {
            throw malformed(
                key, found: table[key].map { "'\($0.debugDescription)'" } ?? "nothing",
                expected: expected)
        }
        return text
    }

    /// A table within this one; `nil` where there is none.
    func section(_ key: String) throws(ExchangeError) -> TOMLSection? {
        guard let value = table[key] else { return nil }
        guard let inner = value.table else {
            throw malformed(key, found: "'\(value.debugDescription)'", expected: "a table")
        }
        return TOMLSection(
            inner, file: file, place: place.isEmpty ? "[\(key)]" : "\(place), [\(key)]")
    }

    /// The tables of a list; none where there is no such key.
    func sections(_ key: String) throws(ExchangeError) -> [TOMLSection] {
        guard let value = table[key] else { return [] }
        guard let list = value.array else {
            throw malformed(key, found: "'\(value.debugDescription)'", expected: "[[\(key)]]")
        }
        var sections: [TOMLSection] = []
        for element in list {
            guard let inner = element.table else {
                throw malformed(
                    key, found: "'\(element.debugDescription)'", expected: "[[\(key)]]")
            }
            sections.append(
                TOMLSection(inner, file: file, place: "[[\(key)]] \(sections.count + 1)"))
        }
        return sections
    }

    /// The error of a key, or of the table where it is `nil`.
    func malformed(_ key: String?, found: String, expected: String) -> ExchangeError {
        let parts = [place, key ?? ""].filter { !$0.isEmpty }
        return .malformed(
            file: file, place: parts.isEmpty ? nil : parts.joined(separator: ", "), found: found,
            expected: expected)
    }
}
