//! How long each best route of a pair lasts, with ends that are roots and not samples.
import Contacts
import LaserMesh
import Orbits
import Routing

let shell = Shell(
    name: "S", planes: 12, slots: 11, inclinationDeg: 53, altitudeKm: 1_200, phasing: .walker(5))
let epoch = Instant(year: 2026, month: 8, day: 23, secondOfDay: 0)
let builder = MeshBuilder(
    topology: LinkList.plusGrid([shell]),
    groundRules: GroundRules(minElevationRad: 10 * .pi / 180),
    stations: [
        GroundStation(name: "London", latitudeDeg: 51.51, longitudeDeg: -0.13),
        GroundStation(name: "Tokyo", latitudeDeg: 35.69, longitudeDeg: 139.69),
    ])
let mesh = MovingMesh(
    Constellation(shell.elementSets(epoch: epoch)), builder: builder, epoch: epoch)
let pair = NodePair(source: NodeID(132), destination: NodeID(133))
let search = RouteIntervals(mesh, pairs: [pair], windowS: 0..<300)
for interval in search.timelines()[0].intervals.prefix(4) {
    print("\(interval.startS) s to \(interval.endS) s:", interval.hops, "hops")
}
