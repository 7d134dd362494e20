import LaserMesh
import Orbits
import TestSupport
import Testing

@testable import Routing

@Suite struct CostBoundTests {
    private static let manyRules = [
        RoutingRules(), RoutingRules(hopDelayS: 2e-5), RoutingRules(allowsGroundRelay: true),
    ]

    /// No bound exceeds the cost that is left, and along a laser it falls by no more than the
    /// laser's cost, but for the rounding.
    private static func check(_ mesh: Mesh) throws {
        let positions = try #require(mesh.positions)
        for rules in manyRules {
            for goal in [0, mesh.satelliteCount / 2] + Array(mesh.stations) {
                var exact = OneToAll(rules: rules)
                exact.search(in: mesh, from: NodeID(goal))
                let bound = CostBound(to: goal, in: mesh, rules: rules)
                func km(_ node: Int) -> Double {
                    bound.km(from: positions[node], isSatellite: node < mesh.satelliteCount)
                }
                var wrong = 0
                for node in 0..<mesh.nodeCount {
                    if let cost = exact.costKm(to: NodeID(node)), km(node) > cost { wrong += 1 }
                }
                for link in mesh.links where link.kind == .laser {
                    let fall = abs(km(link.a.index) - km(link.b.index))
                    let cost = link.lengthKm + rules.hopCostKm
                    if fall.isFinite, fall > cost + 1e-5 { wrong += 1 }
                }
                #expect(wrong == 0)
            }
        }
    }

    @Test func `never more than the cost over moving shells`() throws {
        for second in [0.0, 700, 2_100] { try Self.check(MovingShells.mesh(second: second)) }
    }

    @Test(.enabled(if: SharedData.isPresent, Comment(rawValue: SharedData.absent)))
    func `never more than the cost over real satellites`() throws {
        var random = SeededGenerator(seed: 77)
        try Self.check(try #require(try RealMesh.starlink(satellites: 400, &random)))
    }

    @Test func `over a shell it is far more than the straight line`() throws {
        let mesh = MovingShells.mesh(second: 0)
        let positions = try #require(mesh.positions)
        let goal = 0
        let bound = CostBound(to: goal, in: mesh, rules: RoutingRules())
        let opposite = (0..<99).max { positions.lengthKm($0, goal) < positions.lengthKm($1, goal) }
        let node = try #require(opposite)
        #expect(
            bound.km(from: positions[node], isSatellite: true)
                > 1.1 * positions.lengthKm(node, goal))
    }
}
