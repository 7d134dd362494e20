import Orbits

#if canImport(FoundationXML)
    import FoundationXML
#endif
import Foundation

extension Cable {
    /// Reads a network in the form of the Internet Topology Zoo: GraphML whose nodes have `label`,
    /// `Latitude` and `Longitude`, and whose edges are cables without a length.
    ///
    /// An edge becomes a cable along the great circle, longer by a declared factor. Nodes without a
    /// place, which the Zoo has for networks outside, and their edges are left out.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - file: Its name, for messages.
    ///   - stretch: Length of a cable over its great circle.
    /// - Throws: ``TerrestrialFileError`` for a file of another form, or without an edge that has a
    ///   length.
    /// - Note: S. Knight et al., IEEE Journal on Selected Areas in Communications 29 (2011) 1765,
    ///   DOI 10.1109/JSAC.2011.111002.
    public static func graphML(
        _ bytes: [UInt8], file: String, stretch: Double, on ellipsoid: Ellipsoid = .wgs84
    ) throws(TerrestrialFileError) -> [Cable] {
        let parser = XMLParser(data: Data(bytes))
        let reader = GraphMLReader()
        parser.delegate = reader
        guard parser.parse() else {
            throw TerrestrialFileError(
                file: file, place: "line \(parser.lineNumber)", found: "text that is not XML",
                expected: "a network in GraphML")
        }
        var sites: [String: FibreSite] = [:]
        for node in reader.nodes {
            guard let latitude = node.values["Latitude"].flatMap({ Double($0) }),
                let longitude = node.values["Longitude"].flatMap({ Double($0) })
            else { continue }
            guard (-90...90).contains(latitude), (-180...360).contains(longitude) else {
                throw TerrestrialFileError(
                    file: file, place: "node '\(node.id)'", found: "a place off the Earth",
                    expected: "Latitude and Longitude in degrees")
            }
            sites[node.id] = FibreSite(
                name: node.values["label"] ?? node.id, country: "",
                place: Geodetic(latitudeDeg: latitude, longitudeDeg: longitude))
        }
        var cables: [Cable] = []
        for edge in reader.edges {
            guard let a = sites[edge.source], let b = sites[edge.target], a.place != b.place else {
                continue
            }
            cables.append(
                Cable(
                    name: "\(a.name) - \(b.name)",
                    lengthKm: stretch * ellipsoid.greatCircleKm(from: a.place, to: b.place),
                    landings: [a, b]))
        }
        guard !cables.isEmpty else {
            throw TerrestrialFileError(
                file: file, found: "\(sites.count) nodes with a place and no edge between them",
                expected: "nodes with Latitude and Longitude, and edges")
        }
        return cables
    }
}

/// Takes nodes, edges and the values of their keys from GraphML.
private final class GraphMLReader: NSObject, XMLParserDelegate {
    struct Node {
        var id: String
        var values: [String: String] = [:]
    }

    var nodes: [Node] = []
    var edges: [(source: String, target: String)] = []
    private var keys: [String: String] = [:]
    private var isInNode = false
    private var key: String?
    private var text = ""

    func parser(
        _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        switch element {
        case "key":
            if let id = attributes["id"], let name = attributes["attr.name"] { keys[id] = name }
        case "node":
            nodes.append(Node(id: attributes["id"] ?? ""))
            isInNode = true
        case "edge":
            edges.append((attributes["source"] ?? "", attributes["target"] ?? ""))
        case "data" where isInNode:
            key = attributes["key"]
            text = ""
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
        if key != nil { text += characters }
    }

    func parser(
        _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        if element == "node" { isInNode = false }
        if element == "data", let key {
            if let name = keys[key], !nodes.isEmpty { nodes[nodes.count - 1].values[name] = text }
            self.key = nil
        }
    }
}
