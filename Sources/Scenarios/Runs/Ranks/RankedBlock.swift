import LaserMesh
import Orbits
import Routing

/// The answers of an algorithm for all pairs at the instants of a block.
struct RankedBlock: Sendable {
    /// The answer for a pair at an instant.
    struct Entry: Sendable {
        /// The routes, best first.
        let answer: RouteAnswer

        /// The best route, where the algorithm is one that is to be compared with it.
        let best: Route?

        /// Where the nodes of each route stand; none where the pair had that route at the instant
        /// before.
        let waypoints: [[RouteBlock.Waypoint]]
    }

    /// The answers, instant by instant, in the order of the pairs.
    private(set) var entries: [Entry] = []

    /// Satellites without a position: instant, satellite and code.
    private(set) var rejected: [(instant: Int, satellite: Int, error: SGP4Error)] = []

    /// Asks at the instants of a block.
    ///
    /// - Parameters:
    ///   - experiment: The scenario.
    ///   - algorithm: What is asked.
    ///   - pairs: The pairs.
    ///   - stations: The stations whose links matter; `nil` for all.
    ///   - instants: The instants of its window.
    init(
        _ experiment: Experiment, by algorithm: RouteAlgorithm, pairs: [NodePair],
        stations: [Int]?, instants: Range<Int>
    ) {
        let rules = experiment.scenario.routing
        var query = AlgorithmQuery(
            algorithm, rules: rules, on: experiment.scenario.ground.earth.ellipsoid)
        var best = PairRoutes(algorithm.isBaseline ? pairs : [], rules: rules)
        entries.reserveCapacity(instants.count * pairs.count)
        for index in instants {
            let seconds = experiment.window.seconds(at: index)
            let (mesh, errors) = experiment.mesh(
                atSeconds: seconds, linking: stations)
            rejected += errors.map { (index, $0.0, $0.1) }
            var believed: Mesh?
            if case .linkState(let delayS, _) = algorithm, delayS > 0 {
                believed =
                    experiment.mesh(
                        atSeconds: seconds - delayS, linking: stations
                    ).mesh
            }
            query.begin(with: mesh, believing: believed)
            let bests = best.routes(in: mesh)
            for (place, pair) in pairs.enumerated() {
                let answer = query.answer(from: pair.source, to: pair.destination)
                let before =
                    index == instants.lowerBound
                    ? [] : entries[entries.count - pairs.count].answer.routes
                let known = Set(before.map(\.nodes))
                let waypoints = answer.routes.map { route -> [RouteBlock.Waypoint] in
                    guard !known.contains(route.nodes), let positions = mesh.positions else {
                        return []
                    }
                    return route.nodes.map {
                        RouteBlock.Waypoint(node: $0, position: .init(km: positions[$0.index]))
                    }
                }
                entries.append(
                    Entry(
                        answer: answer, best: algorithm.isBaseline ? bests[place] : nil,
                        waypoints: waypoints))
            }
        }
    }
}
