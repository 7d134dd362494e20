import LaserMesh
import Orbits

/// What ``Library`` is, by the Swift interface.
struct SwiftTwin {
    let epoch = Instant(julianDate: 2_461_275.5, dayFraction: 0.5)
    let shell: Shell
    let constellation: Constellation
    let builder: MeshBuilder
    let mesh: Mesh

    init(planes: Int = 24, slots: Int = 22) {
        shell = Shell(
            name: "S1", planes: planes, slots: slots, inclinationDeg: 53, altitudeKm: 550,
            phasing: .walker(13))
        constellation = Constellation(shell.elementSets(epoch: epoch))
        builder = MeshBuilder(
            topology: LinkList.plusGrid([shell]),
            stations: Library.stations.enumerated().map {
                GroundStation(
                    name: "G\($0 + 1)", latitudeDeg: $1.0, longitudeDeg: $1.1)
            })
        mesh = builder.mesh(
            of: constellation.positions(at: epoch.advanced(bySeconds: 60)), atSeconds: 60)
    }
}
