import LaserMesh
import TestSupport
import Testing

@Suite struct MeshBatchTests {
    @Test(arguments: 0..<20)
    func `each instant of a batch is the mesh that went into it`(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let nodes = Int.random(in: 1...25, using: &random)
        let satellites = Int.random(in: 0...nodes, using: &random)
        let meshes = (0..<Int.random(in: 1...9, using: &random)).map { _ in
            var links: [Link] = []
            for _ in 0..<Int.random(in: 0...40, using: &random) {
                let a = Int.random(in: 0..<nodes, using: &random)
                let b = Int.random(in: 0..<nodes, using: &random)
                guard a != b else { continue }
                links.append(
                    Link(
                        NodeID(a), NodeID(b), kind: min(a, b) < satellites ? .radio : .fibre,
                        lengthKm: Double.random(in: 0...9_000, using: &random)))
            }
            return Mesh(satelliteCount: satellites, nodeCount: nodes, links: links)
        }
        let batch = MeshBatch(meshes)
        #expect(batch.instantCount == meshes.count)
        #expect(batch.stations == satellites..<nodes)
        for (instant, mesh) in meshes.enumerated() { #expect(batch.mesh(at: instant) == mesh) }
        for node in 0..<nodes {
            for place in batch.row(of: NodeID(node)) {
                #expect(
                    meshes.indices.contains { batch.lengthKm(at: place, instant: $0) < .infinity })
            }
        }
    }
}
