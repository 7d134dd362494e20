import Foundation
import TestSupport
import Testing

/// The rows of a fixture table, by column name.
struct CSVFixture {
    let rows: [[String: String]]

    init(_ name: String) throws {
        let file = SharedData.checkout.appending(path: "Tests/OrbitsTests/Fixtures/\(name)")
        try self.init(text: String(decoding: Data(contentsOf: file), as: UTF8.self))
    }

    /// Lines that begin with `#` are left out; a comma within quotes separates nothing.
    init(text: String) throws {
        let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
        let header = try #require(lines.first).split(separator: ",").map(String.init)
        rows = lines.dropFirst().map { line in
            let cells = Self.cells(of: line)
            return Dictionary(zip(header, cells)) { first, _ in first }
        }
    }

    private static func cells(of line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}

extension [String: String] {
    /// The numbers of some columns of a row.
    func numbers(_ columns: String) throws -> [Double] {
        try columns.split(separator: " ").map { column in
            try #require(self[String(column)].flatMap(Double.init), "column \(column)")
        }
    }

    /// The number of a column of a row.
    func number(_ column: String) throws -> Double { try numbers(column)[0] }

    /// The vector of three columns of a row.
    func vector(_ columns: String) throws -> SIMD3<Double> {
        let v = try numbers(columns)
        return SIMD3(v[0], v[1], v[2])
    }
}
