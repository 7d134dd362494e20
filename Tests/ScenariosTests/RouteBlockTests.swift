import LaserMesh
import Orbits
import Routing
import TestSupport
import Testing

@testable import Scenarios

/// Solved together or one by one, the routes of a block are the same.
@Suite struct RouteBlockTests {
    @Test(arguments: [
        "", "\nrouting: { ground_relay: true, hop_delay_us: 30 }",
        "\nlasers: { topology: nearest, terminals: 3 }", "\nlasers: { topology: none }",
        "\nrouting: { metric: distance, hop_delay_us: 500 }",
    ])
    func `together as one by one`(more: String) throws {
        let folder = try TemporaryFolder()
        let experiment = try ExperimentTests.experiment(
            ExperimentTests.scenario + more, in: folder)
        var pairs = try experiment.pairs()
        pairs += [
            NodePair(source: NodeID(17), destination: pairs[0].destination),
            NodePair(source: pairs[0].source, destination: NodeID(100)),
        ]
        // The one solver goes on from block to block, as in a run.
        let solver = BlockSolver(experiment)
        for instants in [0..<8, 8..<24, 24..<29, 0..<5] {
            let plain = RouteBlock(
                plainly: experiment, pairs: pairs, stations: nil, instants: instants)
            let together = RouteBlock(together: instants, of: pairs, by: solver)
            #expect(together.routes == plain.routes)
            #expect(Set(together.waypoints.keys) == Set(plain.waypoints.keys))
            for (place, points) in plain.waypoints {
                #expect(together.waypoints[place]?.map(\.node) == points.map(\.node))
                #expect(together.waypoints[place]?.map(\.position) == points.map(\.position))
            }
            #expect(plain.routes.contains { $0 != nil })
            let rows = ForwardBlock(
                together: instants, by: solver,
                into: ForwardingRows(nodes: experiment.nodeCount, hasLatency: true))
            let plainRows = ForwardBlock(
                plainly: instants, of: experiment,
                into: ForwardingRows(nodes: experiment.nodeCount, hasLatency: true))
            #expect(rows.nextHop == plainRows.nextHop)
            #expect(
                rows.latencyMs.map(\.bitPattern) == plainRows.latencyMs.map(\.bitPattern))
        }
    }
}
