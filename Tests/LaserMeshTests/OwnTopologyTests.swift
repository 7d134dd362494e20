import LaserMesh
import Orbits
import Testing

/// The example of ``Topology``, as it stands there.
@Suite struct OwnTopologyTests {
    /// Joins every satellite with the next one in the list.
    struct Chain: Topology {
        func appendLinks(
            among satellites: PositionPlanes, atSeconds seconds: Double, rules: LaserRules,
            to links: inout [LaserLink]
        ) {
            for index in satellites.x.indices.dropFirst() {
                links.append(LaserLink(index - 1, index))
            }
        }
    }

    @Test(arguments: [0, 1, 5])
    func `a topology of one's own is one method`(count: Int) {
        let positions = PositionPlanes(
            (0..<count).map { ITRFPosition(km: SIMD3(7_000, Double($0) * 50, 0)) })
        let mesh = MeshBuilder(topology: Chain()).mesh(of: positions, atSeconds: 0)
        #expect(mesh.linkCount == max(0, count - 1))
    }
}
