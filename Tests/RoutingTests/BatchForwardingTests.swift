import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@Suite struct BatchForwardingTests {
    private static let manyRules = ForwardingStateTests.manyRules

    /// Meshes of consecutive instants in which lengths change and links come and go.
    private static func sequence(
        seed: Int, satellites: Int, stations: Int, instants: Int, longest: Int,
        _ random: inout SeededGenerator
    ) -> [Mesh] {
        let nodes = satellites + stations
        var links: [Link] = []
        for _ in 0..<Int.random(in: 1...(nodes * 3), using: &random) {
            let a = Int.random(in: 0..<nodes, using: &random)
            let b = Int.random(in: 0..<nodes, using: &random)
            guard a != b else { continue }
            let isFibre = min(a, b) >= satellites
            links.append(
                Link(
                    NodeID(a), NodeID(b), kind: isFibre ? .fibre : .laser,
                    lengthKm: Double(Int.random(in: 0...longest, using: &random))))
        }
        return (0..<instants).map { _ in
            var up: [Link] = []
            for index in links.indices {
                if Int.random(in: 0..<4, using: &random) == 0 {
                    links[index].lengthKm = Double(Int.random(in: 0...longest, using: &random))
                }
                if Int.random(in: 0..<6, using: &random) != 0 { up.append(links[index]) }
            }
            return Mesh(satelliteCount: satellites, nodeCount: nodes, links: up)
        }
    }

    /// The mesh whose exact costs are those that the fast lanes count.
    private static func rounded(_ mesh: Mesh, hopKm: Double) -> Mesh {
        Mesh(
            satelliteCount: mesh.satelliteCount, nodeCount: mesh.nodeCount,
            links: mesh.links.map {
                let steps = (($0.lengthKm + hopKm) * 8_192).rounded(.toNearestOrEven)
                return Link($0.a, $0.b, kind: $0.kind, lengthKm: steps / 8_192)
            })
    }

    private static func check(
        _ state: BatchForwardingState, _ batch: MeshBatch, _ meshes: [Mesh], rules: RoutingRules,
        precision: BatchForwarding.Precision
    ) {
        let hopKm =
            rules.metric == .distance ? 0 : LengthGrid.nearest(km: rules.hopDelayS * 299_792.458)
        for (instant, mesh) in meshes.enumerated() {
            let plain: ForwardingState
            switch precision {
            case .exact:
                plain = ForwardingState(of: mesh, to: state.destinations, rules: rules)
            case .fast:
                var bare = rules
                bare.hopDelayS = 0
                plain = ForwardingState(
                    of: rounded(mesh, hopKm: hopKm), to: state.destinations, rules: bare)
            }
            var wrong = 0
            for (place, goal) in state.destinations.enumerated() {
                for index in 0..<mesh.nodeCount {
                    let node = NodeID(index)
                    let hop = state.nextHop(from: node, to: place, at: instant)
                    if hop != plain.nextHop(from: node, to: goal) { wrong += 1 }
                    if state.costNodes.contains(index) {
                        let cost = state.costKm(from: node, to: place, at: instant)
                        if cost != plain.costKm(from: node, to: goal) ?? .infinity { wrong += 1 }
                    }
                    let route = state.route(from: node, to: place, at: instant, in: batch)
                    let expected = plain.route(from: node, to: goal)
                    if route?.nodes != expected?.nodes { wrong += 1 }
                    if precision == .exact, route != expected { wrong += 1 }
                    if precision == .fast, let route, let expected {
                        let bound = Double(route.hops) * 0.5 / 8_192 + 1e-9
                        let cost = route.lengthKm + Double(route.hops) * hopKm
                        if abs(cost - expected.lengthKm) > bound { wrong += 1 }
                    }
                }
            }
            #expect(wrong == 0)
        }
    }

    /// The rows that are copied out, in both widths, against what the state says node by node.
    private static func checkRows(_ state: BatchForwardingState) {
        let stride = state.nodeCount + 3
        let count = state.instantCount * stride
        for (place, goal) in state.destinations.enumerated() {
            var short = [Int16](repeating: -9, count: count)
            var long = [Int32](repeating: -9, count: count)
            var latencies = [Float](repeating: -9, count: count)
            state.copyNextHops(
                to: place, into: &short, first: 1, instantStride: stride, unreachable: -1)
            state.copyNextHops(
                to: place, into: &long, first: 1, instantStride: stride, unreachable: -1)
            let hasCosts = state.costNodes.count == state.nodeCount && state.rules.hopDelayS == 0
            if hasCosts {
                state.copyLatenciesMs(
                    to: place, into: &latencies, first: 1, instantStride: stride)
            }
            var wrong = 0
            for instant in 0..<state.instantCount {
                for index in 0..<state.nodeCount {
                    let node = NodeID(index)
                    let entry = 1 + instant * stride + index
                    let hop = state.nextHop(from: node, to: place, at: instant)
                    let number = node == goal ? goal.rawValue : hop?.rawValue ?? -1
                    if long[entry] != number || Int32(short[entry]) != number { wrong += 1 }
                    guard hasCosts else { continue }
                    let km = state.costKm(from: node, to: place, at: instant)
                    let ms = km < .infinity ? Float(km / 299_792.458 * 1_000) : .nan
                    if latencies[entry].bitPattern != ms.bitPattern { wrong += 1 }
                }
                // Nothing between the rows is touched.
                if short[instant * stride] != -9 || long[instant * stride] != -9 { wrong += 1 }
            }
            #expect(wrong == 0)
        }
    }

    @Test(arguments: [BatchForwarding.Precision.exact, .fast], 0..<24)
    func `tangles full of ties give what the plain form gives`(
        precision: BatchForwarding.Precision, seed: Int
    ) {
        var random = SeededGenerator(seed: UInt64(900 + seed))
        for rules in Self.manyRules {
            var engine = BatchForwarding(rules: rules, precision: precision)
            var state = BatchForwardingState()
            let satellites = Int.random(in: 2...30, using: &random)
            let stations = Int.random(in: 1...8, using: &random)
            for (round, count) in [8, 16, 1, 19].enumerated() where (round + seed) % 2 == 0 {
                let meshes = Self.sequence(
                    seed: seed, satellites: satellites, stations: stations, instants: count,
                    longest: [0, 1, 4, 900][seed % 4], &random)
                let batch = MeshBatch(meshes)
                let goals: [NodeID]? = seed % 3 == 2 ? [NodeID(satellites), NodeID(0)] : nil
                engine.solve(
                    batch, to: goals, keepingCosts: round % 2 == 0 ? .all : .stations,
                    into: &state)
                #expect(state.destinations.count == goals?.count ?? stations)
                #expect(state.costNodes.count == (round % 2 == 0 ? batch.nodeCount : stations))
                Self.check(state, batch, meshes, rules: rules, precision: precision)
                Self.checkRows(state)
            }
        }
    }

    @Test(arguments: [BatchForwarding.Precision.exact, .fast])
    func `moving shells give what the plain form gives, batch after batch`(
        precision: BatchForwarding.Precision
    ) {
        for rules in Self.manyRules {
            var engine = BatchForwarding(rules: rules, precision: precision)
            var state = BatchForwardingState()
            for block in 0..<3 {
                let meshes = (0..<11).map { MovingShells.mesh(second: Double(block * 11 + $0) * 9) }
                let batch = MeshBatch(meshes)
                engine.solve(batch, keepingCosts: .all, into: &state)
                Self.check(state, batch, meshes, rules: rules, precision: precision)
                Self.checkRows(state)
            }
        }
    }

    @Test func `an empty batch and a batch without stations have no answers`() {
        var engine = BatchForwarding()
        var state = BatchForwardingState()
        engine.solve(MeshBatch(), into: &state)
        #expect(state.instantCount == 0)
        let mesh = Mesh(satelliteCount: 3, nodeCount: 3, links: [])
        engine.solve(MeshBatch([mesh]), into: &state)
        #expect(state.destinations.isEmpty)
        engine.solve(MeshBatch([mesh]), to: [NodeID(1)], keepingCosts: .all, into: &state)
        #expect(state.nextHop(from: NodeID(0), to: 0, at: 0) == nil)
        #expect(state.costKm(from: NodeID(0), to: 0, at: 0) == .infinity)
        #expect(state.costKm(from: NodeID(1), to: 0, at: 0) == 0)
    }

    @Test func `costs beyond the range of fast lanes count as unreachable`() {
        func link(_ a: Int, _ b: Int, _ km: Double) -> Link {
            Link(NodeID(a), NodeID(b), kind: .laser, lengthKm: km)
        }
        let mesh = Mesh(
            satelliteCount: 4, nodeCount: 4,
            links: [link(0, 1, 100_000), link(1, 2, 31_071), link(2, 3, 200_000)])
        var engine = BatchForwarding(precision: .fast)
        var state = BatchForwardingState()
        engine.solve(MeshBatch([mesh]), to: [NodeID(0)], keepingCosts: .all, into: &state)
        #expect(state.costKm(from: NodeID(2), to: 0, at: 0) == 131_071)
        #expect(state.costKm(from: NodeID(3), to: 0, at: 0) == .infinity)
        #expect(state.nextHop(from: NodeID(3), to: 0, at: 0) == nil)
        #expect(state.nextHop(from: NodeID(2), to: 0, at: 0) == NodeID(1))
    }
}
