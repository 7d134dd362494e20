/// The text of a file without a byte-order mark, blank lines before and blanks or NULs behind it.
package struct SourceText {
    package let bytes: ArraySlice<UInt8>

    /// Number of the line that ``bytes`` begin in.
    package let firstLine: Int

    package var lines: TextLines { TextLines(bytes, firstLine: firstLine) }

    package init(_ file: [UInt8]) {
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let unmarked = file.starts(with: mark) ? file[3...] : file[...]
        bytes = ASCII.trimmed(unmarked)
        var before = TextLines(unmarked[..<bytes.startIndex], firstLine: 1)
        var line = 1
        while before.next() != nil { line = before.nextNumber }
        firstLine = line
    }
}
