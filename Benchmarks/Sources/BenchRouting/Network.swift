import Foundation
import LaserMesh
import Orbits

/// A constellation over the hundred largest cities, at steps of one second.
struct Network {
    let name: String
    let constellation: Constellation
    let builder: MeshBuilder

    init(name: String, shells: [Shell], stations: [GroundStation]) {
        self.name = name
        constellation = Constellation(
            shells.flatMap { $0.elementSets(epoch: .j2000) }, propagator: .keplerJ2)
        builder = MeshBuilder(
            topology: LinkList.plusGrid(ShellLayout.layouts(of: shells)), stations: stations)
    }

    static func shell(
        _ planes: Int, _ slots: Int, _ inclinationDeg: Double, _ altitudeKm: Double,
        _ phasing: Phasing
    ) -> Shell {
        Shell(
            name: "S", planes: planes, slots: slots, inclinationRad: inclinationDeg * .pi / 180,
            meanMotionRadPerMin: Shell.meanMotionRadPerMin(altitudeKm: altitudeKm, gravity: .wgs72),
            phasing: phasing)
    }

    /// A: 1,584 satellites. B: 6,336 in four shells. C: 34,848 in 22.
    static func named(_ name: String, stations: [GroundStation]) -> Network {
        let count = ["A": 1, "B": 4, "C": 22][name] ?? 1
        var shells: [Shell] = []
        for index in 0..<count {
            let inclinationDeg = 53 + 3.3 * Double(index % 7)
            let altitudeKm = 550 + 9 * Double(index)
            let phasing = index == 0 ? Phasing.slotFraction(39.0 / 72) : .walker(1 + index * 3 % 71)
            shells.append(shell(72, 22, inclinationDeg, altitudeKm, phasing))
        }
        return Network(name: name, shells: shells, stations: stations)
    }

    static func cities(_ path: String, count: Int) throws -> [GroundStation] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        return lines.dropFirst().prefix(count).compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count > 3, let latitude = Double(fields[1]),
                let longitude = Double(fields[2])
            else { return nil }
            return GroundStation(
                name: String(fields[0]),
                place: Geodetic(latitudeDeg: latitude, longitudeDeg: longitude))
        }
    }

    func positions(second: Double) -> PositionPlanes {
        var positions = PositionPlanes(count: constellation.count)
        constellation.positions(at: Instant.j2000.advanced(bySeconds: second), into: &positions)
        return positions
    }

    func mesh(second: Double) -> Mesh {
        builder.mesh(of: positions(second: second), atSeconds: second)
    }
}
