import Foundation

/// A piece of code that readers are shown: in a text in Markdown, in a comment of the sources, or in
/// `heliograph.h`.
public struct ShownCode: Sendable {
    /// The file, by its path in the checkout.
    public let file: String

    /// The line at which it begins, from 1.
    public let line: Int

    /// The language that it is marked with; empty where there is none.
    public let language: String

    /// Its lines, without what makes them a comment.
    public let text: String

    /// All of the checkout: fenced blocks of texts, of comments in Swift and of docstrings in Python, and
    /// what stands between `@code` and `@endcode` in the C header.
    public static func all() throws -> [ShownCode] {
        let root = SharedData.checkout
        let files = FileManager.default.enumerator(
            at: root, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        var shown: [ShownCode] = []
        for case let url as URL in files ?? .init() {
            guard ["md", "swift", "py", "h"].contains(url.pathExtension) else { continue }
            let path = url.standardizedFileURL.path
            let file = String(path.dropFirst(root.standardizedFileURL.path.count + 1))
            // Those of tests mark what stands elsewhere, and other packages' texts are theirs.
            guard !file.hasPrefix("Tests/"), !file.contains("/node_modules/") else { continue }
            shown += blocks(of: try String(contentsOf: url, encoding: .utf8), file: file)
        }
        return shown.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    }

    private static func blocks(of text: String, file: String) -> [ShownCode] {
        let isHeader = file.hasSuffix(".h")
        // What stands before the text of a comment.
        let mark = isHeader ? " *" : file.hasSuffix(".swift") ? "///" : ""
        var blocks: [ShownCode] = []
        var open: (line: Int, language: String, indent: Int, lines: [Substring])?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            let indent = line.prefix { $0 == " " }.count
            var content = isHeader ? line : line.dropFirst(open?.indent ?? indent)
            guard content.hasPrefix(mark) || content.isEmpty else { continue }
            content = content.dropFirst(mark.count)
            if !mark.isEmpty, content.hasPrefix(" ") { content = content.dropFirst() }
            if isHeader ? content == "@endcode" : open != nil && content.hasPrefix("```") {
                if let block = open {
                    blocks.append(
                        ShownCode(
                            file: file, line: block.line, language: block.language,
                            text: block.lines.joined(separator: "\n")))
                }
                open = nil
            } else if open != nil {
                open?.lines.append(content)
            } else if isHeader ? content == "@code" : content.hasPrefix("```") {
                let language = isHeader ? "c" : String(content.drop { $0 == "`" })
                open = (index + 1, language, indent, [])
            }
        }
        return blocks
    }
}
