import ElementFiles
import Foundation
import Orbits

/// An element of XML that holds text and no other elements.
struct XMLLeaf {
    /// The names of the elements from the root to this one, without their prefixes.
    let path: [String]

    /// Its text, without blanks around it.
    let text: String

    /// The line on which it ends.
    let line: Int

    /// The leaves of a document, in their order.
    ///
    /// - Throws: ``ExchangeError/malformed(file:place:found:expected:)`` for what is not well formed.
    static func all(in bytes: [UInt8], file: String) throws(ExchangeError) -> [XMLLeaf] {
        var scanner = XMLScanner(SourceText(bytes))
        var leaves: [XMLLeaf] = []
        var path: [String] = []
        var text: [UInt8] = []
        var isLeaf = false
        do throws(OMMFault) {
            while let event = try scanner.next() {
                switch event {
                case .start(let name, _):
                    path.append(String(decoding: name, as: UTF8.self))
                    text = []
                    isLeaf = true
                case .text(let part): text.append(contentsOf: part)
                case .end:
                    if isLeaf {
                        let trimmed = String(decoding: text, as: UTF8.self)
                            .trimmingCharacters(in: .whitespacesAndNewlines)
                        leaves.append(XMLLeaf(path: path, text: trimmed, line: scanner.line))
                    }
                    path.removeLast()
                    isLeaf = false
                }
            }
        } catch {
            throw .malformed(
                file: file, place: "line \(error.line)", found: error.found,
                expected: error.expected)
        }
        return leaves
    }
}
