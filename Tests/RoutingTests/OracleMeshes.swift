import LaserMesh
import Routing
import TestSupport

/// Meshes for comparison with programs in Python.
enum OracleMeshes {
    /// Goes through fifty meshes, five of each size: random, designed, and real where the data is there.
    static func forEach(
        ofSizes sizes: [Int], _ random: inout SeededGenerator,
        _ body: (Mesh, inout SeededGenerator) throws -> Void
    ) throws {
        precondition(sizes.count == 10)
        for index in 0..<50 {
            let size = sizes[index / 5]
            if index % 5 == 4, let real = try RealMesh.starlink(satellites: size, &random) {
                try body(real, &random)
            } else if index % 2 == 0 {
                try body(RandomMeshes.shell(satellites: size, stations: 12, &random), &random)
            } else {
                try body(
                    RandomMeshes.grid(planes: size / 20, slots: 20, stations: 12, &random), &random)
            }
        }
    }
}

extension Mesh {
    /// The line of a mesh and those of its links, as the scripts of `Oracles` read them.
    var oracleLines: String {
        "mesh \(satelliteCount) \(nodeCount) \(linkCount)\n"
            + links.map { "\($0.a.rawValue) \($0.b.rawValue) \($0.lengthKm)\n" }.joined()
    }
}

extension Route {
    /// The nodes of a route as the scripts of `Oracles` read them.
    var oracleNodes: String { nodes.map { String($0.rawValue) }.joined(separator: " ") }
}
