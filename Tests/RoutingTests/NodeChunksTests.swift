import LaserMesh
import Routing
import TestSupport
import Testing

/// Meshes that fall into parts, which the batch engine solves one after another.
@Suite struct NodeChunksTests {
    /// Rings of satellites; each station sees satellites of several rings, and lists join rings.
    private static func mesh(
        rings: Int, size: Int, joined: [(Int, Int)], _ random: inout SeededGenerator
    ) -> Mesh {
        let satellites = rings * size
        var links: [Link] = []
        for ring in 0..<rings {
            for place in 0..<size {
                links.append(
                    Link(
                        NodeID(ring * size + place), NodeID(ring * size + (place + 1) % size),
                        kind: .laser, lengthKm: Double(Int.random(in: 1...9, using: &random))))
            }
        }
        for (a, b) in joined {
            links.append(Link(NodeID(a), NodeID(b), kind: .laser, lengthKm: 1))
        }
        for station in 0..<11 {
            for _ in 0..<5 {
                links.append(
                    Link(
                        NodeID(satellites + station),
                        NodeID(Int.random(in: 0..<satellites, using: &random)), kind: .radio,
                        lengthKm: Double(Int.random(in: 1...9, using: &random))))
            }
        }
        return Mesh(satelliteCount: satellites, nodeCount: satellites + 11, links: links)
    }

    private static func check(
        _ state: BatchForwardingState, _ meshes: [Mesh], rules: RoutingRules
    ) {
        var wrong = 0
        for (instant, mesh) in meshes.enumerated() {
            let plain = ForwardingState(of: mesh, rules: rules)
            for (place, goal) in plain.destinations.enumerated() {
                for index in 0..<mesh.nodeCount {
                    let node = NodeID(index)
                    let hop = state.nextHop(from: node, to: place, at: instant)
                    if hop != plain.nextHop(from: node, to: goal) { wrong += 1 }
                    let cost = state.costKm(from: node, to: place, at: instant)
                    if cost != plain.costKm(from: node, to: goal) ?? .infinity { wrong += 1 }
                }
            }
        }
        #expect(wrong == 0)
    }

    @Test(arguments: [BatchForwarding.Precision.exact, .fast])
    func `parts that are joined later, and parted again, are solved right`(
        precision: BatchForwarding.Precision
    ) {
        var random = SeededGenerator(seed: 5)
        // Three rings of 1,500 do not share a chunk; a joint between two of them comes and goes.
        let joints: [[(Int, Int)]] = [[], [], [(3, 1_700)], [], [(9, 4_000), (10, 2_000)]]
        for rules in [RoutingRules(), RoutingRules(allowsGroundRelay: true)] {
            var engine = BatchForwarding(rules: rules, precision: precision)
            var state = BatchForwardingState()
            for joined in joints {
                let meshes = (0..<2).map { _ in
                    Self.mesh(rings: 3, size: 1_500, joined: joined, &random)
                }
                engine.solve(MeshBatch(meshes), keepingCosts: .all, into: &state)
                Self.check(state, meshes, rules: rules)
            }
        }
    }

    @Test func `links that come, move and go where all else stays are seen`() {
        var engine = BatchForwarding()
        var state = BatchForwardingState()
        let joints: [[(Int, Int)]] = [
            [], [(3, 5)], [(4, 6)], [(4, 6), (50, 57)], [], [(30, 32), (103, 105)], [],
        ]
        for joined in joints {
            // The same lengths each time, so that the orders of the batch before are kept.
            var random = SeededGenerator(seed: 7)
            let meshes = [Self.mesh(rings: 2, size: 60, joined: joined, &random)]
            engine.solve(MeshBatch(meshes), keepingCosts: .all, into: &state)
            Self.check(state, meshes, rules: RoutingRules())
        }
    }

    @Test func `meshes of other sizes may follow one another`() {
        var random = SeededGenerator(seed: 6)
        var engine = BatchForwarding()
        var state = BatchForwardingState()
        for (rings, size) in [(4, 900), (2, 30), (5, 700), (1, 12), (700, 3)] {
            let meshes = [Self.mesh(rings: rings, size: size, joined: [], &random)]
            engine.solve(MeshBatch(meshes), keepingCosts: .all, into: &state)
            Self.check(state, meshes, rules: RoutingRules())
        }
    }
}
