import Contacts
import LaserMesh
import Orbits
import TestSupport

/// Two small shells in their +Grid under a few stations, of which some see one shell only.
enum MovingShells {
    static let shells = [
        Shell(
            name: "A", planes: 9, slots: 11, inclinationRad: 0.93, meanMotionRadPerMin: 0.0657,
            phasing: .walker(4)),
        Shell(
            name: "B", planes: 5, slots: 6, inclinationRad: 1.5, meanMotionRadPerMin: 0.0640,
            raanSpreadRad: .pi),
    ]

    static let stations = [
        (52.0, 0.0), (40.7, -74.0), (-33.9, 151.2), (1.3, 103.8), (68.0, 20.0), (-89.0, 0.0),
        (35.7, 139.7),
    ].enumerated().map { index, place in
        GroundStation(
            name: "g\(index)", place: Geodetic(latitudeDeg: place.0, longitudeDeg: place.1))
    }

    static let satelliteCount = 129

    static func mesh(
        topology: (any Topology)? = nil, lasers: LaserRules = LaserRules(),
        ground: GroundRules = GroundRules(minElevationRad: 0.35)
    ) -> MovingMesh {
        MovingMesh(
            Constellation(shells.flatMap { $0.elementSets(epoch: .j2000) }),
            builder: MeshBuilder(
                topology: topology ?? LinkList.plusGrid(ShellLayout.layouts(of: shells)),
                laserRules: lasers, groundRules: ground, stations: stations),
            epoch: .j2000)
    }

    static func station(_ index: Int) -> NodeID { NodeID(satelliteCount + index) }
}

/// The first shell of Starlink as Kassing et al. have it, with a true mask of 25 degrees.
enum StarlinkShell {
    static func mesh(stations: [GroundStation]) -> MovingMesh {
        let shell = Shell(
            name: "S1", planes: 72, slots: 22, inclinationRad: 53 * .pi / 180,
            meanMotionRadPerMin: 15.19 * 2 * .pi / 1_440, phasing: .halfSlot)
        return MovingMesh(
            Constellation([shell].flatMap { $0.elementSets(epoch: .j2000) }),
            builder: MeshBuilder(
                topology: LinkList.plusGrid([shell]),
                laserRules: LaserRules(maxRangeKm: 5_016.591), stations: stations),
            epoch: .j2000)
    }

    static let satelliteCount = 1_584
}
