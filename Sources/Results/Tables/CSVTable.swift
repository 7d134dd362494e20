import Orbits

/// A CSV table in memory: one header line, and rows of equally many cells.
///
/// Quotes after RFC 4180; line ends `\n` or `\r\n`; a byte-order mark is skipped, and so are blank
/// lines. Spaces belong to the cell; around a number they do not count. Cells are kept as bytes and
/// turned into values by column.
public struct CSVTable: Sendable {
    /// Name of the file, for messages.
    public let file: String

    /// Names of the columns, in order.
    public let header: [String]

    /// How many rows there are, the header not counted.
    public let rowCount: Int

    /// All cells, row by row, without their quotes, one after another.
    private let text: [UInt8]

    /// Where each cell ends in ``text``, the header's cells included.
    private let ends: [Int]

    /// The line of the file on which each row begins.
    private let lines: [Int]

    /// Reads a file.
    ///
    /// - Throws: ``CSVError`` that names the file, the line, what was found and expected.
    public init(contentsOf path: String) throws(CSVError) {
        let bytes: [UInt8]
        do throws(InputError) {
            bytes = try InputFile.bytes(of: path)
        } catch {
            throw .input(error)
        }
        try self.init(bytes: bytes, file: path)
    }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: The bytes.
    ///   - file: The name that messages give.
    /// - Complexity: O(n) for n bytes.
    public init(bytes: [UInt8], file: String) throws(CSVError) {
        var scanner = CSVScanner(bytes: bytes, file: file)
        try scanner.scan()
        guard let width = scanner.width else { throw .empty(file: file) }
        self.file = file
        text = scanner.text
        ends = scanner.ends
        lines = Array(scanner.lines.dropFirst())
        rowCount = lines.count
        var names: [String] = []
        for column in 0..<width {
            let start = column == 0 ? 0 : ends[column - 1]
            names.append(String(decoding: text[start..<ends[column]], as: UTF8.self))
        }
        header = names
        var seen = Set<String>()
        for name in names where !seen.insert(name).inserted {
            throw .duplicateColumn(file: file, column: name)
        }
    }

    /// The line of the file on which a row begins, counted from 1.
    public func line(ofRow row: Int) -> Int { lines[row] }

    /// Whether the header has a column.
    public func hasColumn(_ name: String) -> Bool { header.contains(name) }

    /// The texts of a column.
    ///
    /// - Throws: ``CSVError/missingColumn(file:column:header:)``.
    public func strings(_ column: String) throws(CSVError) -> [String] {
        let index = try index(of: column)
        return (0..<rowCount).map { String(decoding: cell($0, index), as: UTF8.self) }
    }

    /// The numbers of a column: plain decimals, and what `allowing` adds.
    ///
    /// - Throws: ``CSVError/missingColumn(file:column:header:)`` or
    ///   ``CSVError/badCell(file:line:column:found:expected:)``.
    public func doubles(
        _ column: String, allowing forms: NumberForms = []
    ) throws(CSVError) -> [Double] {
        let index = try index(of: column)
        var values: [Double] = []
        values.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            guard let value = forms.number(cell(row, index)) else {
                throw badCell(
                    row, index, expected: forms.contains(.nan) ? "a number or nan" : "a number")
            }
            values.append(value)
        }
        return values
    }

    /// The whole numbers of a column, `nil` where the cell is empty.
    ///
    /// - Throws: ``CSVError/missingColumn(file:column:header:)`` or
    ///   ``CSVError/badCell(file:line:column:found:expected:)``.
    public func optionalInts(_ column: String) throws(CSVError) -> [Int?] {
        let index = try index(of: column)
        var values: [Int?] = []
        values.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            let cell = cell(row, index)
            guard !cell.isEmpty else {
                values.append(nil)
                continue
            }
            guard let value = ASCII.integer(cell) else {
                throw badCell(row, index, expected: "a whole number")
            }
            values.append(value)
        }
        return values
    }

    /// The whole numbers of a column.
    ///
    /// - Throws: ``CSVError/missingColumn(file:column:header:)`` or
    ///   ``CSVError/badCell(file:line:column:found:expected:)``.
    public func ints(_ column: String) throws(CSVError) -> [Int] {
        let index = try index(of: column)
        var values: [Int] = []
        values.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            guard let value = ASCII.integer(cell(row, index)) else {
                throw badCell(row, index, expected: "a whole number")
            }
            values.append(value)
        }
        return values
    }

    /// The error of a cell that its column's meaning rules out, such as a latitude of 91°.
    ///
    /// - Parameters:
    ///   - row: The row, from 0.
    ///   - column: The name of the column.
    ///   - expected: What was expected, such as `a latitude between -90 and 90`.
    public func badCell(row: Int, column: String, expected: String) -> CSVError {
        guard let index = header.firstIndex(of: column) else {
            return .missingColumn(file: file, column: column, header: header)
        }
        return badCell(row, index, expected: expected)
    }

    private func badCell(_ row: Int, _ index: Int, expected: String) -> CSVError {
        .badCell(
            file: file, line: lines[row], column: header[index],
            found: String(decoding: cell(row, index), as: UTF8.self), expected: expected)
    }

    private func index(of column: String) throws(CSVError) -> Int {
        guard let index = header.firstIndex(of: column) else {
            throw .missingColumn(file: file, column: column, header: header)
        }
        return index
    }

    private func cell(_ row: Int, _ column: Int) -> ArraySlice<UInt8> {
        let index = (row + 1) * header.count + column
        return text[ends[index - 1]..<ends[index]]
    }
}
