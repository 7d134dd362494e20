import Heliograph
import Testing

/// The example of the README, as it stands there.
@Suite struct ReadmeTests {
    @Test func `London to New York as a library call`() throws {
        let shell = Shell(
            name: "S1", planes: 72, slots: 22, inclinationRad: 53 * .pi / 180,
            meanMotionRadPerMin: Shell.meanMotionRadPerMin(altitudeKm: 550, gravity: .wgs72),
            phasing: .walker(39))
        let noon = Instant(year: 2026, month: 8, day: 23, secondOfDay: 43_200)
        let london = GroundStation(
            name: "London", place: Geodetic(latitudeDeg: 51.51, longitudeDeg: -0.13))
        let newYork = GroundStation(
            name: "New York", place: Geodetic(latitudeDeg: 40.71, longitudeDeg: -74.01))

        let satellites = Constellation(shell.elementSets(epoch: noon))
        let builder = MeshBuilder(
            topology: LinkList.plusGrid(ShellLayout.layouts(of: [shell])),
            stations: [london, newYork])
        let mesh = builder.mesh(of: satellites.positions(at: noon))
        var query = AStar()
        let route = query.route(
            in: mesh, from: NodeID(satellites.count), to: NodeID(satellites.count + 1))

        let rtt = try #require(route).rttMs
        #expect((2 * 5_570 / 299.792458...54).contains(rtt))
        #expect(route?.nodes.first == NodeID(1_584) && route?.nodes.last == NodeID(1_585))
    }
}
