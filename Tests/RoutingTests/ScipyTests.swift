import LaserMesh
import Routing
import TestSupport
import Testing

/// Routes over meshes of 100 to 10,000 satellites, random, designed and real, against scipy.
@Suite struct ScipyTests {
    private static let modules = ["numpy", "scipy"]

    @Test(
        .enabled(
            if: PythonOracle.isPresent(modules), Comment(rawValue: PythonOracle.absent(modules))))
    func `routes and lengths equal those of scipy's Dijkstra`() throws {
        var random = SeededGenerator(seed: 2026)
        var input = ""
        var expected = 0
        for index in 0..<50 {
            let size = [100, 200, 400, 700, 1_000, 1_584, 2_000, 3_000, 5_000, 10_000][index / 5]
            let mesh: Mesh
            if index % 5 == 4, let real = try RealMesh.starlink(satellites: size, &random) {
                mesh = real
            } else if index % 2 == 0 {
                mesh = RandomMeshes.shell(satellites: size, stations: 12, &random)
            } else {
                mesh = RandomMeshes.grid(planes: size / 20, slots: 20, stations: 12, &random)
            }
            expected += Self.append(mesh, to: &input, &random)
        }
        let output = try #require(try PythonOracle.output(of: "scipy_dijkstra.py", input: input))
        #expect(output.hasPrefix("checked \(expected) routes, 0 differ, "))
        #expect(expected == 50 * 24)
    }

    /// Writes a mesh with routes from two stations to all twelve; gives their number.
    private static func append(
        _ mesh: Mesh, to input: inout String, _ random: inout SeededGenerator
    ) -> Int {
        input += "mesh \(mesh.satelliteCount) \(mesh.nodeCount) \(mesh.linkCount)\n"
        for link in mesh.links {
            input += "\(link.a.rawValue) \(link.b.rawValue) \(link.lengthKm)\n"
        }
        var query = AStar()
        for source in [mesh.stations.lowerBound, mesh.stations.upperBound - 1] {
            for goal in mesh.stations {
                if let route = query.route(in: mesh, from: NodeID(source), to: NodeID(goal)) {
                    let nodes = route.nodes.map { String($0.rawValue) }.joined(separator: " ")
                    input += "route \(source) \(route.lengthKm) \(nodes)\n"
                } else {
                    input += "route \(source) inf \(goal)\n"
                }
            }
        }
        input += "end\n"
        return 2 * mesh.stations.count
    }
}
