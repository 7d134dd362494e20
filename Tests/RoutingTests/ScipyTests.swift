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
        let sizes = [100, 200, 400, 700, 1_000, 1_584, 2_000, 3_000, 5_000, 10_000]
        try OracleMeshes.forEach(ofSizes: sizes, &random) { mesh, _ in
            expected += Self.append(mesh, to: &input)
        }
        let output = try #require(try PythonOracle.output(of: "scipy_dijkstra.py", input: input))
        #expect(output.hasPrefix("checked \(expected) routes, 0 differ, "))
        #expect(expected == 50 * 24)
    }

    /// Writes a mesh with routes from two stations to all twelve; gives their number.
    private static func append(_ mesh: Mesh, to input: inout String) -> Int {
        input += mesh.oracleLines
        var query = AStar()
        for source in [mesh.stations.lowerBound, mesh.stations.upperBound - 1] {
            for goal in mesh.stations {
                if let route = query.route(in: mesh, from: NodeID(source), to: NodeID(goal)) {
                    input += "route \(source) \(route.lengthKm) \(route.oracleNodes)\n"
                } else {
                    input += "route \(source) inf \(goal)\n"
                }
            }
        }
        input += "end\n"
        return 2 * mesh.stations.count
    }
}
