import LaserMesh
import Routing
import TestSupport
import Testing

@Suite struct ForwardingStateTests {
    static let manyRules = [
        RoutingRules(), RoutingRules(allowsGroundRelay: true),
        RoutingRules(hopDelayS: 2e-4),
        RoutingRules(metric: .distance, allowsGroundRelay: true, hopDelayS: 3.1e-6),
    ]

    @Test(arguments: 0..<40)
    func `routes are those of A* in tangles full of ties`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed + 40))
        let satellites = Int.random(in: 2...40, using: &random)
        let mesh = RandomMeshes.tangle(
            satellites: satellites, stations: Int.random(in: 1...10, using: &random),
            links: Int.random(in: 1...(satellites * 4), using: &random),
            longest: [0, 1, 3, 50][seed % 4], &random)
        for rules in Self.manyRules { Self.check(mesh, rules: rules) }
    }

    @Test func `routes are those of A* over satellites and stations`() {
        var random = SeededGenerator(seed: 71)
        for rules in Self.manyRules {
            Self.check(RandomMeshes.shell(satellites: 80, stations: 12, &random), rules: rules)
            Self.check(
                RandomMeshes.grid(planes: 10, slots: 9, stations: 12, &random), rules: rules)
        }
    }

    @Test func `a satellite may be a destination too`() {
        var random = SeededGenerator(seed: 72)
        let mesh = RandomMeshes.grid(planes: 6, slots: 7, stations: 5, &random)
        Self.check(mesh, to: [NodeID(3), NodeID(44), NodeID(41)], rules: RoutingRules())
        let state = ForwardingState(of: mesh, to: [NodeID(3)])
        #expect(state.costKm(from: NodeID(0), to: NodeID(44)) == nil)
        #expect(state.nextHop(from: NodeID(3), to: NodeID(3)) == nil)
    }

    @Test func `shells that are swept give what Dijkstra's algorithm gives`() {
        let shells = ShellLayout.layouts(of: MovingShells.shells)
        for second in [0.0, 400, 3_000] {
            let mesh = MovingShells.mesh(second: second)
            for hopDelayS in [0, 1e-4] {
                let rules = RoutingRules(hopDelayS: hopDelayS)
                Self.check(
                    ForwardingState(of: mesh, rules: rules, shells: shells), mesh, nil)
            }
        }
    }

    @Test func `a mesh without links has no routes`() {
        let mesh = Mesh(satelliteCount: 6, nodeCount: 10, links: [])
        Self.check(mesh, rules: RoutingRules())
    }

    /// Destination by destination, and swept: over one plane of all satellites, which is a bad order
    /// and gives the same.
    private static func check(_ mesh: Mesh, to goals: [NodeID]? = nil, rules: RoutingRules) {
        let plane = ShellLayout(firstSatellite: 0, planes: 1, slots: mesh.satelliteCount)
        for shells in [[], [plane]] {
            check(ForwardingState(of: mesh, to: goals, rules: rules, shells: shells), mesh, goals)
        }
    }

    private static func check(_ state: ForwardingState, _ mesh: Mesh, _ goals: [NodeID]?) {
        let rules = state.rules
        #expect(state.destinations == goals ?? mesh.stations.map { NodeID($0) })
        var query = AStar(rules: rules)
        for goal in state.destinations {
            for node in 0..<mesh.nodeCount {
                let route = query.route(in: mesh, from: NodeID(node), to: goal)
                #expect(state.route(from: NodeID(node), to: goal) == route)
                #expect(
                    state.nextHop(from: NodeID(node), to: goal) == route?.nodes.dropFirst().first)
            }
        }
    }
}
