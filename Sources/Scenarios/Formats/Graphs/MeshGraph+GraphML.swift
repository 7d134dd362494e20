import LaserMesh
import Results
import Terrestrial

extension MeshGraph {
    /// The graph in GraphML. A node's id is its name with underscores for blanks; its `label` is the
    /// name as it is.
    ///
    /// - Complexity: O(nodes + edges).
    var graphML: String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """
        let keys = [
            ("graph", "name", "string"), ("graph", "epoch", "string"),
            ("graph", "time_s", "double"),
            ("graph", "earth", "string"), ("node", "label", "string"), ("node", "kind", "string"),
            ("node", "latitude_deg", "double"), ("node", "longitude_deg", "double"),
            ("node", "altitude_km", "double"), ("edge", "kind", "string"),
            ("edge", "length_km", "double"), ("edge", "delay_ms", "double"),
        ]
        for (owner, name, type) in keys {
            text += "  <key id=\"\(owner).\(name)\" for=\"\(owner)\" attr.name=\"\(name)\""
            text += " attr.type=\"\(type)\"/>\n"
        }
        func data(_ key: String, _ value: String) -> String {
            "<data key=\"\(key)\">\(Self.escaped(value))</data>"
        }
        text += "  <graph edgedefault=\"undirected\">\n"
        text += "    " + data("graph.name", name) + "\n"
        text += "    " + data("graph.epoch", epoch.iso8601(fractionDigits: 6)) + "\n"
        text += "    " + data("graph.time_s", "\(timeS)") + "\n"
        text += "    " + data("graph.earth", earth.rawValue) + "\n"
        let ids = nodes.map { Self.escaped(NodeLabel.text($0.name)) }
        for (id, node) in zip(ids, nodes) {
            text += "    <node id=\"\(id)\">" + data("node.label", node.name)
            text += data("node.kind", node.kind.rawValue)
            text += data("node.latitude_deg", "\(node.latitudeDeg)")
            text += data("node.longitude_deg", "\(node.longitudeDeg)")
            text += data("node.altitude_km", "\(node.altitudeKm)") + "</node>\n"
        }
        for edge in edges {
            text += "    <edge source=\"\(ids[edge.a])\" target=\"\(ids[edge.b])\">"
            text += data("edge.kind", edge.kind.description)
            text += data("edge.length_km", "\(edge.lengthKm)")
            text += data("edge.delay_ms", "\(edge.delayMs)") + "</edge>\n"
        }
        return text + "  </graph>\n</graphml>\n"
    }

    /// Reads a graph in GraphML whose nodes and edges have the values that ``graphML`` gives them,
    /// whatever their order and ids.
    ///
    /// - Throws: `TerrestrialFileError` for another form, ``ExchangeError`` for a graph that is no
    ///   mesh.
    init(graphML bytes: [UInt8], file: String) throws {
        let graph = try GraphMLDocument(bytes, file: file)
        try self.init(
            AttributedGraph(
                file: file, values: graph.values,
                nodes: graph.nodes.map {
                    .init(
                        id: $0.id, label: $0.values["label"] ?? $0.id, values: $0.values,
                        line: $0.line)
                },
                edges: graph.edges.map {
                    .init(source: $0.source, target: $0.target, values: $0.values, line: $0.line)
                }))
    }

    /// A text of an element or an attribute. Control characters, which XML cannot hold, become
    /// question marks.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\n", "\t": escaped.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{7f}", "\u{fffe}", "\u{ffff}": escaped += "?"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
