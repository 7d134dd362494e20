import LaserMesh
import TestSupport
import Testing

@Suite struct MeshFailureTests {
    @Test(arguments: 0..<50)
    func `what is left is the mesh of the links that are left`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(100 + seed))
        let nodes = Int.random(in: 2...20, using: &random)
        var links: [Link] = []
        for _ in 0..<(3 * nodes) {
            let a = Int.random(in: 0..<nodes, using: &random)
            let b = Int.random(in: 0..<nodes, using: &random)
            guard a != b else { continue }
            links.append(
                Link(
                    NodeID(a), NodeID(b), kind: LinkKind.allCases[(a + b) % 3],
                    lengthKm: Double.random(in: 1...9, using: &random)))
        }
        let mesh = Mesh(satelliteCount: nodes / 2, nodeCount: nodes, links: links)
        var failures = MeshFailures(noneOf: mesh)
        let numbers = mesh.linkNumbers()
        #expect(mesh.without(failures, linkNumbers: numbers) == mesh)
        for node in 0..<nodes {
            failures.isNodeDown[node] = Int.random(in: 0..<6, using: &random) == 0
        }
        for link in 0..<mesh.linkCount {
            failures.isLinkDown[link] = Int.random(in: 0..<4, using: &random) == 0
        }
        let left = zip(mesh.links, failures.isLinkDown).filter { link, isDown in
            !isDown && !failures.isNodeDown[link.a.index] && !failures.isNodeDown[link.b.index]
        }
        #expect(
            mesh.without(failures, linkNumbers: numbers)
                == Mesh(satelliteCount: nodes / 2, nodeCount: nodes, links: left.map(\.0)))
    }
}
