import LaserMesh
import Orbits
import TestSupport

/// Two small shells in their +Grid over stations of which some see one shell only, some none.
enum MovingShells {
    static let shells = [
        Shell(
            name: "A", planes: 9, slots: 11, inclinationRad: 0.93, meanMotionRadPerMin: 0.0657,
            phasing: .walker(4)),
        Shell(
            name: "B", planes: 5, slots: 6, inclinationRad: 1.5, meanMotionRadPerMin: 0.0640,
            raanSpreadRad: .pi),
    ]

    static let elements = shells.flatMap { $0.elementSets(epoch: .j2000) }

    static let constellation = Constellation(elements, propagator: .keplerJ2)

    static let stations = [
        (52.0, 0.0), (40.7, -74.0), (-33.9, 151.2), (1.3, 103.8), (68.0, 20.0), (-89.0, 0.0),
        (35.7, 139.7), (-23.5, -46.6), (52.0, 0.0),
    ].enumerated().map { index, place in
        GroundStation(
            name: "g\(index)", place: Geodetic(latitudeDeg: place.0, longitudeDeg: place.1))
    }

    static let builder = MeshBuilder(
        topology: LinkList.plusGrid(ShellLayout.layouts(of: shells)),
        groundRules: GroundRules(minElevationRad: 0.35), stations: stations)

    static func positions(second: Double) -> PositionPlanes {
        var positions = PositionPlanes(count: constellation.count)
        constellation.positions(at: Instant.j2000.advanced(bySeconds: second), into: &positions)
        return positions
    }

    static func mesh(second: Double) -> Mesh {
        builder.mesh(of: positions(second: second), atSeconds: second)
    }
}
