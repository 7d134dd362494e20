import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// The forwarding state against one A* a pair, on meshes full of ties.
@Suite struct ForwardingRowsTests {
    /// Links between random nodes with lengths of a few whole kilometres, zero among them.
    private func tangle(
        satellites: Int, stations: Int, links count: Int, _ random: inout SeededGenerator
    ) -> Mesh {
        let nodes = satellites + stations
        var links: [Link] = []
        for _ in 0..<count {
            let a = Int.random(in: 0..<nodes, using: &random)
            let b = Int.random(in: 0..<nodes, using: &random)
            guard a != b else { continue }
            let lengthKm = Double(Int.random(in: 0...2, using: &random))
            links.append(Link(NodeID(a), NodeID(b), kind: .laser, lengthKm: lengthKm))
        }
        return Mesh(satelliteCount: satellites, nodeCount: nodes, links: links)
    }

    @Test(
        arguments: [
            RoutingRules(), RoutingRules(allowsGroundRelay: true), RoutingRules(hopDelayS: 3e-6),
            RoutingRules(metric: .distance, hopDelayS: 1e-3),
        ])
    func `each hop is the second node of the best route`(rules: RoutingRules) throws {
        var random = SeededGenerator(seed: 30)
        var (reached, unreached) = (0, 0)
        for round in 0..<60 {
            let mesh = tangle(satellites: 12, stations: 5, links: 14 + round, &random)
            var rows = ForwardingRows(nodes: mesh.nodeCount, hasLatency: true)
            let destinations = mesh.stations.map { NodeID($0) }
            rows.append(ForwardingState(of: mesh, to: destinations, rules: rules))
            #expect(rows.nextHop.count == 5 * 17 && rows.latencyMs.count == 5 * 17)
            var single = AStar(rules: rules)
            var place = 0
            for destination in destinations {
                for node in 0..<mesh.nodeCount {
                    let route = single.route(in: mesh, from: NodeID(node), to: destination)
                    let (next, latency) = (rows.nextHop[place], rows.latencyMs[place])
                    place += 1
                    guard let route else {
                        unreached += 1
                        #expect(next == ForwardingRows.unreachable && latency.isNaN)
                        continue
                    }
                    reached += 1
                    #expect(next == (route.nodes.dropFirst().first ?? destination).rawValue)
                    #expect(latency == Float(route.latencyS * 1_000))
                }
            }
        }
        #expect(reached > 1_000 && unreached > 100)
    }

    @Test func `blocks are bounded in memory`() {
        #expect(ForwardRun.blockSize(nodes: 50, destinations: 2) == 16)
        #expect(ForwardRun.blockSize(nodes: 1_684, destinations: 100) == 16)
        #expect(ForwardRun.blockSize(nodes: 35_396, destinations: 1_000) == 1)
    }
}
