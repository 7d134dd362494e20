import Results

/// The lines of one of Hypatia's files, and what is wrong with them.
struct HypatiaLines {
    private let file: String
    private let lines: [Substring]

    /// Reads a file; an empty line at the end does not count.
    init(_ path: String) throws(InputError) {
        file = path
        let text = String(decoding: try InputFile.bytes(of: path), as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines.map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    }

    /// The number of lines.
    var count: Int { lines.count }

    /// A line, counted from 0; empty beyond the end.
    subscript(line: Int) -> String { line < lines.count ? String(lines[line]) : "" }

    /// The fields of a line.
    func fields(_ line: Int, separatedBy separator: Character) -> [String] {
        self[line].split(separator: separator, omittingEmptySubsequences: separator == " ")
            .map(String.init)
    }

    /// The number after `key=`.
    func value(of key: String) throws(HypatiaError) -> Double {
        for line in lines where line.hasPrefix(key + "=") {
            if let value = Double(line.dropFirst(key.count + 1)), value > 0 { return value }
        }
        throw malformed(0, expected: "a line \(key)= with a positive number")
    }

    /// The error of a line.
    func malformed(_ line: Int, found: String? = nil, expected: String) -> HypatiaError {
        .malformed(
            file: file, line: line + 1, found: found ?? "'\(self[line])'", expected: expected)
    }
}
