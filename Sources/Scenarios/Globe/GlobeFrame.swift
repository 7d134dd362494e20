import LaserMesh
import Orbits
import Routing

/// What a scenario's mesh is at one frame of a globe scene.
struct GlobeFrame: Sendable {
    /// A laser that is pointed and down.
    struct Broken: Sendable {
        let link: LaserLink

        /// The rule that it breaks.
        let rule: LinkRule

        /// By how much, in the unit of tables; 0 for a rule without a margin.
        let amount: Double
    }

    /// Earth-fixed places of all nodes [km].
    let positions: PositionPlanes

    /// The links that are up.
    let links: [Link]

    /// The lasers that are pointed and down, sorted.
    let broken: [Broken]

    /// The routes of the pairs that are asked for.
    let routes: [Route?]

    /// The direction of the Sun in the axes of the turning Earth.
    let sun: SIMD3<Double>

    /// Looks at an instant.
    ///
    /// - Parameters:
    ///   - seconds: The instant, since the epoch [s].
    ///   - stations: The stations whose radio links matter, ascending.
    ///   - pairs: The pairs whose routes are wanted.
    init(
        _ experiment: Experiment, atSeconds seconds: Double, stations: [Int], pairs: [NodePair]
    ) {
        // A route may pass any station where they relay.
        let relays = experiment.scenario.routing.allowsGroundRelay && !pairs.isEmpty
        let mesh = experiment.mesh(atSeconds: seconds, linking: relays ? nil : stations).mesh
        let count = experiment.constellation.count
        let shown = Set(stations)
        positions = mesh.positions ?? PositionPlanes(count: mesh.nodeCount)
        links = mesh.links.filter { $0.b.index < count || shown.contains($0.b.index - count) }
        broken = Self.broken(experiment, mesh, positions, atSeconds: seconds)
        var query = PairRoutes(pairs, rules: experiment.scenario.routing)
        routes = pairs.isEmpty ? [] : query.routes(in: mesh)
        sun = SunDirection.itrf(at: experiment.instant(atSeconds: seconds))
    }

    private static func broken(
        _ experiment: Experiment, _ mesh: Mesh, _ positions: PositionPlanes,
        atSeconds seconds: Double
    ) -> [Broken] {
        let rules = experiment.builder.laserRules
        var satellites = PositionPlanes(count: experiment.constellation.count)
        for index in 0..<satellites.count { satellites[index] = positions[index] }
        var pointed: [LaserLink] = []
        experiment.builder.topology.appendLinks(
            among: satellites, atSeconds: seconds, rules: rules, to: &pointed)
        let up = Set(
            mesh.links.lazy.filter { $0.kind == .laser }.map { LaserLink($0.a.index, $0.b.index) })
        return Set(pointed).subtracting(up).sorted { ($0.a, $0.b) < ($1.a, $1.b) }.map { link in
            let ends = [Int(link.a), Int(link.b)].map {
                LinkEnd(node: NodeID($0), positionKm: satellites[$0])
            }
            guard ends.allSatisfy({ $0.positionKm.x.isFinite }) else {
                return Broken(link: link, rule: .position, amount: 0)
            }
            let state = LinkState(ends[0], ends[1], seconds: seconds)
            for rule in rules.rules where rule.hasBoundedCurvature {
                let margin = rules.margin(of: rule, state)
                if margin < 0 {
                    return Broken(link: link, rule: rule, amount: -margin * rule.unitsPerMargin)
                }
            }
            return Broken(link: link, rule: .outage, amount: 0)
        }
    }
}
