/// A graph as a file has it: nodes and edges with texts by name.
struct AttributedGraph {
    struct Node {
        /// By which edges call it.
        var id: String

        /// Its name.
        var label: String

        var values: [String: String]
        var line: Int
    }

    struct Edge {
        var source: String
        var target: String
        var values: [String: String]
        var line: Int
    }

    var file: String
    var values: [String: String]
    var nodes: [Node]
    var edges: [Edge]

    /// A number that an element must have.
    func number(
        _ name: String, of values: [String: String], in range: ClosedRange<Double>, _ what: String,
        line: Int
    ) throws(ExchangeError) -> Double {
        guard let text = values[name] else {
            throw malformed(line, found: "no \(name)", expected: what)
        }
        guard let value = YAMLValue.number(text), range.contains(value) else {
            throw malformed(line, found: "\(name) '\(text.prefix(60))'", expected: what)
        }
        return value
    }

    /// The error of a line.
    func malformed(_ line: Int, found: String, expected: String) -> ExchangeError {
        .malformed(file: file, place: "line \(line)", found: found, expected: expected)
    }
}
