import LaserMesh
import Orbits
import TestSupport

/// Meshes for tests: tangles of small whole lengths, full of ties, and satellites over stations.
enum RandomMeshes {
    /// Links between random nodes with lengths of a few whole kilometres.
    static func tangle(
        satellites: Int, stations: Int, links count: Int, longest: Int,
        _ random: inout SeededGenerator
    ) -> Mesh {
        let nodes = satellites + stations
        var links: [Link] = []
        for _ in 0..<count {
            let a = Int.random(in: 0..<nodes, using: &random)
            let b = Int.random(in: 0..<nodes, using: &random)
            guard a != b else { continue }
            links.append(
                Link(
                    NodeID(a), NodeID(b), kind: .laser,
                    lengthKm: Double(Int.random(in: 0...longest, using: &random))))
        }
        return Mesh(satelliteCount: satellites, nodeCount: nodes, links: links)
    }

    /// Satellites spread over a shell with lasers to the nearest ones, and stations below.
    static func shell(
        satellites: Int, stations: Int, minElevationRad: Double = 0.4,
        _ random: inout SeededGenerator
    ) -> Mesh {
        let positions = PositionPlanes(
            (0..<satellites).map { _ in
                ITRFPosition(km: random.pointOnSphere(radius: 6_930))
            })
        return builder(
            topology: Nearest(terminals: 4, names: (0..<satellites).map(String.init)),
            stations: stations, minElevationRad: minElevationRad, &random
        ).mesh(of: positions, atSeconds: 0)
    }

    /// A regular grid of planes and slots in its +Grid, over stations.
    static func grid(
        planes: Int, slots: Int, stations: Int, _ random: inout SeededGenerator
    ) -> Mesh {
        let shell = Shell(
            name: "T", planes: planes, slots: slots, inclinationRad: 0.93,
            meanMotionRadPerMin: 0.0657, phasing: .walker(planes / 3))
        let points = shell.elementSets(epoch: .j2000).map { set in
            let (si, ci) = (sine(set.inclinationRad), cosine(set.inclinationRad))
            let (so, co) = (sine(set.raanRad), cosine(set.raanRad))
            let (su, cu) = (sine(set.meanAnomalyRad), cosine(set.meanAnomalyRad))
            return ITRFPosition(
                km: 6_930 * SIMD3(co * cu - so * su * ci, so * cu + co * su * ci, su * si))
        }
        return builder(
            topology: LinkList.plusGrid(ShellLayout.layouts(of: [shell])), stations: stations,
            minElevationRad: 0.4, &random
        ).mesh(of: PositionPlanes(points), atSeconds: 0)
    }

    private static func builder(
        topology: any Topology, stations: Int, minElevationRad: Double,
        _ random: inout SeededGenerator
    ) -> MeshBuilder {
        let places = (0..<stations).map { index in
            GroundStation(
                name: "g\(index)",
                place: Geodetic(
                    latitudeDeg: Double.random(in: -60...60, using: &random),
                    longitudeDeg: Double.random(in: -180...180, using: &random)))
        }
        return MeshBuilder(
            topology: topology, groundRules: GroundRules(minElevationRad: minElevationRad),
            stations: places)
    }
}
