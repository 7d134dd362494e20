import LaserMesh
import Orbits
import Results

/// A mesh at an instant as a graph of named nodes: what GraphML and GML hold.
struct MeshGraph: Sendable, Hashable {
    /// What a node is.
    enum NodeKind: String, Sendable, CaseIterable {
        case satellite
        case station
    }

    /// A node with its place over the graph's Earth.
    struct Node: Sendable, Hashable {
        var name: String
        var kind: NodeKind
        var latitudeDeg: Double
        var longitudeDeg: Double
        var altitudeKm: Double
    }

    /// A link by the places of its ends among the nodes.
    struct Edge: Sendable, Hashable {
        var a: Int
        var b: Int
        var kind: LinkKind
        var lengthKm: Double

        /// The one-way delay [ms].
        var delayMs: Double { lengthKm / Physics.speedOfLightKmPerS * 1_000 }
    }

    /// Name of the scenario.
    var name: String

    /// The instant from which ``timeS`` counts.
    var epoch: Instant

    /// The instant [s].
    var timeS: Double

    /// The surface to which places refer.
    var earth: EarthName

    /// The nodes, satellites first.
    var nodes: [Node]

    /// The links.
    var edges: [Edge]

    /// The mesh of a scenario at an instant. Satellites without a position have no node.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - seconds: The instant, since its epoch [s].
    ///   - form: The form for which it is, for messages.
    ///   - errors: Where satellites without a position are told.
    /// - Throws: ``ExchangeError/cannotSay(form:found:expected:)`` for two nodes of one label.
    init(
        _ experiment: Experiment, atSeconds seconds: Double, form: ExchangeForm,
        errors: TableWriter
    ) throws {
        let (mesh, rejected) = experiment.mesh(atSeconds: seconds)
        var rows = RowBuffer()
        for (satellite, error) in rejected {
            ErrorTable.append(
                error, of: experiment.satelliteNames[satellite], at: seconds, to: &rows)
        }
        try errors.append(rows)
        name = experiment.scenario.name
        epoch = experiment.epoch
        timeS = seconds
        earth = experiment.scenario.ground.earth
        nodes = []
        var places: [Int: Int] = [:]
        var labels: Set<String> = []
        for index in 0..<mesh.nodeCount {
            guard let position = mesh.positions?[index], position.x.isFinite else { continue }
            let place = earth.ellipsoid.geodetic(of: ITRFPosition(km: position))
            let name = experiment.name(of: NodeID(index))
            guard labels.insert(NodeLabel.text(name)).inserted else {
                throw ExchangeError.cannotSay(
                    form: form, found: "two nodes named '\(name)' but for blanks",
                    expected: "names that differ")
            }
            places[index] = nodes.count
            nodes.append(
                Node(
                    name: name, kind: index < mesh.satelliteCount ? .satellite : .station,
                    latitudeDeg: place.latitudeDeg, longitudeDeg: place.longitudeDeg,
                    altitudeKm: place.altitudeKm))
        }
        edges = mesh.links.compactMap { link in
            guard let a = places[link.a.index], let b = places[link.b.index] else { return nil }
            return Edge(a: a, b: b, kind: link.kind, lengthKm: link.lengthKm)
        }
    }

    /// Writes the graph as a scenario with its tables: places that stand still, and the links given.
    func writeScenario(into folder: ResultFolder) throws {
        var tables = GivenMeshTables(
            name: name, epoch: epoch, earth: earth, startS: timeS, durationS: 1, stepS: 1)
        for node in nodes {
            let place = (node.latitudeDeg, node.longitudeDeg, node.altitudeKm)
            switch node.kind {
            case .satellite: tables.positions.row(node.name, place.0, place.1, place.2)
            case .station: tables.stations.row(node.name, place.0, place.1, place.2 * 1_000)
            }
        }
        for edge in edges {
            let names = (nodes[edge.a].name, nodes[edge.b].name)
            if edge.kind == .laser {
                tables.lasers.row(names.0, names.1)
            } else {
                let isDown = nodes[edge.a].kind == .station
                tables.radioLinks.row(
                    isDown ? names.0 : names.1, isDown ? names.1 : names.0, edge.lengthKm)
            }
        }
        try tables.write(into: folder)
    }
}
