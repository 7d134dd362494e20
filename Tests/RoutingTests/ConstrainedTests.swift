import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@Suite struct ConstrainedTests {
    /// Satellites in a +Grid over stations, with a route between two of them.
    private static func grid(
        _ seed: UInt64
    ) throws -> (mesh: Mesh, source: NodeID, goal: NodeID, best: Route) {
        var random = SeededGenerator(seed: seed)
        var query = AStar()
        while true {
            let mesh = RandomMeshes.grid(planes: 20, slots: 15, stations: 2, &random)
            let (source, goal) = (mesh.station(0), mesh.station(1))
            if let best = query.route(in: mesh, from: source, to: goal), best.hops > 4 {
                return (mesh, source, goal, best)
            }
        }
    }

    private static func answer(
        _ constraints: RouteConstraints, _ mesh: Mesh, _ source: NodeID, _ goal: NodeID,
        stepLimit: Int = 1_000
    ) -> Constrained.Answer {
        var query = Constrained(constraints, stepLimit: stepLimit)
        query.begin(with: mesh)
        return query.answer(from: source, to: goal)
    }

    /// A box of some size around the sub-point of a satellite.
    private static func box(around node: NodeID, in mesh: Mesh, halfDeg: Double) throws -> Region {
        let positions = try #require(mesh.positions)
        let place = Ellipsoid.wgs84.geodetic(of: ITRFPosition(km: positions[node.index]))
        let half = halfDeg * .pi / 180
        return Region(
            name: "box", southRad: place.latitudeRad - half, northRad: place.latitudeRad + half,
            westRad: place.longitudeRad - half, eastRad: place.longitudeRad + half)
    }

    @Test(arguments: 0..<6)
    func `a region stands for the satellites whose sub-points it holds`(seed: UInt64) throws {
        let (mesh, source, goal, best) = try Self.grid(seed)
        let middle = best.nodes[best.nodes.count / 2]
        let region = try Self.box(around: middle, in: mesh, halfDeg: 8)
        let positions = try #require(mesh.positions)
        let inside = (0..<mesh.satelliteCount).map { NodeID($0) }.filter {
            region.contains(Ellipsoid.wgs84.geodetic(of: ITRFPosition(km: positions[$0.index])))
        }
        #expect(inside.contains(middle) && inside.count < 30)
        let avoided = Self.answer(
            RouteConstraints(avoid: [.region(region)]), mesh, source, goal)
        #expect(
            avoided
                == Self.answer(
                    RouteConstraints(avoid: inside.map { .node($0) }), mesh, source, goal))
        if case .route(let route) = avoided {
            #expect(
                route.lengthKm >= best.lengthKm && !route.nodes.contains(where: inside.contains))
        }
        // The best route passes the region, which requires nothing of it.
        #expect(
            Self.answer(RouteConstraints(require: [.region(region)]), mesh, source, goal)
                == .route(best))
        // Some other region: the best over all its satellites, each required alone.
        let far = try Self.box(around: NodeID(Int(seed) * 37), in: mesh, halfDeg: 6)
        let each = (0..<mesh.satelliteCount).map { NodeID($0) }.filter {
            far.contains(Ellipsoid.wgs84.geodetic(of: ITRFPosition(km: positions[$0.index])))
        }.compactMap { node -> Route? in
            guard
                case .route(let route) = Self.answer(
                    RouteConstraints(require: [.node(node)]), mesh, source, goal)
            else { return nil }
            return route
        }
        let least = each.min { ($0.lengthKm, $0.hops) < ($1.lengthKm, $1.hops) }
        #expect(
            Self.answer(RouteConstraints(require: [.region(far)]), mesh, source, goal)
                == least.map { .route($0) })
    }

    @Test func `the reason is told`() throws {
        let (mesh, source, goal, best) = try Self.grid(1)
        let beside = mesh.row(of: source).map { NodeID(rawValue: mesh.neighbour[$0]) }
        func reason(_ constraints: RouteConstraints, stepLimit: Int = 1_000) -> BarredReason? {
            guard
                case .none(let reason) = Self.answer(
                    constraints, mesh, source, goal, stepLimit: stepLimit)
            else { return nil }
            return reason
        }
        // All satellites over the source: none bars by itself unless it is the only one.
        let all = beside.map { RouteConstraint.node($0) }
        #expect(
            reason(RouteConstraints(avoid: all)) == .avoided(beside.count == 1 ? all : []))
        #expect(
            reason(RouteConstraints(avoid: [.node(goal), .node(best.nodes[1])]))
                == .avoided([.node(goal)]))
        let south = Region(
            name: "south", southRad: -1.5, northRad: -1.4, westRad: 0, eastRad: 2 * .pi)
        #expect(
            reason(RouteConstraints(require: [.region(south)])) == .absent(.region(south)))
        let noLink = RouteConstraint.link(source, goal)
        #expect(reason(RouteConstraints(require: [noLink])) == .absent(noLink))
        #expect(
            reason(RouteConstraints(avoid: [noLink], require: [.node(best.nodes[1])])) == nil)
        // A route leaves the source by one link.
        let two = beside.prefix(2).map { RouteConstraint.link(source, $0) }
        if two.count == 2 {
            #expect(reason(RouteConstraints(require: two)) == .notTogether)
        }
        let lonely = Mesh(satelliteCount: 3, nodeCount: 3, links: [])
        #expect(
            Self.answer(RouteConstraints(avoid: [.node(NodeID(1))]), lonely, NodeID(0), NodeID(2))
                == .none(.unreachable))
        // A dead end can be entered, but not left.
        func link(_ a: Int, _ b: Int) -> Link {
            Link(NodeID(a), NodeID(b), kind: .laser, lengthKm: 1)
        }
        let deadEnd = Mesh(
            satelliteCount: 4, nodeCount: 4, links: [link(0, 1), link(1, 2), link(1, 3)])
        #expect(
            Self.answer(
                RouteConstraints(require: [.node(NodeID(3))]), deadEnd, NodeID(0), NodeID(2))
                == .none(.outOfWay(.node(NodeID(3)))))
    }

    @Test func `a search that takes too long says so`() throws {
        // A far corner, from which the way back is the way there.
        var random = SeededGenerator(seed: 8)
        let mesh = RandomMeshes.tangle(
            satellites: 40, stations: 0, links: 90, longest: 1, &random)
        let constraints = RouteConstraints(require: (2..<8).map { .node(NodeID($0 * 4)) })
        let answer = Self.answer(constraints, mesh, NodeID(0), NodeID(1), stepLimit: 1)
        let patient = Self.answer(constraints, mesh, NodeID(0), NodeID(1))
        #expect(answer == .none(.undecided(steps: 1)) || answer == patient)
        if case .route(let route) = patient {
            #expect((2..<8).allSatisfy { route.nodes.contains(NodeID($0 * 4)) })
            #expect(Set(route.nodes).count == route.nodes.count)
        }
    }

    @Test func `a query goes from mesh to mesh`() throws {
        var query = Constrained(
            RouteConstraints(avoid: [.node(NodeID(7))], require: [.node(NodeID(9))]))
        for seed in [2, 3, 4] as [UInt64] {
            let (mesh, source, goal, _) = try Self.grid(seed)
            query.begin(with: mesh)
            for (from, to) in [(source, goal), (goal, source), (source, source)] {
                #expect(
                    query.answer(from: from, to: to)
                        == Self.answer(query.constraints, mesh, from, to))
            }
        }
    }
}
