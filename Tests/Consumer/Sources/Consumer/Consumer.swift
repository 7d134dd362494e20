import Heliograph

/// Asks the core one question of each module and prints the answers.
@main
struct Consumer {
    static func main() {
        let shell = Shell(
            name: "S1", planes: 72, slots: 22, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(39))
        let noon = Instant(year: 2026, month: 8, day: 23, secondOfDay: 43_200)
        let satellites = Constellation(shell.elementSets(epoch: noon)).positions(at: noon)
        let builder = MeshBuilder(
            topology: LinkList.plusGrid([shell]),
            stations: [
                GroundStation(name: "London", latitudeDeg: 51.51, longitudeDeg: -0.13),
                GroundStation(name: "New York", latitudeDeg: 40.71, longitudeDeg: -74.01),
            ])
        let mesh = builder.mesh(of: satellites, atSeconds: 0)
        var query = AStar()
        guard let route = query.route(in: mesh, from: mesh.station(0), to: mesh.station(1)) else {
            return print("no route")
        }
        let next = ForwardingState(of: mesh).nextHop(from: mesh.station(0), to: mesh.station(1))
        print(satellites.count, mesh.linkCount > 0, next == route.nodes[1], route.rttMs < 60)
    }
}
