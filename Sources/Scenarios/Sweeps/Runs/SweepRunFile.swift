import Results

/// The file of a run: one line that tells what follows, and the kept tables one after another.
///
/// ```
/// heliograph-run-1 SHA-256-of-the-rest summary=417
/// source,destination,...
/// ```
enum SweepRunFile {
    static let format = "heliograph-run-1"

    /// The longest first line [bytes].
    static let longestHead = 512

    /// The bytes of the file.
    static func bytes(_ tables: [SweepTable: RowBuffer], keep: [SweepTable]) -> [UInt8] {
        var body: [UInt8] = []
        var sizes = ""
        for table in keep {
            let bytes = tables[table]?.bytes ?? []
            sizes += " \(table.rawValue)=\(bytes.count)"
            body += bytes
        }
        return Array("\(format) \(SHA256.hex(of: body))\(sizes)\n".utf8) + body
    }

    /// What the first line tells; `nil` for a line that is none.
    private static func head(
        _ bytes: ArraySlice<UInt8>
    ) -> (size: Int, hash: Substring, tables: [(SweepTable, Int)])? {
        let line = bytes.prefix(longestHead)
        guard let end = line.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let text = String(decoding: line[..<end], as: UTF8.self)
        let words = text.split(separator: " ")
        guard words.count >= 3, words[0] == format else { return nil }
        var tables: [(SweepTable, Int)] = []
        for word in words.dropFirst(2) {
            let parts = word.split(separator: "=")
            guard parts.count == 2, let table = SweepTable(rawValue: String(parts[0])),
                let size = Int(parts[1]), (0...Int.max / 8).contains(size)
            else { return nil }
            tables.append((table, size))
        }
        return (end - bytes.startIndex + 1, words[1], tables)
    }

    /// Whether a file that begins so is of the size that its first line tells.
    static func isWhole(beginning: ArraySlice<UInt8>, size: Int) -> Bool {
        guard let head = head(beginning) else { return false }
        return head.tables.reduce(head.size) { $0 + $1.1 } == size
    }

    /// The tables of a file, as CSV; `nil` for a file that is damaged.
    static func tables(_ bytes: [UInt8]) -> [SweepTable: [UInt8]]? {
        guard isWhole(beginning: bytes[...], size: bytes.count), let head = head(bytes[...]),
            SHA256.hex(of: Array(bytes[head.size...])) == head.hash
        else { return nil }
        var tables: [SweepTable: [UInt8]] = [:]
        var start = head.size
        for (table, size) in head.tables {
            tables[table] = Array(bytes[start..<start + size])
            start += size
        }
        return tables
    }
}
