import Orbits

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
    ///   - ellipsoid: The Earth, for great circles.
    /// - Throws: ``TerrestrialFileError`` for a file of another form, or without an edge that has a
    ///   length.
    /// - Note: S. Knight et al., IEEE Journal on Selected Areas in Communications 29 (2011) 1765,
    ///   DOI 10.1109/JSAC.2011.111002.
    public static func graphML(
        _ bytes: [UInt8], file: String, stretch: Double, on ellipsoid: Ellipsoid = .wgs84
    ) throws(TerrestrialFileError) -> [Cable] {
        let graph = try GraphMLDocument(bytes, file: file)
        var sites: [String: FibreSite] = [:]
        for node in graph.nodes {
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
        for edge in graph.edges {
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
