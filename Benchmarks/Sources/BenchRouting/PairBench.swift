import BenchSupport
import LaserMesh
import Orbits
import Routing

/// One pair of cities: the best route, and the eight best.
enum PairBench {
    /// The same pairs as the peers ask for.
    static func pairs(of mesh: Mesh, count: Int) -> [NodePair] {
        var state: UInt64 = 1
        func draw(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        var pairs: [NodePair] = []
        while pairs.count < count {
            let a = draw(mesh.stations.count)
            let b = draw(mesh.stations.count)
            guard a != b else { continue }
            pairs.append(
                NodePair(
                    source: NodeID(mesh.satelliteCount + a),
                    destination: NodeID(mesh.satelliteCount + b)))
        }
        return pairs
    }

    static func run(_ network: Network) {
        let mesh = network.mesh(second: 0)
        let pairs = pairs(of: mesh, count: 200)
        var single = AStar()
        var sum = 0.0
        let time = Measurement.best(of: 20) {
            sum = 0
            for pair in pairs {
                sum +=
                    single.route(in: mesh, from: pair.source, to: pair.destination)?.lengthKm ?? 0
            }
        }
        Measurement(
            name: "pair-\(network.name)", unit: "us/pair",
            value: time * 1e6 / Double(pairs.count), checksum: sum
        ).print()
        let few = pairs.prefix(12)
        var query = KShortest()
        var total = 0.0
        let kTime = Measurement.best(of: 20) {
            total = 0
            for pair in few {
                for route in query.routes(8, in: mesh, from: pair.source, to: pair.destination) {
                    total += route.lengthKm
                }
            }
        }
        Measurement(
            name: "kshortest-8-\(network.name)", unit: "us/pair",
            value: kTime * 1e6 / Double(few.count), checksum: total
        ).print()
    }

    /// The meshes of a block of instants, from positions.
    static func buildMeshes(_ network: Network, stepS: Double) {
        let seconds = (0..<8).map { Double($0) * stepS }
        let planes = seconds.map { network.positions(second: $0) }
        let block = PositionBlock(planes, atSeconds: seconds)
        var builder = MeshBatchBuilder(network.builder)
        var batch = MeshBatch()
        builder.build(block, into: &batch)
        let mesh = network.builder.mesh(of: planes[7], atSeconds: seconds[7])
        precondition(batch.mesh(at: 7).links == mesh.links, "meshes differ")
        let time = Measurement.best(of: 20) { builder.build(block, into: &batch) }
        Measurement(
            name: "mesh-batch-\(network.name)", unit: "ms/snapshot", value: time * 1_000 / 8,
            checksum: Double(batch.neighbour.count)
        ).print()
        let plain = Measurement.best(of: 5) {
            _ = network.builder.mesh(of: planes[0], atSeconds: 0)
        }
        Measurement(
            name: "mesh-plain-\(network.name)", unit: "ms/snapshot", value: plain * 1_000,
            checksum: Double(mesh.linkCount)
        ).print()
    }
}
