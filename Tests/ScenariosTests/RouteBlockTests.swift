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
        for instants in [0..<8, 8..<24, 24..<29] {
            let plain = RouteBlock(
                plainly: experiment, pairs: pairs, stations: nil, instants: instants)
            let together = RouteBlock(together: experiment, pairs: pairs, instants: instants)
            #expect(together.routes == plain.routes)
            #expect(Set(together.waypoints.keys) == Set(plain.waypoints.keys))
            for (place, points) in plain.waypoints {
                #expect(together.waypoints[place]?.map(\.node) == points.map(\.node))
                #expect(together.waypoints[place]?.map(\.position) == points.map(\.position))
            }
            #expect(plain.routes.contains { $0 != nil })
            let rows = ForwardBlock(together: experiment, instants: instants)
            let plainRows = ForwardBlock(plainly: experiment, instants: instants)
            #expect(rows.nextHop == plainRows.nextHop)
            #expect(
                rows.latencyMs.map(\.bitPattern) == plainRows.latencyMs.map(\.bitPattern))
        }
    }

    @Test func `many sources to few destinations are solved together`() {
        let many = (0..<9).map { NodePair(source: NodeID($0), destination: NodeID(9 + $0 / 3)) }
        #expect(RouteBlock.prefersBatch(many, instants: 8))
        #expect(!RouteBlock.prefersBatch(many, instants: 2))
        #expect(!RouteBlock.prefersBatch(Array(many.prefix(5)), instants: 8))
    }
}
