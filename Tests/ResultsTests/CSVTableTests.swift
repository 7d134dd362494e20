import Foundation
import TestSupport
import Testing

@testable import Results

struct CSVTableTests {
    private func table(_ text: String) throws(CSVError) -> CSVTable {
        try CSVTable(bytes: Array(text.utf8), file: "cities.csv")
    }

    @Test(arguments: [
        "name,latitude_deg\nManila,14.5\n\"Rio, RJ\",-22.9\n",
        "name,latitude_deg\r\nManila,14.5\r\n\"Rio, RJ\",-22.9",
        "\u{FEFF}name,latitude_deg\n\nManila,14.5\n\r\n\"Rio, RJ\",\"-22.9\"\n\n",
    ])
    func formsOfTheSameTable(text: String) throws {
        let table = try table(text)
        #expect(table.header == ["name", "latitude_deg"])
        #expect(try table.strings("name") == ["Manila", "Rio, RJ"])
        #expect(try table.doubles("latitude_deg") == [14.5, -22.9])
    }

    @Test func linesAreCountedThroughQuotedLineEnds() throws {
        let table = try table("a,b\n\"x\ny\",1\n\n2,z\n")
        #expect(table.line(ofRow: 0) == 2)
        #expect(table.line(ofRow: 1) == 5)
        #expect(
            throws: CSVError.badCell(
                file: "cities.csv", line: 5, column: "b", found: "z", expected: "a number")
        ) { try table.doubles("b") }
    }

    @Test(arguments: [
        ("", CSVError.empty(file: "cities.csv")),
        ("\n\n", .empty(file: "cities.csv")),
        ("a,b\n1\n", .raggedRow(file: "cities.csv", line: 2, found: 1, expected: 2)),
        ("a,b\n1,2\n1,2,3\n", .raggedRow(file: "cities.csv", line: 3, found: 3, expected: 2)),
        ("a,b,a\n", .duplicateColumn(file: "cities.csv", column: "a")),
        ("a\n1\"2\n", .strayQuote(file: "cities.csv", line: 2)),
        ("a\n\"1\"2\n", .strayQuote(file: "cities.csv", line: 2)),
        ("a\n1\n\"2\n3\n", .openQuote(file: "cities.csv", line: 3)),
        ("a\nx\0y\n", .notText(file: "cities.csv", line: 2)),
    ])
    func faults(text: String, error: CSVError) {
        #expect(throws: error) { try table(text) }
        #expect(error.exitStatus == .badData)
    }

    @Test func bytesThatAreNoText() {
        let bytes = Array("a,b\n1,2\n".utf8) + [0xFF, 0xFE, UInt8(ascii: "\n")]
        #expect(throws: CSVError.notText(file: "t", line: 3)) {
            try CSVTable(bytes: bytes, file: "t")
        }
    }

    @Test(arguments: [
        "1", "-1", "+1.5", ".5", "5.", "1e3", "1E-3", "-0.0", "0001", "1e-400",
        "179769313486231570000000000000000000000e270",
    ])
    func numbers(text: String) throws {
        #expect(try table("x\n\(text)\n").doubles("x") == [try #require(Double(text))])
    }

    @Test(arguments: [
        "nan", "NaN", "inf", "-inf", "infinity", "0x10", "0x1p3", "1e999", "1,5", "1 2",
        "1_000",
        "e5", ".", "-", "+", "1e", "1e+", "--1", "1.2.3", "١", "one",
    ])
    func textsThatAreNoNumbers(text: String) throws {
        let table = try table("x,y\n\"\(text)\",1\n")
        #expect(
            throws: CSVError.badCell(
                file: "cities.csv", line: 2, column: "x", found: text, expected: "a number")
        ) { try table.doubles("x") }
    }

    @Test func notANumberWhereAllowed() throws {
        let table = try table("x\nnan\nNaN\n-inf\n+INF\n")
        let values = try table.doubles("x", allowing: [.nan, .infinity])
        #expect(values[0].isNaN && values[1].isNaN)
        #expect(Array(values[2...]) == [-.infinity, .infinity])
        #expect(throws: CSVError.self) { try table.doubles("x", allowing: .nan) }
    }

    @Test func wholeNumbers() throws {
        let table = try table("x,y\n-3,\n7,9\n")
        #expect(try table.ints("x") == [-3, 7])
        #expect(try table.optionalInts("y") == [nil, 9])
        #expect(throws: CSVError.self) { try table.ints("y") }
        #expect(throws: CSVError.self) { try self.table("x\n1.0\n").ints("x") }
        #expect(throws: CSVError.self) { try self.table("x\n99999999999999999999\n").ints("x") }
    }

    @Test func aMissingColumnIsNamedBesideThoseThatAreThere() throws {
        let error = #expect(throws: CSVError.self) { try table("a,b\n").strings("rtt_ms") }
        #expect(error?.message == "cities.csv has no column 'rtt_ms'; its columns are a, b")
    }

    @Test func filesThatCannotBeRead() throws {
        let scratch = try TemporaryFolder()
        let missing = scratch.path + "/none.csv"
        #expect(throws: CSVError.input(.missing(path: missing))) {
            try CSVTable(contentsOf: missing)
        }
        #expect(throws: CSVError.input(.notAFile(path: scratch.path))) {
            try CSVTable(contentsOf: scratch.path)
        }
        #expect(throws: CSVError.input(.notAFile(path: "/dev/zero"))) {
            try CSVTable(contentsOf: "/dev/zero")
        }
        #expect(CSVError.input(.missing(path: missing)).exitStatus == .missingInput)
    }

    /// Whatever the bytes are, the reader answers with a table or an error, and a table is whole.
    @Test func arbitraryBytes() {
        var random = SeededGenerator(seed: 3)
        let alphabet: [UInt8] = Array("a1,,\"\"\n\r".utf8) + [0, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF]
        var tables = 0
        for _ in 0..<5_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            guard let table = try? CSVTable(bytes: bytes, file: "t") else { continue }
            tables += 1
            for column in table.header {
                #expect((try? table.strings(column))?.count == table.rowCount)
            }
        }
        #expect(tables > 100)
    }
}
