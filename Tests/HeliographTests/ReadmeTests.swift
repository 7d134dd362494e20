import Foundation
import Heliograph
import TestSupport
import Testing

/// The example of the README, as it stands there.
@Suite struct ReadmeTests {
    @Test func `London to New York as a library call`() throws {
        // README
        let shell = Shell(
            name: "S1", planes: 72, slots: 22, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(39))
        let noon = Instant(year: 2026, month: 8, day: 23, secondOfDay: 43_200)
        let satellites = Constellation(shell.elementSets(epoch: noon)).positions(at: noon)
        let london = GroundStation(name: "London", latitudeDeg: 51.51, longitudeDeg: -0.13)
        let newYork = GroundStation(name: "New York", latitudeDeg: 40.71, longitudeDeg: -74.01)
        let builder = MeshBuilder(
            topology: LinkList.plusGrid([shell]), stations: [london, newYork])
        let mesh = builder.mesh(of: satellites, atSeconds: 0)
        var query = AStar()
        let route = query.route(in: mesh, from: mesh.station(0), to: mesh.station(1))
        // end
        let rtt = try #require(route).rttMs
        #expect((2 * 5_570 / 299.792458...54).contains(rtt))
        #expect(route?.nodes.first == NodeID(1_584) && route?.nodes.last == NodeID(1_585))
    }

    /// The lines above and those of the README are the same.
    @Test func `the README shows this example`() throws {
        let readme = try String(
            contentsOf: SharedData.checkout.appending(path: "README.md"), encoding: .utf8)
        let source = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let example = try #require(
            source.split(separator: "        // README\n").dropFirst().first?
                .split(separator: "        // end\n").first)
        let lines = example.split(separator: "\n").map { $0.dropFirst(8) }
        #expect(lines.count > 8)
        #expect(readme.contains(lines.joined(separator: "\n")))
    }
}
