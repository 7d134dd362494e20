import LaserMesh
import Results

extension MeshGraph {
    /// The graph in GML. Keys are of letters and digits only, as the form asks for: `latitudeDeg` for
    /// what other tables call `latitude_deg`.
    ///
    /// - Complexity: O(nodes + edges).
    var gml: String {
        var text = "Creator \(Self.quoted("Heliograph \(HeliographVersion.string)"))\ngraph [\n"
        text += "  directed 0\n  name \(Self.quoted(name))\n"
        text += "  epoch \(Self.quoted(epoch.iso8601(fractionDigits: 6)))\n"
        text += "  timeS \(Self.real(timeS))\n  earth \(Self.quoted(earth.rawValue))\n"
        for (id, node) in nodes.enumerated() {
            text += "  node [\n    id \(id)\n    label \(Self.quoted(node.name))\n"
            text += "    kind \(Self.quoted(node.kind.rawValue))\n"
            text += "    latitudeDeg \(Self.real(node.latitudeDeg))\n"
            text += "    longitudeDeg \(Self.real(node.longitudeDeg))\n"
            text += "    altitudeKm \(Self.real(node.altitudeKm))\n  ]\n"
        }
        for edge in edges {
            text += "  edge [\n    source \(edge.a)\n    target \(edge.b)\n"
            text += "    kind \(Self.quoted(edge.kind.description))\n"
            text += "    lengthKm \(Self.real(edge.lengthKm))\n"
            text += "    delayMs \(Self.real(edge.delayMs))\n  ]\n"
        }
        return text + "]\n"
    }

    /// Reads a graph in GML whose nodes and edges have the values that ``gml`` gives them; keys may
    /// also be those of ``graphML``.
    ///
    /// - Throws: ``ExchangeError`` for another form, and for a graph that is no mesh.
    init(gml bytes: [UInt8], file: String) throws {
        let top = try GMLParser.entries(of: bytes, file: file)
        guard let graph = top.first(where: { $0.key == "graph" }),
            case .list(let entries) = graph.value
        else {
            throw ExchangeError.malformed(
                file: file, place: nil, found: "no graph", expected: "graph [ ... ]")
        }
        var read = AttributedGraph(
            file: file, values: GMLParser.texts(entries), nodes: [], edges: [])
        for entry in entries {
            guard case .list(let inner) = entry.value else { continue }
            let values = GMLParser.texts(inner)
            switch entry.key {
            case "node":
                guard let id = values["id"] else {
                    throw read.malformed(entry.line, found: "a node without id", expected: "an id")
                }
                read.nodes.append(
                    .init(id: id, label: values["label"] ?? id, values: values, line: entry.line))
            case "edge":
                guard let source = values["source"], let target = values["target"] else {
                    throw read.malformed(
                        entry.line, found: "an edge without source and target",
                        expected: "the ids of two nodes")
                }
                read.edges.append(
                    .init(source: source, target: target, values: values, line: entry.line))
            default: break
            }
        }
        try self.init(read)
    }

    /// A number with a point, by which the form tells it from a whole one.
    private static func real(_ value: Double) -> String {
        let text = value.description
        guard !text.contains("."), let e = text.firstIndex(of: "e") else { return text }
        return text[..<e] + ".0" + text[e...]
    }

    /// A text in ASCII, other characters by their numbers.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "&quot;"
            case "&": quoted += "&amp;"
            case " "..<"\u{7f}": quoted.unicodeScalars.append(scalar)
            default: quoted += "&#\(scalar.value);"
            }
        }
        return quoted + "\""
    }
}
