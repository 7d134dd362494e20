import LaserMesh
import Results
import Routing

/// The routes of a globe scene: read from tables, or found frame by frame.
struct GlobeRoutes {
    /// A series for each pair and rank.
    private(set) var series: [GlobeSeries] = []

    /// Nodes of the mesh that each route passes.
    private(set) var routes: [[Int]] = []

    /// The pairs whose routes must be found, in the order of the series; none where tables have them.
    private(set) var searched: [NodePair] = []

    /// The stations that routes begin at, end at or pass, ascending; `nil` where there is no pair.
    private(set) var stations: [Int]?

    private var places: [[Int]: Int] = [:]

    /// Reads the tables of a result folder, or takes note of what to search; without a folder always
    /// the latter.
    init(
        folder: String?, _ experiment: Experiment,
        pairs: [(source: String, destination: String)]
    ) throws {
        if let folder, InputFile.exists(folder + "/latency.csv"),
            InputFile.exists(folder + "/routes.csv")
        {
            try read(folder: folder, experiment, pairs)
        } else {
            try search(experiment, pairs)
        }
        guard !series.isEmpty else { return }
        let count = experiment.constellation.count
        var passed = Set(routes.joined().filter { $0 >= count }.map { $0 - count })
        let nodes = experiment.nodesByName
        for name in series.flatMap({ [$0.source, $0.destination] }) {
            if let node = nodes[name], node.index >= count { passed.insert(node.index - count) }
        }
        if !searched.isEmpty, experiment.scenario.routing.allowsGroundRelay {
            // Which ones they pass is not known yet.
            passed = Set(experiment.stations.indices)
        }
        stations = passed.sorted()
    }

    /// Takes the routes of the next frame, where they are found and not read.
    mutating func add(_ found: [Route?], atSeconds seconds: Double) {
        for (place, route) in found.enumerated() {
            series[place].timesS.append(seconds)
            series[place].rttMs.append(route?.rttMs ?? .nan)
            series[place].routes.append(route.map { self.place(of: $0.nodes.map(\.index)) })
        }
    }

    private mutating func place(of nodes: [Int]) -> Int {
        if let place = places[nodes] { return place }
        places[nodes] = routes.count
        routes.append(nodes)
        return routes.count - 1
    }

    private mutating func read(
        folder: String, _ experiment: Experiment,
        _ pairs: [(source: String, destination: String)]
    ) throws {
        let results = try RouteResults(folder: folder)
        let table = try CSVTable(contentsOf: folder + "/routes.csv")
        var nodes: [String: Int] = [:]
        for (name, node) in experiment.nodesByName { nodes[NodeLabel.text(name)] = node.index }
        let ids = try table.ints("route")
        let lists = try table.strings("nodes")
        var chosen = try results.selected(pairs)
        if pairs.isEmpty { chosen = Array(chosen.prefix(GlobeRun.greatestSeries)) }
        let used = Set(chosen.flatMap(\.routes))
        var placeOfID: [Int: Int] = [:]
        for (id, list) in zip(ids, lists) where used.contains(id) {
            let route = try list.split(separator: " ").map { name in
                guard let node = nodes[String(name)] else {
                    throw GlobeError.unknownNode(name: String(name), folder: folder)
                }
                return node
            }
            placeOfID[id] = place(of: route)
        }
        for pair in chosen {
            var shown = GlobeSeries(
                source: pair.source, destination: pair.destination, rank: pair.rank,
                fibreRTTMs: pair.fibreRTTMs)
            shown.timesS = pair.timesS
            shown.rttMs = pair.rttMs
            shown.routes = pair.routes.map { id in id.flatMap { placeOfID[$0] } }
            series.append(shown)
        }
    }

    private mutating func search(
        _ experiment: Experiment, _ named: [(source: String, destination: String)]
    ) throws {
        if named.isEmpty {
            searched = Array(try experiment.pairs().prefix(GlobeRun.greatestSeries))
        } else {
            var nodes: [String: NodeID] = [:]
            for (name, node) in experiment.nodesByName { nodes[NodeLabel.text(name)] = node }
            searched = try named.map { pair in
                guard let source = nodes[NodeLabel.text(pair.source)],
                    let destination = nodes[NodeLabel.text(pair.destination)],
                    source != destination
                else {
                    throw GlobeError.unknownPair(
                        source: pair.source, destination: pair.destination)
                }
                return NodePair(source: source, destination: destination)
            }
        }
        series = searched.map { pair in
            GlobeSeries(
                source: experiment.name(of: pair.source),
                destination: experiment.name(of: pair.destination),
                fibreRTTMs: experiment.fibreRTTMs(of: pair))
        }
    }
}
