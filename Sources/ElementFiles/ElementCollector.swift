import Orbits

/// Gathers what a reader finds in a file.
struct ElementCollector {
    private let file: String
    private var elements: [ElementSet] = []
    private var rejections: [Rejection] = []

    init(file: String) { self.file = file }

    mutating func accept(_ set: ElementSet) { elements.append(set) }

    mutating func reject(line: Int, found: String, expected: String, message: String? = nil) {
        rejections.append(
            Rejection(file: file, line: line, found: found, expected: expected, message: message))
    }

    /// Takes a message's element set, or why it has none.
    mutating func take(_ message: OMMMessage) {
        do {
            accept(try message.elementSet())
        } catch {
            reject(line: error.line, found: error.found, expected: error.expected)
        }
    }

    func contents(_ format: ElementFileFormat) -> ElementFileContents {
        ElementFileContents(format: format, elements: elements, rejections: rejections)
    }
}
