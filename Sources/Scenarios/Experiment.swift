import ElementFiles
import Foundation
import LaserMesh
import Orbits
import Results
import Routing

/// A scenario with its files opened: satellites, stations and rules, ready to be asked.
///
/// It is immutable and shared by all threads.
public struct Experiment: Sendable {
    /// The scenario.
    public private(set) var scenario: Scenario

    /// The instant from which its seconds count.
    public let epoch: Instant

    /// The satellites.
    public let constellation: Constellation

    /// Name of each satellite: `<shell>-<plane>-<slot>` in designs, the catalogue number of element
    /// sets, what the table says of given positions.
    public let satelliteNames: [String]

    /// The shells of a design, whose satellites follow one another; empty for real satellites.
    public let shells: [Shell]

    /// Which satellite stands in which plane and slot, shell by shell; empty where that is not known.
    public let layouts: [ShellLayout]

    /// The ground stations.
    public let stations: [GroundStation]

    /// Makes the meshes.
    public private(set) var builder: MeshBuilder

    /// Who sends how much to whom; `nil` where the scenario has no traffic.
    public let traffic: TrafficMatrix?

    /// Element sets that could not be read.
    public let rejections: [Rejection]

    /// What a user should know: rules that leave no link at all, each in a sentence.
    public let notes: [String]

    /// Sets of nodes of each of which a route must pass one; none where nothing is required of routes.
    let stops: [RouteStops]

    /// The files that were read, for the manifest.
    public private(set) var inputs: [InputDigest]

    /// Pairs that a table lists, if one does.
    let pairTable: PairTable?

    /// The instants.
    public var window: TimeGrid { scenario.window }

    /// Opens the files of a scenario.
    public init(_ scenario: Scenario) throws {
        var files = InputFiles(beside: scenario.file)
        let satellites = try SatelliteSource(scenario.constellation, scenario: scenario, &files)
        try self.init(scenario, satellites, &files)
    }

    init(
        _ scenario: Scenario, _ satellites: SatelliteSource, _ files: inout InputFiles
    ) throws {
        self.scenario = scenario
        epoch = satellites.epoch
        constellation =
            satellites.positions.map { Constellation($0) }
            ?? Constellation(
                satellites.elements, propagator: scenario.constellation.propagator,
                gravity: scenario.constellation.gravity)
        satelliteNames = satellites.names
        shells = satellites.shells
        layouts = satellites.layouts
        rejections = satellites.rejections
        stations = try StationSource.stations(
            scenario.ground, satelliteNames: satellites.names, &files)
        let table: PairTable? =
            if case .file(let file) = scenario.pairs { try PairTable(file, &files) } else { nil }
        if let keys = scenario.traffic {
            traffic = try TrafficSource(keys, satellites: satellites.names, stations: stations)
                .matrix(on: scenario.ground.earth.ellipsoid, &files)
        } else {
            traffic = nil
        }
        let (places, matrix) = (stations, traffic)
        let parts = try MeshSource.builder(
            scenario, satellites, stations: stations, constellation,
            demands: {
                DemandSource.demands(
                    scenario, traffic: matrix, table: table, satellites: satellites.names,
                    stations: places)
            }, &files)
        builder = parts.builder
        notes = parts.notes
        stops = parts.stops
        pairTable = table
        inputs = files.read
        try requireCover(ofSeconds: [window.seconds(at: 0), window.seconds(at: window.count - 1)])
    }

    /// The same satellites and stations under other links and rules for routes.
    func replacing(builder: MeshBuilder, routing: RoutingRules) -> Experiment {
        var other = self
        other.builder = builder
        other.scenario.routing = routing
        return other
    }

    /// Makes sure that nothing is required of routes, for what knows the best routes only.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` where something is.
    func requireNoStops() throws(ScenarioError) {
        let keys = scenario.jurisdiction
        guard let word = (keys.mustLandIn + keys.mustComputeIn).first else { return }
        throw .wrongValue(
            place: word.place, found: "'\(word.text)'",
            expected: "must_land_in and must_compute_in for helio-route, or in the country_sets of "
                + "helio-compare, only; helio-datacenter takes must_compute_in")
    }

    /// Makes sure that given positions cover some instants.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` for one that they do not.
    func requireCover(ofSeconds instants: [Double]) throws(ScenarioError) {
        guard let covered = constellation.givenPositions?.coveredSeconds,
            let outside = instants.first(where: { !covered.contains($0) }),
            case .positions(let keys) = scenario.constellation.source
        else { return }
        throw .wrongValue(
            place: keys.place,
            found:
                "positions from \(covered.lowerBound) to \(covered.upperBound) s, and an instant at "
                + "\(outside) s",
            expected: "positions that cover all instants")
    }

    /// The planes and slots of real satellites; `nil` for a design or a table, which know their own.
    ///
    /// - Complexity: that of `Placement`, each time.
    public func placement() -> Placement? {
        shells.isEmpty && constellation.givenPositions == nil
            ? Placement(constellation.elements, gravity: scenario.constellation.gravity) : nil
    }

    /// The name of a node.
    public func name(of node: NodeID) -> String {
        node.index < satelliteNames.count
            ? satelliteNames[node.index] : stations[node.index - satelliteNames.count].name
    }

    /// The instant that many seconds after the epoch [s].
    public func instant(atSeconds seconds: Double) -> Instant {
        epoch.advanced(bySeconds: seconds)
    }

    /// The mesh at an instant, and the satellites that have no place in it with their codes.
    ///
    /// - Parameters:
    ///   - seconds: The instant, since the epoch [s].
    ///   - stations: The stations that get links, ascending; `nil` for all.
    /// - Complexity: O(satellites · stations), and what the topology takes.
    public func mesh(
        atSeconds seconds: Double, linking stations: [Int]? = nil
    ) -> (mesh: Mesh, rejected: [(Int, SGP4Error)]) {
        var positions = PositionPlanes(count: constellation.count)
        var rejected: [(Int, SGP4Error)] = []
        constellation.positions(at: instant(atSeconds: seconds), into: &positions) {
            rejected.append(($0, $1))
        }
        return (builder.mesh(of: positions, atSeconds: seconds, linking: stations), rejected)
    }

    /// The stations that a route of some pairs can use: all where they relay, else their ends.
    func stations(of pairs: [NodePair]) -> [Int]? {
        guard !scenario.routing.allowsGroundRelay else { return nil }
        let ends = Set(pairs.flatMap { [$0.source.index, $0.destination.index] })
            .union(stops.flatMap { $0.nodes.map(\.index) })
        return ends.filter { $0 >= constellation.count }.map { $0 - constellation.count }.sorted()
    }

    /// Adds files that were read beside the scenario's own, for the manifest.
    mutating func add(inputs files: [InputDigest]) {
        inputs += files.filter { !inputs.contains($0) }
    }

    /// The pairs of the scenario as nodes.
    ///
    /// - Throws: ``ScenarioError/wrongValue(place:found:expected:)`` for a name that no node bears.
    public func pairs() throws(ScenarioError) -> [NodePair] {
        switch scenario.pairs {
        case .all:
            return PairRoutes.allStations(
                satelliteCount: constellation.count, stationCount: stations.count)
        case .file:
            return try pairs(of: pairTable?.pairs ?? [])
        case .listed(let listed):
            return try pairs(of: listed)
        }
    }

    /// The nodes of pairs of names.
    private func pairs(
        of listed: [(source: String, destination: String, place: ScenarioPlace)]
    ) throws(ScenarioError) -> [NodePair] {
        let nodes = nodesByName
        var pairs: [NodePair] = []
        for (source, destination, place) in listed {
            let pair = NodePair(
                source: try node(source, among: nodes, at: place),
                destination: try node(destination, among: nodes, at: place))
            guard pair.source != pair.destination else {
                throw .wrongValue(
                    place: place, found: "'\(source)' twice", expected: "two different nodes")
            }
            pairs.append(pair)
        }
        return pairs
    }

    /// All nodes by their names.
    var nodesByName: [String: NodeID] {
        NodeNames(satellites: satelliteNames, stations: stations).nodes
    }

    /// The node that a scenario names.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - nodes: All nodes by their names.
    ///   - others: Names beside those of nodes that may stand there.
    ///   - place: Where it stands.
    func node(
        _ name: String, among nodes: [String: NodeID], also others: [String] = [],
        at place: ScenarioPlace
    ) throws(ScenarioError) -> NodeID {
        if let node = nodes[name] { return node }
        throw .wrongValue(
            place: place, found: "'\(name)'",
            expected: NodeNames.expected(for: name, among: stations, also: others))
    }
}
