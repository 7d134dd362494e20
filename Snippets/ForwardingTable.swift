//! The next hop of every node to every station, at one instant and at many.
import Heliograph

let shell = Shell(
    name: "S1", planes: 24, slots: 22, inclinationDeg: 53, altitudeKm: 550, phasing: .walker(5))
let epoch = Instant(year: 2026, month: 8, day: 23, secondOfDay: 0)
let constellation = Constellation(shell.elementSets(epoch: epoch))
let builder = MeshBuilder(
    topology: LinkList.plusGrid([shell]),
    stations: [
        GroundStation(name: "Tokyo", latitudeDeg: 35.69, longitudeDeg: 139.69),
        GroundStation(name: "Sydney", latitudeDeg: -33.87, longitudeDeg: 151.21),
    ])
let mesh = builder.mesh(of: constellation.positions(at: epoch), atSeconds: 0)

let state = ForwardingState(of: mesh)
var node = mesh.station(0)
var hops = 0
while let next = state.nextHop(from: node, to: mesh.station(1)) {
    node = next
    hops += 1
}
print("Tokyo to Sydney in", hops, "hops:", node == mesh.station(1))
