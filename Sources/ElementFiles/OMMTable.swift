import Orbits

/// OMM as CSV: a header line of keys in any order, then a row for each set.
///
/// Fields may be quoted (RFC 4180), but a quoted field ends with its line: no value of an element
/// set has a line end, and so a missing quotation mark costs one row and not the rest of the file.
enum OMMTable {
    /// Whether the first line is a header of at least two known keys.
    static func recognises(_ text: SourceText) -> Bool {
        guard let header = text.lines.first(where: { _ in true }),
            let columns = fields(header.text)
        else { return false }
        return columns.count { key($0) != nil } >= 2
    }

    static func read(_ source: SourceText, into collector: inout ElementCollector) {
        var header: ArraySlice<UInt8>?
        var columns: [OMMKey?] = []
        for (number, text) in source.lines {
            let line = ASCII.trimmed(text)
            // Joined files repeat their header.
            if line.isEmpty || line == header { continue }
            guard let row = fields(line) else {
                collector.reject(
                    line: number, found: "a quotation mark without its counterpart",
                    expected: "fields in pairs of quotation marks or in none")
                continue
            }
            guard header != nil else {
                header = line
                columns = row.map(key)
                if let fault = fault(of: columns) {
                    collector.reject(line: number, found: fault.found, expected: fault.expected)
                    return
                }
                continue
            }
            guard row.count == columns.count else {
                collector.reject(
                    line: number, found: "\(row.count) fields",
                    expected: "\(columns.count), as many as the header has")
                continue
            }
            var message = OMMMessage(line: number)
            for (key, value) in zip(columns, row) {
                if let key { message.set(key, to: value, line: number) }
            }
            collector.take(message)
        }
    }

    /// A header without a mandatory key makes every row unusable, so that it is told once.
    private static func fault(of columns: [OMMKey?]) -> (found: String, expected: String)? {
        for key in OMMKey.allCases where columns.count(where: { $0 == key }) > 1 {
            return ("\(key.keyword) twice in the header", "each key once")
        }
        let mandatory: [OMMKey] = [
            .epoch, .eccentricity, .inclination, .raOfAscNode, .argOfPericenter, .meanAnomaly,
            .noradCatID, .bstar,
        ]
        for key in mandatory where !columns.contains(key) {
            return ("no \(key.keyword) in the header", "a column for that mandatory key")
        }
        if !columns.contains(.meanMotion), !columns.contains(.semiMajorAxis) {
            return (
                "no MEAN_MOTION or SEMI_MAJOR_AXIS in the header",
                "a column for that mandatory key"
            )
        }
        return nil
    }

    private static func key(_ field: ArraySlice<UInt8>) -> OMMKey? {
        let upper = ASCII.trimmed(field).map { (0x61...0x7a).contains($0) ? $0 - 0x20 : $0 }
        return OMMKey(upper[...])
    }

    /// The fields of a line without their quotation marks, or `nil` when one is not closed.
    private static func fields(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
        let quote = UInt8(ascii: "\"")
        let comma = UInt8(ascii: ",")
        var fields: [ArraySlice<UInt8>] = []
        var index = line.startIndex
        while true {
            if index < line.endIndex, line[index] == quote {
                var value: [UInt8] = []
                index += 1
                while true {
                    guard let end = line[index...].firstIndex(of: quote) else { return nil }
                    value.append(contentsOf: line[index..<end])
                    index = end + 1
                    guard index < line.endIndex, line[index] == quote else { break }
                    value.append(quote)
                    index += 1
                }
                guard index == line.endIndex || line[index] == comma else { return nil }
                fields.append(value[...])
            } else {
                let end = line[index...].firstIndex(of: comma) ?? line.endIndex
                fields.append(line[index..<end])
                index = end
            }
            guard index < line.endIndex else { return fields }
            index += 1
        }
    }
}
