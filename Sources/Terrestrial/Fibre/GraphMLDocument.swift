#if canImport(FoundationXML)
    import FoundationXML
#endif
import Foundation

/// A graph in GraphML: its nodes and edges with the values that their keys name.
///
/// Values are texts; a key's default stands where an element has none. Ports, hyperedges and nested
/// graphs are passed over.
///
/// - Complexity: O(bytes).
/// - Note: U. Brandes et al., "GraphML Progress Report", Graph Drawing 2001, LNCS 2265, 501,
///   DOI 10.1007/3-540-45848-4_59.
package struct GraphMLDocument {
    /// A node.
    package struct Node {
        /// Its id.
        package var id: String

        /// Its values by the names of their keys.
        package var values: [String: String] = [:]

        /// The line on which it begins.
        package var line: Int
    }

    /// An edge.
    package struct Edge {
        /// The id of a node.
        package var source: String

        /// The id of the other node.
        package var target: String

        /// Its values by the names of their keys.
        package var values: [String: String] = [:]

        /// The line on which it begins.
        package var line: Int
    }

    /// What is said of the whole graph.
    package private(set) var values: [String: String]

    /// The nodes, in the order of the file.
    package private(set) var nodes: [Node]

    /// The edges, in the order of the file.
    package private(set) var edges: [Edge]

    /// Reads a document.
    ///
    /// - Throws: ``TerrestrialFileError`` for what is no XML in UTF-8.
    package init(_ bytes: [UInt8], file: String) throws(TerrestrialFileError) {
        // The parser ends the process where a name is no UTF-8.
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw TerrestrialFileError(
                file: file, found: "bytes that are not UTF-8", expected: "a graph in GraphML")
        }
        let parser = XMLParser(data: Data(bytes))
        let reader = GraphMLReader()
        parser.delegate = reader
        guard parser.parse() else {
            throw TerrestrialFileError(
                file: file, place: "line \(parser.lineNumber)", found: "text that is not XML",
                expected: "a graph in GraphML")
        }
        // The parser does not mind a document that is cut off.
        guard reader.depth == 0 else {
            throw TerrestrialFileError(
                file: file, place: "line \(parser.lineNumber)",
                found: "the end of the text within an element", expected: "its end tag")
        }
        guard reader.isGraphML else {
            throw TerrestrialFileError(
                file: file, found: "another root element", expected: "a graph in GraphML")
        }
        values = reader.defaults["graph", default: [:]].merging(reader.values) { $1 }
        let ofNodes = reader.defaults["node", default: [:]]
        let ofEdges = reader.defaults["edge", default: [:]]
        nodes = reader.nodes.map { node in
            var node = node
            node.values.merge(ofNodes) { own, _ in own }
            return node
        }
        edges = reader.edges.map { edge in
            var edge = edge
            edge.values.merge(ofEdges) { own, _ in own }
            return edge
        }
    }
}

/// Takes nodes, edges and the values of their keys from GraphML.
private final class GraphMLReader: NSObject, XMLParserDelegate {
    private enum Owner { case graph, node, edge }

    private(set) var isGraphML = false
    private(set) var values: [String: String] = [:]
    private(set) var nodes: [GraphMLDocument.Node] = []
    private(set) var edges: [GraphMLDocument.Edge] = []

    /// The defaults of keys, by the kind of their owners and by name.
    private(set) var defaults: [String: [String: String]] = [:]

    private var names: [String: String] = [:]
    private var declared: (name: String, kind: String)?
    private var owner = Owner.graph
    private var key: String?
    private var isInDefault = false
    private var text = ""

    /// How many elements are open.
    private(set) var depth = 0

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        if depth == 0 { isGraphML = element == "graphml" }
        depth += 1
        switch element {
        case "key":
            if let id = attributes["id"], let name = attributes["attr.name"] {
                names[id] = name
                declared = (name, attributes["for"] ?? "all")
            }
        case "default":
            isInDefault = declared != nil
            text = ""
        case "node":
            nodes.append(
                GraphMLDocument.Node(id: attributes["id"] ?? "", line: parser.lineNumber))
            owner = .node
        case "edge":
            edges.append(
                GraphMLDocument.Edge(
                    source: attributes["source"] ?? "", target: attributes["target"] ?? "",
                    line: parser.lineNumber))
            owner = .edge
        case "data":
            key = attributes["key"]
            text = ""
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        if key != nil || isInDefault { text += characters }
    }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        depth -= 1
        switch element {
        case "node", "edge": owner = .graph
        case "default":
            if isInDefault, let declared {
                let kinds = declared.kind == "all" ? ["graph", "node", "edge"] : [declared.kind]
                for kind in kinds { defaults[kind, default: [:]][declared.name] = text }
            }
            isInDefault = false
        case "key": declared = nil
        case "data":
            if let key, let name = names[key] {
                switch owner {
                case .graph: values[name] = text
                case .node: nodes[nodes.count - 1].values[name] = text
                case .edge: edges[edges.count - 1].values[name] = text
                }
            }
            key = nil
        default: break
        }
    }
}
