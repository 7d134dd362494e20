import LaserMesh
import Results
import Routing

/// Writes the best routes of station pairs at an instant as LEOCraft exports them.
///
/// `<name>_routes.json` is an object of `"G-<x>_G-<y>"`, x < y, each with the list of its k routes by
/// nodes: `G-<station>`, and `S<shell>-<satellite>` with satellites counted within their shell, all from
/// 0. As there, k routes are asked for, pairs with fewer stand in `<name>_k_path_not_found.txt` as
/// `pair,routes` and not among the routes, and pairs without a route have an empty list and stand in
/// `<name>_no_path_found.txt`. `nodes.csv` tells which node is which.
///
/// - Note: S. Basak et al., "LEOCraft: Towards Designing Performant LEO Networks", ATC 2025.
enum LEOCraftExport {
    static func run(
        _ experiment: Experiment, atSeconds seconds: Double, into folder: ResultFolder,
        control: RunControl
    ) async throws {
        try experiment.requireNoStops()
        let pairs = try stationPairs(experiment)
        let count = try routeCount(experiment)
        let (mesh, rejected) = experiment.mesh(
            atSeconds: seconds, linking: experiment.stations(of: pairs))
        var errors = RowBuffer()
        for (satellite, error) in rejected {
            ErrorTable.append(
                error, of: experiment.satelliteNames[satellite], at: seconds, to: &errors)
        }
        try ErrorTable.create(in: folder).append(errors)
        let labels = labels(experiment)
        let rules = experiment.scenario.routing
        var routes: [String: JSONValue] = [:]
        var without = ""
        var fewer = ""
        try await BlockPipeline(threads: control.threads, blockSize: 16).run(count: pairs.count) {
            LEOCraftQuery(rules)
        } work: { query, places in
            places.map { place in
                query.routes(count, in: mesh, between: pairs[place]).map { $0.nodes.map(\.index) }
            }
        } take: { found, places in
            for (pair, lists) in zip(pairs[places], found) {
                let key = "\(labels[pair.source.index])_\(labels[pair.destination.index])"
                if lists.isEmpty { without += key + "\n" }
                if !lists.isEmpty, lists.count < count {
                    fewer += "\(key),\(lists.count)\n"
                    continue
                }
                routes[key] = .array(
                    lists.map { .array($0.map { .string(labels[$0]) }) })
            }
            control.progress(places.count)
        }
        let name = experiment.scenario.name.replacing("/", with: "_")
        try folder.write(JSONValue.object(routes).compactText + "\n", to: "\(name)_routes.json")
        try folder.write(without, to: "\(name)_no_path_found.txt")
        try folder.write(fewer, to: "\(name)_k_path_not_found.txt")
        let table = try folder.table("nodes.csv", columns: ["node", "name"])
        var rows = RowBuffer()
        for (index, label) in labels.enumerated() {
            rows.row(label, experiment.name(of: NodeID(index)))
        }
        try table.append(rows)
    }

    /// The pairs of the scenario with the smaller station first, each once, in order.
    private static func stationPairs(_ experiment: Experiment) throws -> [NodePair] {
        guard !experiment.scenario.routing.allowsGroundRelay else {
            throw ExchangeError.cannotSay(
                form: .leoCraft, found: "ground_relay: true",
                expected: "routes over satellites alone")
        }
        let satellites = experiment.constellation.count
        var seen: Set<NodePair> = []
        var pairs: [NodePair] = []
        for pair in try experiment.pairs() {
            let ends = [pair.source, pair.destination].sorted()
            guard ends[0].index >= satellites else {
                throw ExchangeError.cannotSay(
                    form: .leoCraft, found: "a pair with \(experiment.name(of: ends[0]))",
                    expected: "pairs of stations")
            }
            let ordered = NodePair(source: ends[0], destination: ends[1])
            if seen.insert(ordered).inserted { pairs.append(ordered) }
        }
        return pairs.sorted { ($0.source, $0.destination) < ($1.source, $1.destination) }
    }

    /// k of `k-shortest`; 1 where the scenario has no algorithm.
    private static func routeCount(_ experiment: Experiment) throws -> Int {
        switch try experiment.algorithm() {
        case .kShortest(let count): return count
        case nil, .shortest: return 1
        default:
            throw ExchangeError.cannotSay(
                form: .leoCraft,
                found: "the algorithm \(experiment.scenario.algorithm?.name.rawValue ?? "")",
                expected: "shortest or k-shortest")
        }
    }

    /// LEOCraft's names of all nodes.
    private static func labels(_ experiment: Experiment) -> [String] {
        let counts =
            experiment.shells.isEmpty
            ? [experiment.constellation.count] : experiment.shells.map(\.satelliteCount)
        return counts.enumerated().flatMap { shell, count in
            (0..<count).map { "S\(shell)-\($0)" }
        } + experiment.stations.indices.map { "G-\($0)" }
    }
}

/// The memory of a thread for routes of pairs.
private final class LEOCraftQuery {
    private var query: KShortest

    init(_ rules: RoutingRules) { query = KShortest(rules: rules) }

    func routes(_ count: Int, in mesh: Mesh, between pair: NodePair) -> [Route] {
        query.routes(count, in: mesh, from: pair.source, to: pair.destination)
    }
}
