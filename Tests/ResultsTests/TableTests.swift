import Foundation
import TestSupport
import Testing

@testable import Results

struct TableTests {
    @Test func numbersAreReadBackExactly() throws {
        var buffer = RowBuffer()
        var random = SeededGenerator(seed: 11)
        var doubles: [Double] = [
            0, -0.0, 5, 0.1, 1e300, 5e-324, .greatestFiniteMagnitude, -1e16, .nan, -.nan,
        ]
        while doubles.count < 2_000 {
            let value = Double(bitPattern: random.next())
            if value.isFinite { doubles.append(value) }
        }
        let ints = doubles.indices.map { _ in Int(truncatingIfNeeded: random.next()) }
        for (double, int) in zip(doubles, ints) { buffer.row(double, int) }
        let table = try CSVTable(bytes: Array("d,i\n".utf8) + buffer.bytes, file: "t")
        let read = try table.doubles("d", allowing: .nan)
        #expect(zip(read, doubles).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
        #expect(read[1].sign == .minus)
        #expect(try table.ints("i") == ints)
    }

    @Test func extremeIntegers() {
        var buffer = RowBuffer()
        buffer.row(Int.min, Int.max, 0, -7)
        #expect(
            String(decoding: buffer.bytes, as: UTF8.self)
                == "-9223372036854775808,9223372036854775807,0,-7\n")
    }

    @Test func quotesOnlyWhereNeeded() {
        var buffer = RowBuffer()
        buffer.row("plain", "a b", "é;'", "a,b", "say \"hi\"", "two\nlines", "", Double.nan)
        #expect(
            String(decoding: buffer.bytes, as: UTF8.self)
                == "plain,a b,é;',\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,nan\n")
    }

    @Test(arguments: [1, 2, 3, 7])
    func textsAreReadBack(width: Int) throws {
        var random = SeededGenerator(seed: UInt64(width))
        let alphabet = Array("ab,\"\n\r \t;é☃'#𝛼")
        let columns = (0..<width).map { "c\($0)" }
        var buffer = RowBuffer()
        var rows: [[String]] = []
        for column in columns { buffer.append(column) }
        buffer.endRow()
        for _ in 0..<500 {
            let row = columns.map { _ in
                String(
                    (0..<Int.random(in: 0...6, using: &random)).map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    })
            }
            for cell in row { buffer.append(cell) }
            buffer.endRow()
            rows.append(row)
        }
        let table = try CSVTable(bytes: buffer.bytes, file: "t")
        #expect(table.rowCount == 500)
        for (index, column) in columns.enumerated() {
            // By bytes: String equality would take canonically equivalent texts for one.
            #expect(
                try table.strings(column).map { Array($0.utf8) }
                    == rows.map { Array($0[index].utf8) })
        }
    }

    @Test func blocksMakeTheSameBytesAsRows() throws {
        let scratch = try TemporaryFolder()
        let folder = try ResultFolder(at: scratch.path + "/out")
        let byRow = try folder.table("rows.csv", columns: ["i", "x", "s"])
        let byBlock = try folder.table("blocks.csv", columns: ["i", "x", "s"])
        for block in 0..<40 {
            var buffer = RowBuffer()
            for i in block * 500..<(block + 1) * 500 {
                buffer.row(i, Double(i) / 7, "name-\(i)")
                try byRow.row(i, Double(i) / 7, "name-\(i)")
            }
            try byBlock.append(buffer)
        }
        #expect(byRow.rows == 20_000)
        try folder.finish(Manifest(program: "helio-test"))
        let text = try scratch.text("out/rows.csv")
        #expect(text.utf8.count > 400_000)
        #expect(try scratch.text("out/blocks.csv") == text)
        let manifest = try scratch.text("out/manifest.json")
        #expect(manifest.components(separatedBy: SHA256.hex(of: text)).count == 3)
    }

    @Test func raggedRowsAreRefused() throws {
        let scratch = try TemporaryFolder()
        let folder = try ResultFolder(at: scratch.path + "/out")
        let table = try folder.table("t.csv", columns: ["a", "b"])
        try table.row(1, 2)
        #expect(throws: ResultError.raggedRow(table: "t.csv", row: 2, found: 1, expected: 2)) {
            try table.row(3)
        }
        var odd = RowBuffer()
        odd.row(1, 2)
        odd.row(1, 2, 3)
        #expect(throws: ResultError.raggedRow(table: "t.csv", row: 3, found: 3, expected: 2)) {
            try table.append(odd)
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"))
    func aFullDiskIsSeen() throws {
        #expect(
            throws: ResultError.cannotWrite(path: "/dev/full", action: "write", code: ENOSPC)
        ) { try TableWriter(path: "/dev/full", name: "t.csv", columns: ["x"]) }
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func aFolderWithoutPermissionIsSeen() throws {
        let scratch = try TemporaryFolder()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o555], ofItemAtPath: scratch.path)
        #expect(throws: ResultError.self) { try ResultFolder(at: scratch.path + "/out") }
    }
}
