import LaserMesh
import Orbits

extension MeshGraph {
    /// How far a laser's stated length may be from the distance of its ends [km].
    private static let toleranceKm = 1e-3

    /// Takes a mesh from a graph.
    ///
    /// - Throws: ``ExchangeError/malformed(file:place:found:expected:)`` for nodes without a kind and
    ///   a place, links that no mesh can have, and lasers whose length is not the distance of their
    ///   ends.
    init(_ graph: AttributedGraph) throws(ExchangeError) {
        name = graph.values["name"] ?? "graph"
        epoch = .j2000
        if let text = graph.values["epoch"] {
            guard let instant = Instant(iso8601: text) else {
                throw .malformed(
                    file: graph.file, place: "epoch", found: "'\(text.prefix(60))'",
                    expected: "a time such as 2026-08-23T00:00:00Z")
            }
            epoch = instant
        }
        timeS = 0
        if let text = graph.values["time_s"] {
            guard let seconds = YAMLValue.number(text), abs(seconds) <= TimeGrid.greatestSpanS
            else {
                throw .malformed(
                    file: graph.file, place: "time_s", found: "'\(text.prefix(60))'",
                    expected: "seconds since the epoch")
            }
            timeS = seconds
        }
        earth = .wgs84
        if let text = graph.values["earth"] {
            guard let known = EarthName(rawValue: text) else {
                throw .malformed(
                    file: graph.file, place: "earth", found: "'\(text.prefix(60))'",
                    expected: EarthName.allCases.map(\.rawValue).joined(separator: ", "))
            }
            earth = known
        }
        var read: [(id: String, node: Node, line: Int)] = []
        for node in graph.nodes {
            read.append((node.id, try Self.node(node, of: graph), node.line))
        }
        // Satellites first, as a mesh has them.
        let sorted =
            read.filter { $0.node.kind == .satellite }
            + read.filter { $0.node.kind == .station }
        nodes = sorted.map(\.node)
        var places: [String: Int] = [:]
        var names: Set<String> = []
        for (place, entry) in sorted.enumerated() {
            guard names.insert(entry.node.name).inserted, places[entry.id] == nil else {
                throw graph.malformed(
                    entry.line, found: "a second node '\(entry.node.name)'",
                    expected: "a name of its own for each node")
            }
            places[entry.id] = place
        }
        guard sorted.contains(where: { $0.node.kind == .satellite }) else {
            throw .malformed(
                file: graph.file, place: nil, found: "no node of the kind satellite",
                expected: "at least one")
        }
        edges = []
        var seen: Set<[Int]> = []
        for edge in graph.edges {
            let ends = try Self.ends(of: edge, places, in: graph)
            guard seen.insert([ends.a, ends.b]).inserted else {
                throw graph.malformed(
                    edge.line, found: "a second link of the same nodes",
                    expected: "each link once")
            }
            edges.append(try Self.edge(edge, from: ends, nodes, on: earth, in: graph))
        }
        edges.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    }

    private static func node(
        _ node: AttributedGraph.Node, of graph: AttributedGraph
    ) throws(ExchangeError) -> Node {
        guard !node.label.isEmpty else {
            throw graph.malformed(node.line, found: "a node without a name", expected: "a name")
        }
        let kinds = "the kind satellite or station"
        guard let text = node.values["kind"] else {
            throw graph.malformed(
                node.line, found: "a node '\(node.label)' without a kind", expected: kinds)
        }
        guard let kind = NodeKind(rawValue: text) else {
            throw graph.malformed(
                node.line, found: "the kind '\(text.prefix(60))'", expected: kinds)
        }
        return Node(
            name: node.label, kind: kind,
            latitudeDeg: try graph.number(
                "latitude_deg", of: node.values, in: -90...90, "degrees from -90 to 90",
                line: node.line),
            longitudeDeg: try graph.number(
                "longitude_deg", of: node.values, in: -180...360, "degrees from -180 to 360",
                line: node.line),
            altitudeKm: try graph.number(
                "altitude_km", of: node.values, in: kind == .satellite ? 0...1_000_000 : -12...100,
                "the kilometres of a \(kind.rawValue)", line: node.line))
    }

    private static func ends(
        of edge: AttributedGraph.Edge, _ places: [String: Int], in graph: AttributedGraph
    ) throws(ExchangeError) -> (a: Int, b: Int) {
        func place(_ id: String) throws(ExchangeError) -> Int {
            guard let place = places[id] else {
                throw graph.malformed(
                    edge.line, found: "a link to '\(id.prefix(60))'", expected: "a node's id")
            }
            return place
        }
        let (a, b) = (try place(edge.source), try place(edge.target))
        guard a != b else {
            throw graph.malformed(
                edge.line, found: "a link of '\(edge.source.prefix(60))' with itself",
                expected: "two nodes")
        }
        return (min(a, b), max(a, b))
    }

    private static func edge(
        _ edge: AttributedGraph.Edge, from ends: (a: Int, b: Int), _ nodes: [Node],
        on earth: EarthName, in graph: AttributedGraph
    ) throws(ExchangeError) -> Edge {
        let kinds = (nodes[ends.a].kind, nodes[ends.b].kind)
        let kind: LinkKind
        switch kinds {
        case (.satellite, .satellite): kind = .laser
        case (.satellite, .station): kind = .radio
        default:
            throw graph.malformed(
                edge.line, found: "a link between two stations",
                expected: "a satellite at one end at least")
        }
        if let text = edge.values["kind"], text != kind.description {
            throw graph.malformed(
                edge.line, found: "the kind '\(text.prefix(60))'",
                expected: "\(kind.description) between a satellite and a \(kinds.1.rawValue)")
        }
        let (a, b) = (position(nodes[ends.a], earth), position(nodes[ends.b], earth))
        let apart = a - b
        let distanceKm = (apart * apart).sum().squareRoot()
        guard edge.values["length_km"] != nil else {
            return Edge(a: ends.a, b: ends.b, kind: kind, lengthKm: distanceKm)
        }
        let lengthKm = try graph.number(
            "length_km", of: edge.values, in: 0...1_000_000, "kilometres", line: edge.line)
        guard kind == .radio || abs(lengthKm - distanceKm) <= toleranceKm else {
            throw graph.malformed(
                edge.line, found: "a laser of \(lengthKm) km between places \(distanceKm) km apart",
                expected: "the distance of its ends over \(earth.rawValue)")
        }
        return Edge(a: ends.a, b: ends.b, kind: kind, lengthKm: lengthKm)
    }

    private static func position(_ node: Node, _ earth: EarthName) -> SIMD3<Double> {
        earth.ellipsoid.position(
            of: Geodetic(
                latitudeDeg: node.latitudeDeg, longitudeDeg: node.longitudeDeg,
                altitudeKm: node.altitudeKm)
        ).km
    }
}
