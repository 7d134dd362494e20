import LaserMesh

/// The best routes of many pairs on one mesh, each source searched once.
///
/// Pairs that share their source are answered by one search from it to all, if they are many, and
/// by A* each, if they are few, as ``SearchChoice`` says. The routes are the same either way.
public struct PairRoutes {
    private var single: AStar
    private var many: OneToAll
    /// Places in the list of pairs, grouped by source.
    private let groups: [[Int]]
    private let pairs: [NodePair]

    /// Creates a query for a list of pairs.
    public init(_ pairs: [NodePair], rules: RoutingRules = RoutingRules()) {
        self.pairs = pairs
        single = AStar(rules: rules)
        many = OneToAll(rules: rules)
        var places: [NodeID: Int] = [:]
        var groups: [[Int]] = []
        for (place, pair) in pairs.enumerated() {
            if let group = places[pair.source] {
                groups[group].append(place)
            } else {
                places[pair.source] = groups.count
                groups.append([place])
            }
        }
        self.groups = groups
    }

    /// The pairs of all nodes of a mesh that are ground stations, each once, the smaller node first.
    public static func allStations(satelliteCount: Int, stationCount: Int) -> [NodePair] {
        (0..<stationCount).flatMap { a in
            ((a + 1)..<max(a + 1, stationCount)).map { b in
                NodePair(
                    source: NodeID(satelliteCount + a), destination: NodeID(satelliteCount + b))
            }
        }
    }

    /// The best route of each pair, in the order of the pairs; `nil` where there is none.
    ///
    /// - Complexity: O(sources · (nodes + links) log nodes).
    public mutating func routes(in mesh: Mesh) -> [Route?] {
        var routes = [Route?](repeating: nil, count: pairs.count)
        for group in groups {
            if SearchChoice.forPairs(ofOneSource: group.count) == .pairByPair {
                for place in group {
                    routes[place] = single.route(
                        in: mesh, from: pairs[place].source, to: pairs[place].destination)
                }
            } else {
                many.search(in: mesh, from: pairs[group[0]].source)
                for place in group { routes[place] = many.route(to: pairs[place].destination) }
            }
        }
        return routes
    }
}
