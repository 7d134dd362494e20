import Results

/// The lines of a text file of another program, and what is wrong with them.
struct ExchangeLines {
    private let file: String
    private let lines: [Substring]

    /// Reads a file; empty lines at the end do not count.
    init(_ path: String) throws(InputError) {
        file = path
        let text = String(decoding: try InputFile.bytes(of: path), as: UTF8.self)
        // A line that ends by both characters ends by one Character.
        var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        while lines.last?.isEmpty == true { lines.removeLast() }
        self.lines = lines
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
    func value(of key: String) throws(ExchangeError) -> Double {
        for line in lines where line.hasPrefix(key + "=") {
            if let value = Double(line.dropFirst(key.count + 1)), value > 0 { return value }
        }
        throw malformed(0, expected: "a line \(key)= with a positive number")
    }

    /// The error of a line.
    func malformed(_ line: Int, found: String? = nil, expected: String) -> ExchangeError {
        .malformed(
            file: file, place: "line \(line + 1)",
            found: found ?? "'\(self[line].prefix(80))'", expected: expected)
    }
}
