/// Splits the bytes of a CSV file into cells.
struct CSVScanner {
    /// The cells without their quotes, one after another.
    private(set) var text: [UInt8] = []

    /// Where each cell ends in ``text``.
    private(set) var ends: [Int] = []

    /// The line on which each row begins, counted from 1.
    private(set) var lines: [Int] = []

    /// How many cells the first row has; `nil` where there is none.
    private(set) var width: Int?

    private let bytes: [UInt8]
    private let file: String
    private var position = 0
    private var line = 1

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        text.reserveCapacity(bytes.count)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func scan() throws(CSVError) {
        try checkText()
        while position < bytes.count {
            if let end = lineEnd(at: position) {
                position = end
                line += 1
                continue
            }
            try row()
        }
    }

    private mutating func row() throws(CSVError) {
        let start = line
        var cells = 0
        while true {
            try cell()
            ends.append(text.count)
            cells += 1
            if position < bytes.count, bytes[position] == CSV.comma {
                position += 1
                continue
            }
            if let end = lineEnd(at: position) {
                position = end
                line += 1
            }
            break
        }
        if let width, width != cells {
            throw .raggedRow(file: file, line: start, found: cells, expected: width)
        }
        width = cells
        lines.append(start)
    }

    /// Reads a cell up to the comma, the line end or the file's end after it.
    private mutating func cell() throws(CSVError) {
        guard position < bytes.count, bytes[position] == CSV.quote else {
            while position < bytes.count, bytes[position] != CSV.comma, lineEnd(at: position) == nil
            {
                guard bytes[position] != CSV.quote else {
                    throw .strayQuote(file: file, line: line)
                }
                text.append(bytes[position])
                position += 1
            }
            return
        }
        let opened = line
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == CSV.quote {
                guard position < bytes.count, bytes[position] == CSV.quote else {
                    let isEnd =
                        position == bytes.count || bytes[position] == CSV.comma
                        || lineEnd(at: position) != nil
                    guard isEnd else { throw .strayQuote(file: file, line: line) }
                    return
                }
                position += 1
            }
            if byte == CSV.lineFeed { line += 1 }
            text.append(byte)
        }
        throw .openQuote(file: file, line: opened)
    }

    /// The position after the line end that begins at a position, or `nil` where none does.
    private func lineEnd(at position: Int) -> Int? {
        guard position < bytes.count else { return nil }
        if bytes[position] == CSV.lineFeed { return position + 1 }
        guard bytes[position] == CSV.carriageReturn, position + 1 < bytes.count,
            bytes[position + 1] == CSV.lineFeed
        else { return nil }
        return position + 2
    }

    /// Makes sure that the bytes are UTF-8 and no binary file, or names the first line that is not.
    private func checkText() throws(CSVError) {
        if !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil { return }
        let parts = bytes.split(separator: CSV.lineFeed, omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated()
        where part.contains(0) || String(validating: part, as: UTF8.self) == nil {
            throw .notText(file: file, line: index + 1)
        }
        throw .notText(file: file, line: 1)
    }
}
