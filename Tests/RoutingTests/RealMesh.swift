import ElementFiles
import LaserMesh
import Orbits
import TestSupport

/// Meshes of real satellites, for tests.
enum RealMesh {
    /// Some of today's real satellites with lasers to the nearest ones, where the data is there.
    static func starlink(
        satellites: Int, _ random: inout SeededGenerator
    ) throws -> Mesh? {
        guard SharedData.isPresent else { return nil }
        let file = try SharedData.url("tle/starlink_2026-08-22T2029Z.tle")
        let elements = try ElementFile.read(contentsOf: file).elements
            .shuffled(using: &random).prefix(satellites)
        let constellation = Constellation(Array(elements))
        var positions = PositionPlanes(count: constellation.count)
        constellation.positions(
            at: Instant(year: 2026, month: 8, day: 22, secondOfDay: 75_000), into: &positions)
        let stations = (0..<12).map { index in
            GroundStation(
                name: "g\(index)",
                place: Geodetic(
                    latitudeDeg: Double.random(in: -55...55, using: &random),
                    longitudeDeg: Double.random(in: -180...180, using: &random)))
        }
        return MeshBuilder(
            topology: Nearest(
                terminals: 4, names: elements.map { String($0.catalogNumber.rawValue) }),
            stations: stations
        ).mesh(of: positions, atSeconds: 0)
    }
}
