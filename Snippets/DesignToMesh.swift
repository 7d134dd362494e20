//! From a design to the mesh at an instant: satellites, lasers and radio links.
import Heliograph

let shell = Shell(
    name: "K1", planes: 34, slots: 34, inclinationDeg: 51.9, altitudeKm: 630, phasing: .walker(1))
let epoch = Instant(year: 2026, month: 8, day: 23, secondOfDay: 0)
let constellation = Constellation(shell.elementSets(epoch: epoch))
let builder = MeshBuilder(
    topology: LinkList.plusGrid([shell]),
    laserRules: LaserRules(maxRangeKm: 5_000),
    groundRules: GroundRules(minElevationRad: 30 * .pi / 180),
    stations: [GroundStation(name: "Manila", latitudeDeg: 14.6, longitudeDeg: 120.97)])
let mesh = builder.mesh(of: constellation.positions(at: epoch), atSeconds: 0)
print(mesh.satelliteCount, "satellites,", mesh.links.count { $0.kind == .laser }, "lasers")
for link in mesh.links where link.kind == .radio {
    print("Manila sees satellite", link.a.index, "at", link.lengthKm, "km")
}
