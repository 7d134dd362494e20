import Foundation
import LaserMesh
import Orbits

/// A constellation over the hundred largest cities, at steps of one second.
struct Network {
    let name: String
    let shells: [ShellLayout]
    let constellation: Constellation
    let builder: MeshBuilder

    init(name: String, shells: [Shell], stations: [GroundStation]) {
        self.name = name
        self.shells = ShellLayout.layouts(of: shells)
        constellation = Constellation(
            shells.flatMap { $0.elementSets(epoch: .j2000) }, propagator: .keplerJ2)
        builder = MeshBuilder(
            topology: LinkList.plusGrid(self.shells), stations: stations)
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

    /// A: Starlink's first shell, 1,584 satellites. B: four such shells, 6,336. C: Starlink's first
    /// and second generation as filed, 34,396. 100k and 1M: regular shells of 20,000 satellites
    /// between 500 and 2,000 km.
    static func named(_ name: String, stations: [GroundStation]) -> Network? {
        let shells: [Shell]
        switch name {
        case "A": shells = walker(1)
        case "B": shells = walker(4)
        case "C": shells = asFiled
        case "100k": shells = large(5)
        case "1M": shells = large(50)
        default: return nil
        }
        return Network(name: name, shells: shells, stations: stations)
    }

    private static func walker(_ count: Int) -> [Shell] {
        (0..<count).map { index in
            shell(
                72, 22, 53 + 3.3 * Double(index), 550 + 9 * Double(index),
                index == 0 ? .slotFraction(39.0 / 72) : .walker(1 + index * 3))
        }
    }

    /// Planes, slots, inclination [deg] and height [km] from the filings with the FCC (21-48, and
    /// SAT-AMD-20210818-00105).
    private static var asFiled: [Shell] {
        [
            (72, 22, 53.0, 550.0), (72, 22, 53.2, 540), (36, 20, 70, 570), (6, 58, 97.6, 560),
            (4, 43, 97.6, 560), (48, 110, 53, 340), (48, 110, 46, 345), (48, 110, 38, 350),
            (30, 120, 96.9, 360), (28, 120, 53, 525), (28, 120, 43, 530), (28, 120, 33, 535),
            (12, 12, 148, 604), (18, 18, 115.7, 614),
        ].map { shell($0.0, $0.1, $0.2, $0.3, .walker($0.0 / 2 + 1)) }
    }

    private static func large(_ count: Int) -> [Shell] {
        (0..<count).map { index in
            shell(
                100, 200, 30 + 1.4 * Double(index), 500 + 1_500 * Double(index) / Double(count),
                .walker(1 + index * 7 % 99))
        }
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
